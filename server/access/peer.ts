import { isLoopback } from "../http/own-machine";

/** Set by the process that listens (scripts/tell-peer.mjs), which takes away what a client sends by this name. */
const PEER = "x-dateline-peer";

/**
 * The address that a request came from; `null` if nobody knows. Of what a client says of itself nothing is believed: a
 * proxy on this machine alone may name another address, and only the last, which it saw itself.
 */
export function toPeer(headers: Headers): string | null {
  const peer = headers.get(PEER);
  const told = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return peer === null || isLoopback(peer) ? (told ?? peer) : peer;
}
