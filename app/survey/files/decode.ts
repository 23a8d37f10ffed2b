import { createHash } from "node:crypto";
import { fromWindows1252 } from "#app/reader/decode.ts";
import type { ByteSource } from "./table.ts";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Sniffed {
  sha256: string;
  /** Of its text, where it is one; asked of what is none it goes through the file in vain. */
  encoding: () => Encoding;
  /** The first bytes, enough to know the kind of file. */
  head: Uint8Array;
}

const HEAD = 65_536;

/** Reads a file once: its hash, its first bytes, and what tells its encoding. */
export const sniff = (source: ByteSource): Sniffed => {
  const hash = createHash("sha256");
  const parts: Uint8Array[] = [];
  let kept = 0;
  const fatal = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  for (const chunk of source.chunks()) {
    hash.update(chunk);
    if (kept < HEAD) {
      parts.push(chunk.slice(0, HEAD - kept));
      kept += parts.at(-1)?.length ?? 0;
    }
    if (isUtf8)
      try {
        fatal.decode(chunk, { stream: true });
      } catch {
        isUtf8 = false;
      }
  }
  if (isUtf8)
    try {
      fatal.decode();
    } catch {
      isUtf8 = false;
    }
  const head = new Uint8Array(kept);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  const encoding = () => utf16Of(head) ?? (isUtf8 || mostlyUtf8(source) ? "utf-8" : "windows-1252");
  return { sha256: hash.digest("hex"), encoding, head };
};

const utf16Of = (head: Uint8Array): Encoding | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  let even = 0;
  let odd = 0;
  const sample = head.subarray(0, 4096);
  sample.forEach((byte, index) => {
    if (byte === 0) index % 2 ? odd++ : even++;
  });
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < odd / 4) return "utf-16le";
  return even > half * 0.4 && odd < even / 4 ? "utf-16be" : null;
};

/** A broken byte or two in UTF-8 text is damage, not another encoding. */
const mostlyUtf8 = (source: ByteSource): boolean => {
  let broken = 0;
  let beyondAscii = 0;
  const lenient = new TextDecoder("utf-8");
  for (const chunk of source.chunks()) {
    const text = lenient.decode(chunk, { stream: true });
    broken += text.match(/\ufffd/g)?.length ?? 0;
    beyondAscii += text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  }
  return broken < beyondAscii / 2;
};

/** Text of a file in parts, its byte order mark gone and every line end a single `\n`. */
export function* decodedText(source: ByteSource, encoding: Encoding): Generator<string> {
  const decoder = encoding === "windows-1252" ? null : new TextDecoder(encoding);
  let held = "";
  for (const chunk of source.chunks()) {
    const text = held + (decoder ? decoder.decode(chunk, { stream: true }) : fromWindows1252(chunk));
    // A carriage return at the very end may be half of a line end.
    held = text.endsWith("\r") ? "\r" : "";
    yield unixEnds(held ? text.slice(0, -1) : text);
  }
  const rest = held + (decoder?.decode() ?? "");
  if (rest) yield unixEnds(rest);
}

const unixEnds = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
