import type { Grant } from "../access.ts";

/** Somebody who is logged in, as of this request. */
export interface Viewer {
  id: string;
  username: string;
  name: string;
  grants: readonly Grant[];
  /** The password was set by somebody else and must be changed first. */
  mustChange: boolean;
  /** Of the session this request belongs to. */
  sessionId: string;
}
