import "@remix-run/node";
import type { Scope } from "#db/scope.ts";
import type { Viewer } from "./server/accounts/viewer.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What our server hands to every loader, action and render. */
  interface AppLoadContext {
    requestId: string;
    /** For the scripts and styles of this one answer. */
    nonce: string;
    /** Who is logged in; null: a visitor. */
    viewer: Viewer | null;
    /** Token of the session cookie, whether or not a session belongs to it. */
    token: string | null;
    /** Did the browser ask over https? */
    secure: boolean;
    /** Network address of the browser. */
    address: string;
    /** Done once what was sent of the answer so far is on its way. */
    flowing: () => Promise<void>;
    /** What the viewer may read at this address; in an action: change. */
    scope: Scope;
    /** What of it is the viewer's by a role, without what is open to everybody. */
    own: Scope;
    /** What the viewer may change at this address. */
    writes: Scope;
  }
}
