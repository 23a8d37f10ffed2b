import { FORMATS, type Format } from "#app/reports/formats.ts";

/** How far an answer has got that is given in parts. */
export interface Delivery {
  /** Aborted where nobody waits for it any longer. */
  signal: AbortSignal;
  /** Done once what was given so far is on its way. */
  flowing: () => Promise<void>;
}

/** A file to keep. `name` is the first part of its name; what is no letter, figure or hyphen in it becomes a hyphen. */
export const fileResponse = (
  name: string,
  format: Format,
  body: string | Uint8Array | ReadableStream<Uint8Array>,
): Response =>
  new Response(body as BodyInit, {
    headers: {
      "Content-Type": FORMATS[format].mime,
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9-]+/gi, "-")}.${format}"`,
      "Cache-Control": "private, no-cache",
    },
  });

/** A body that is made while it is sent, no faster than it is taken. Nothing of it is held. */
export const streamOf = (
  texts: AsyncIterable<string>,
  { signal, flowing }: Delivery,
): ReadableStream<Uint8Array> => {
  const source = texts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const end = async () => {
    await source.return?.();
  };
  return new ReadableStream(
    {
      async pull(controller) {
        await flowing();
        const { done, value } = signal.aborted ? { done: true } : await source.next();
        if (done || value === undefined) {
          await end();
          controller.close();
        } else controller.enqueue(encoder.encode(value));
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
};
