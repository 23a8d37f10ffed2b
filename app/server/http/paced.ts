import type { RequestHandler } from "express";
import { localsOf } from "./security.ts";

/**
 * Lets whoever makes an answer while it is sent wait until what he gave is on its way. The adapter writes without waiting:
 * a browser on a slow line would have a whole file pile up in memory. Stands behind the compression, whose writing it asks.
 */
export const paced: RequestHandler = (_request, response, next) => {
  const write = response.write.bind(response) as (...parts: unknown[]) => boolean;
  let flowing: Promise<void> | undefined;
  response.write = (...parts: unknown[]): boolean => {
    const free = write(...parts);
    if (!free)
      flowing ??= new Promise((resolve) => {
        const go = () => {
          flowing = undefined;
          resolve();
        };
        response.once("drain", go);
        response.once("close", go);
      });
    return free;
  };
  localsOf(response).flowing = async () => flowing;
  next();
};
