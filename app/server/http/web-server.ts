import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Duplex } from "node:stream";
import { FIXED_HEADERS } from "./security.ts";

/** A request, its file and all, takes no longer: one that stalls is ended and its part of a file thrown away. */
const REQUEST_MS = 300_000;

/** What the sender can mend, by the fault that the parser of requests found; any other is a request that is none. */
const FAULTS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Alamat atau kepala permintaan ini terlalu panjang. Buka halamannya lagi dari Dasbor; bila terulang, hapus kuki situs ini di peramban.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    "Kiriman ini berhenti di tengah jalan dan tidak disimpan. Periksa sambungan jaringan, lalu kirim ulang.",
  ],
};
const UNREADABLE = [
  400,
  "Permintaan ini tidak terbaca. Buka halamannya di Tolok dengan peramban; bila memakai program lain, periksa cara program itu mengirim permintaan HTTP.",
] as const;

/** Answers a request that never became one; nobody else sees it, so the headers of every answer are written here. */
const answerUnreadable = (
  error: NodeJS.ErrnoException,
  socket: Duplex,
  running: ServerResponse | undefined,
): void => {
  // Words in the midst of an answer would be taken for a part of it.
  const amidst = running?.headersSent === true && !running.writableFinished;
  if (error.code === "ECONNRESET" || !socket.writable || amidst) {
    socket.destroy();
    return;
  }
  const [status, message] = FAULTS[error.code ?? ""] ?? UNREADABLE;
  const body = `${message}\n`;
  const headers = {
    ...FIXED_HEADERS,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
};

/** The web server: what cannot be read as a request is answered in words as well, and no expectation of a client is refused. */
export const webServer = (listener: RequestListener): Server => {
  const server = createServer({ requestTimeout: REQUEST_MS }, listener);
  const running = new WeakMap<Duplex, ServerResponse>();
  server.on("request", (request, response) => running.set(request.socket, response));
  server.on("clientError", (error, socket) => answerUnreadable(error, socket, running.get(socket)));
  server.on("checkExpectation", listener);
  return server;
};
