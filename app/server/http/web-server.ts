import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { FIXED_HEADERS } from "./security.ts";

/** How long a request may come in before it is ended and its part of a file thrown away. */
export interface Patience {
  /** Without a single byte. */
  idle: number;
  /** In all, so that nobody holds a connection by a byte now and then: 150 MB need 0.7 Mbit/s, 25 MB 0.11. */
  whole: number;
}

const PATIENCE: Patience = { idle: 60_000, whole: 1_800_000 };

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

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

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
  // A sender that is gone closes nothing: what waits for the rest of its request ends when this side closes.
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`, () =>
    socket.destroy(),
  );
};

/** What becomes of a connection on which nothing has moved for a while. */
const endIdle = (socket: Socket, idle: number, exchange: Exchange | undefined): void => {
  if (!exchange || exchange.response.writableFinished) {
    socket.destroy();
    return;
  }
  const { request, response } = exchange;
  // The answer is still being made: the sender has nothing to send.
  if (request.complete) return;
  // Bytes that nobody has taken yet hold the rest back: the sender is not the one who stalls.
  if (request.readableLength > 0) {
    socket.setTimeout(idle);
    return;
  }
  const stalled = Object.assign(new Error("Request stalled"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
  answerUnreadable(stalled, socket, response);
};

/** The web server: what cannot be read as a request is answered in words as well, and no expectation of a client is refused. */
export const webServer = (listener: RequestListener, { idle, whole }: Patience = PATIENCE): Server => {
  const server = createServer({ requestTimeout: whole }, listener);
  const running = new WeakMap<Duplex, Exchange>();
  server.on("request", (request, response) => running.set(request.socket, { request, response }));
  server.on("clientError", (error, socket) => answerUnreadable(error, socket, running.get(socket)?.response));
  server.on("checkExpectation", listener);
  server.setTimeout(idle, (socket) => endIdle(socket, idle, running.get(socket)));
  return server;
};
