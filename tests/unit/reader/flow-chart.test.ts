import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowChartWords } from "#app/reader/flow-chart.ts";

describe("diagram code of a flow chart", () => {
  it("is read as the words of its boxes and arrows, in order", () => {
    expect(flowChartWords("graph LR A[Pemohon] --> B[Loket] B --> C[Arsip]\nLanjut")).toBe(
      "Pemohon → Loket → Arsip\nLanjut",
    );
    expect(flowChartWords("graph TD; A[Loket] -- lengkap --> B(Arsip); A -->|kurang| C{Periksa lagi}")).toBe(
      "Loket → lengkap → Arsip → kurang → Periksa lagi\n",
    );
  });

  it("keeps the figures of a step that goes from one to another", () => {
    expect(
      flowChartWords(
        "graph TD; A[Dinas] -- b --> B{Berkas lengkap}; B -- c.2) --> A; B -- d.1-8) --> E[Panitia]; E -- d.9) --> A;\na. Dinas",
      ),
    ).toBe("Dinas → b → Berkas lengkap → c.2) → d.1-8) → Panitia → d.9)\na. Dinas");
  });

  it("keeps brackets within a box, and all words of a box in a box", () => {
    expect(flowChartWords("graph TD A[Dinas (KPA/PPK)] --> B([Loket]) --> C{{Sah?}} --> D[(Arsip)]\n")).toBe(
      "Dinas (KPA/PPK) → Loket → Sah? → Arsip\n",
    );
    expect(flowChartWords('graph TD A["Loket [lama]"] -- "1.2)" --> B[Arsip]')).toBe(
      "Loket [lama] → 1.2) → Arsip\n",
    );
  });

  it("reads arrows both ways, back to a box, and a box that is named before it is drawn", () => {
    expect(flowChartWords("graph TD A[Tamu] --> B[Ruang] B --> A B <--> D[Petugas]\n")).toBe(
      "Tamu → Ruang → Petugas\n",
    );
    expect(flowChartWords("graph TD A --> B; A[Tamu]; B[Ruang];\nTamu datang")).toBe(
      "Tamu → Ruang\nTamu datang",
    );
  });

  it("reads the name of a box that has no other words", () => {
    expect(
      flowChartWords(
        "graph TD PENGGUNA -- a --> MEJA_DEPAN[MEJA DEPAN] MEJA_DEPAN -- b.1) --> PENGGUNA\nKeterangan :",
      ),
    ).toBe("PENGGUNA → a → MEJA DEPAN → b.1)\nKeterangan :");
    expect(flowChartWords("graph LR Meja Depan --> Kepala Seksi --> Arsip\n")).toBe(
      "Meja Depan → Kepala Seksi → Arsip\n",
    );
  });

  it("loses the fence of Markdown around it, and no other", () => {
    expect(flowChartWords("```mermaid graph TD A[Tamu] --> B[Loket] ``` Tamu datang")).toBe(
      "Tamu → Loket\n Tamu datang",
    );
    expect(flowChartWords("Alur:\n```mermaid\ngraph TD\nA[Tamu] --> B[Loket]\n```\nTamu datang")).toBe(
      "Alur:\nTamu → Loket\n\nTamu datang",
    );
    // The page ended before the fence closed.
    expect(flowChartWords("```\ngraph TD\nA[Tamu] --> B[Loket]")).toBe("Tamu → Loket\n");
    expect(flowChartWords("graph TD A[Tamu] --> B[Loket] ``` apa adanya")).toBe(
      "Tamu → Loket\n``` apa adanya",
    );
  });

  it("ends before the words behind it", () => {
    expect(flowChartWords("graph LR A[Tamu] --> B[Loket] Prosedur (ringkas) : 1. Tamu datang")).toBe(
      "Tamu → Loket\nProsedur (ringkas) : 1. Tamu datang",
    );
    expect(flowChartWords("graph LR A[Tamu] --> B[Loket] 2 (dua) orang")).toBe("Tamu → Loket\n2 (dua) orang");
  });

  it("that the page cut gives the words up to there", () => {
    expect(flowChartWords("graph LR A[Tamu] --> B[Loket yang mela")).toBe("Tamu → Loket yang mela\n");
  });

  it("that draws no chart stays as it is", () => {
    for (const text of ["graph TD", "Lihat graph LR di bawah", "paragraph A --> B"])
      expect(flowChartWords(text)).toBe(text);
  });

  it("keeps every word of every box, whatever stands in it", () => {
    const box = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z0-9.-]{1,6}){0,3}$/);
    fc.assert(
      fc.property(fc.array(box, { minLength: 2, maxLength: 8 }), (boxes) => {
        const code = boxes.map((words, index) => `N${index}[${words}]`).join(" --> ");
        expect(flowChartWords(`graph TD ${code}\n`)).toBe(`${boxes.join(" → ")}\n`);
      }),
      { seed: 7 },
    );
  });

  it("takes time in proportion to its length", () => {
    // Each of these would not end within the limit of a test if a part were looked through once for every sign.
    for (const part of ["graph LR ", "A[", "A -- ", "(", "-", "A --> ", "a b "])
      expect(flowChartWords(`graph LR A[b] --> ${part.repeat(100_000)}`).length).toBeGreaterThan(0);
  });
});
