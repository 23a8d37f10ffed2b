import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What our server hands to every loader, action and render. */
  interface AppLoadContext {
    requestId: string;
    /** For the scripts and styles of this one answer. */
    nonce: string;
  }
}
