import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "#app/server/errors.ts";

const DEFAULT_PORT = 3000;
const TRIES = 100;

/**
 * Binds the server: to the port asked for and no other, or, where none was asked for, to 3000 or the next free one.
 * @returns the port that was bound
 * @throws AppError with one sentence
 */
export async function listen(server: Server, host: string, port: number | undefined): Promise<number> {
  const first = port ?? DEFAULT_PORT;
  const last = port ?? DEFAULT_PORT + TRIES - 1;
  for (let candidate = first; ; candidate++) {
    try {
      return await bind(server, host, candidate);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (code === "EADDRINUSE" && candidate < last) continue;
      throw new AppError({
        code: "listen",
        status: 500,
        message: sentence(code, host, candidate),
        cause: error,
      });
    }
  }
}

const sentence = (code: string, host: string, port: number): string => {
  if (code === "EADDRINUSE")
    return `Porta ${port} sudah dipakai program lain; hentikan program itu atau pilih porta lain, misalnya PORT=${port < 65535 ? port + 1 : DEFAULT_PORT}.`;
  if (code === "EACCES")
    return `Porta ${port} tidak boleh dibuka oleh pengguna ini; pilih porta di atas 1023, misalnya PORT=${DEFAULT_PORT}.`;
  return `Alamat HOST="${host}" tidak dapat dipakai pada mesin ini; kosongkan HOST atau isi dengan 127.0.0.1.`;
};

const bind = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
