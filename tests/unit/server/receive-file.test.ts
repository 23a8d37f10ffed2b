import { describe, expect, it } from "vitest";
import { receiveFile } from "#app/server/receive-file.server.ts";

const BOUNDARY = "batas";
const part = (disposition: string, body: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/plain\r\n\r\n${body}\r\n`;
const END = `--${BOUNDARY}--\r\n`;

const request = (body: BodyInit, type = `multipart/form-data; boundary=${BOUNDARY}`): Request =>
  new Request("http://127.0.0.1/unggah", { method: "POST", body, headers: { "Content-Type": type } });

/** Reads the whole file, as the use case does. */
const take = async ({ name, stream }: { name: string; stream: AsyncIterable<Uint8Array> }) => {
  const parts: Uint8Array[] = [];
  for await (const chunk of stream) parts.push(chunk);
  return { name, text: Buffer.concat(parts).toString("utf8") };
};

describe("receiving a file", () => {
  it("hands over its name and its bytes, whatever letters the name has", async () => {
    const body = part('name="berkas"; filename="naskah é.txt"', "isi\r\nnaskah") + END;
    expect(await receiveFile(request(body), "berkas", take)).toEqual({
      name: "naskah é.txt",
      text: "isi\r\nnaskah",
    });
  });

  it("takes the file of its own field and no other", async () => {
    const body =
      part('name="lain"; filename="a.txt"', "lain") + part('name="berkas"; filename="b.txt"', "isi") + END;
    await expect(receiveFile(request(body), "berkas", take)).resolves.toEqual({ name: "b.txt", text: "isi" });
  });

  it("says that no file was chosen", async () => {
    const body = part('name="berkas"; filename=""', "") + END;
    await expect(receiveFile(request(body), "berkas", take)).rejects.toMatchObject({
      code: "no_file",
      status: 400,
    });
  });

  it("answers with what its taker throws before it has read anything, and keeps the program running", async () => {
    const body = part('name="berkas"; filename="a.txt"', "isi") + END;
    const refuse = (): Promise<never> => {
      throw new RangeError("belum dipilih");
    };
    await expect(receiveFile(request(body), "berkas", refuse)).rejects.toThrow("belum dipilih");
    expect(await receiveFile(request(body), "berkas", take)).toMatchObject({ text: "isi" });
  });

  it("refuses a body that breaks off, and waits for nothing", async () => {
    const body = part('name="berkas"; filename="a.txt"', "isi").slice(0, -4);
    await expect(receiveFile(request(body), "berkas", take)).rejects.toMatchObject({ status: 400 });
  });

  it("refuses what is no form", async () => {
    await expect(receiveFile(request("a=b", "text/plain"), "berkas", take)).rejects.toMatchObject({
      code: "bad_form",
    });
  });

  it("passes on why the use case did not take it", async () => {
    const body = part('name="berkas"; filename="a.txt"', "isi".repeat(100_000)) + END;
    const refuse = async () => {
      throw new Error("tidak muat");
    };
    await expect(receiveFile(request(body), "berkas", refuse)).rejects.toThrow("tidak muat");
  });

  it("never hands over a shorter file than was sent: beyond 25 MB it is an error with the bound", async () => {
    const body = part('name="berkas"; filename="a.txt"', "a".repeat(25_000_001)) + END;
    await expect(receiveFile(request(body), "berkas", take)).rejects.toMatchObject({
      code: "too_large",
      status: 413,
      message: expect.stringContaining("Ukuran berkas melebihi batas 25 MB."),
    });
  });
});
