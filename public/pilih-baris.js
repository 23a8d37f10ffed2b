// Choosing lines of a naskah faster: by marking their text, by Shift and a box, and by Shift and the arrow keys. The form
// works without it: it only ticks the boxes and fills the field that are there.
(() => {
  const form = document.querySelector("[data-pilih-baris]");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[name=baris]")];
  const words = form.querySelector("#kutipan");
  let last = -1;

  const tick = (from, to, on) => {
    for (let at = Math.min(from, to); at <= Math.max(from, to); at++) boxes[at].checked = on;
  };

  form.addEventListener("click", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last >= 0) tick(last, at, event.target.checked);
    last = at;
  });

  form.addEventListener("keydown", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (!boxes[next]) return;
    event.preventDefault();
    if (event.shiftKey) tick(at, next, true);
    boxes[next].focus();
    last = next;
  });

  const boxOf = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element?.closest("[data-baris]");
    return line ? boxes.findIndex((box) => box.value === line.dataset.baris) : -1;
  };

  document.addEventListener("mouseup", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return;
    const [from, to] = [boxOf(selection.anchorNode), boxOf(selection.focusNode)];
    if (from < 0 || to < 0) return;
    for (const box of boxes) box.checked = false;
    tick(from, to, true);
    last = to;
    const line = form.querySelector(`[data-baris="${boxes[from].value}"]`);
    const marked = selection.toString().trim();
    words.value = from === to && marked !== line.textContent.trim() ? marked : "";
  });
})();
