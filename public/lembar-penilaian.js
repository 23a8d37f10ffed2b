// @ts-check
/*
 * The sheet of an assessment saves by itself. Everything it does the page's own forms do without it: each form is sent
 * as it stands to the address in `data-simpan`, and what came of it is said in words with the time.
 */

const WAIT_MS = 900;
const BEFORE = new Set(["tersimpan", "sama"]);

/** @param {HTMLFormElement} form */
const statusOf = (form) => /** @type {HTMLElement} */ (form.querySelector("[data-tersimpan]"));

/** An answer is whole once it keeps the machine's verdict, or says why not. @param {HTMLFormElement} form */
const isWhole = (form) => {
  const data = new FormData(form);
  return data.get("putusan") === "tetap" || String(data.get("alasan") ?? "").trim().length >= 5;
};

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button */
const save = async (form, button) => {
  const status = statusOf(form);
  status.textContent = "Menyimpan.";
  if (button) button.disabled = true;
  try {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    const answer = await fetch(String(form.dataset.simpan), { method: "POST", body });
    if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) {
      status.textContent =
        "Belum tersimpan: sesi Anda berakhir. Masuk kembali di tab lain, lalu simpan lagi.";
      return;
    }
    show(form, await answer.json());
  } catch {
    status.textContent =
      "Belum tersimpan: sambungan terputus. Isian tetap di sini; simpan lagi bila tersambung.";
  } finally {
    if (button) button.disabled = false;
  }
};

/** @param {HTMLFormElement} form @param {{ kind: string, words: string, dasar: number | null, value: string | null, sheet?: { h1: string, answered: number } }} saved */
const show = (form, saved) => {
  const status = statusOf(form);
  const base = /** @type {HTMLInputElement} */ (form.elements.namedItem("dasar"));
  form.classList.toggle("refused", !BEFORE.has(saved.kind));
  if (saved.kind === "bentrok") {
    // Nothing of theirs is replaced without a decision: from here on only the button saves.
    form.dataset.bentrok = "ya";
    base.value = String(saved.dasar);
    status.textContent = `Belum tersimpan. Putusan lain tersimpan lebih dulu: ${saved.words}. Isian Anda masih di sini: tekan Simpan putusan untuk menggantinya, atau muat ulang halaman untuk memakai putusan itu.`;
    return;
  }
  if (saved.kind === "ditolak") {
    status.textContent = `Belum tersimpan. ${saved.words}`;
    return;
  }
  base.value = String(saved.dasar);
  status.textContent = `Tersimpan: ${saved.words}.`;
  const state = form.closest("section")?.querySelector(".item-state");
  if (state) state.textContent = saved.value;
  const heading = document.querySelector("h1");
  const answered = document.querySelector("[data-terjawab]");
  if (saved.sheet && heading) heading.textContent = saved.sheet.h1;
  if (saved.sheet && answered) answered.textContent = String(saved.sheet.answered);
};

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (
  document.querySelectorAll("form[data-simpan]")
)) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const change = /** @type {HTMLInputElement | null} */ (
      form.querySelector('input[name="putusan"][value="ubah"]')
    );
    const changes = field.name.startsWith("k.") || field.name === "keadaan" || field.name === "jawaban";
    if (changes && change) change.checked = true;
    clearTimeout(waiting);
    if (form.dataset.bentrok) return;
    if (!isWhole(form)) {
      statusOf(form).textContent = "Belum tersimpan: tulis alasannya.";
      return;
    }
    waiting = setTimeout(() => save(form, null), WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    delete form.dataset.bentrok;
    const { submitter } = /** @type {SubmitEvent} */ (event);
    save(form, submitter instanceof HTMLButtonElement ? submitter : null);
  });
}
