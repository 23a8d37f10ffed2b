import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { readAttachment } from "#app/server/attachments/attach.server.ts";
import { kindOfBytes } from "#app/server/attachments/kinds.ts";

const packed = async (members: Record<string, string>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(members)) zip.file(name, text, { compression: "STORE" });
  return zip.generateAsync({ type: "uint8array" });
};
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (words: string) => new TextEncoder().encode(words);

describe("a file that somebody attaches", () => {
  it("is what its bytes say, whatever it is called", async () => {
    expect(kindOfBytes(text("%PDF-1.4 …"))).toBe("pdf");
    expect(kindOfBytes(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe("png");
    expect(kindOfBytes(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe("jpg");
    expect(kindOfBytes(await packed({ "[Content_Types].xml": "", "word/document.xml": "" }))).toBe("docx");
    expect(kindOfBytes(await packed({ "xl/workbook.xml": "" }))).toBe("xlsx");
    expect(kindOfBytes(await packed({ mimetype: "application/vnd.oasis.opendocument.text" }))).toBe("odt");
    expect(kindOfBytes(text("Nota dinas\r\n\tNomor 7"))).toBe("txt");
  });

  it("is refused where it is empty, a packed folder, a program or text in no known code", async () => {
    expect(kindOfBytes(bytes())).toBeNull();
    expect(kindOfBytes(await packed({ "makro.exe": "MZ" }))).toBeNull();
    expect(kindOfBytes(bytes(0x4d, 0x5a, 0x90, 0x00))).toBeNull();
    expect(kindOfBytes(bytes(0xe9, 0xe8, 0x20))).toBeNull();
    await expect(readAttachment({ name: "a.pdf", stream: [bytes(0x4d, 0x5a, 0)] })).rejects.toMatchObject({
      status: 415,
    });
  });

  it("keeps its name without control characters, and the mark of its bytes", async () => {
    const file = await readAttachment({
      name: "berita\u0000 acara.pdf",
      stream: [text("%PDF-"), text("1.4")],
    });
    expect(file).toMatchObject({ name: "berita acara.pdf", kind: "pdf" });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.bytes).toHaveLength(8);
  });
});
