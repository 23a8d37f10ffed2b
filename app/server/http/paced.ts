import type { RequestHandler } from "express";
import { localsOf } from "./security.ts";

/**
 * Lets whoever makes an answer while it is sent wait until what he gave is on its way. The adapter writes without waiting:
 * a browser on a slow line would have a whole file pile up in memory. Stands behind the compression, whose writing it asks.
 */
export const paced: RequestHandler = (_request, response, next) => {
  const write = response.write.bind(response) as (...parts: unknown[]) => boolean;
  let flowing: Promise<void> | undefined;
  let resume = () => {};
  const flow = () => {
    flowing = undefined;
    resume();
  };
  // Once for the whole answer: the compression hands listeners for "drain" on, and takes none of them back.
  response.on("drain", flow);
  response.on("close", flow);
  response.write = (...parts: unknown[]): boolean => {
    const free = write(...parts);
    if (!free) {
      flowing ??= new Promise((resolve) => {
        resume = resolve;
      });
    }
    return free;
  };
  localsOf(response).flowing = async () => flowing;
  next();
};
