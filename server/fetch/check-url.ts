import { isIP } from "node:net";
import { FetchRefusal } from "./fetch-refusal";
import type { Internet } from "./internet";

/**
 * An address that may be asked for, as the URL standard reads it: 0x7f.1 and full-width digits are 127.0.0.1 by then.
 * Throws a FetchRefusal for one that may not. What a name resolves to is looked at again when it is connected to.
 */
export function checkUrl(text: string, internet: Internet, ownHost: string | null): URL {
  if (text.length > LONGEST || !URL.canParse(text)) throw new FetchRefusal("This is no address of a page.");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new FetchRefusal("Only addresses that begin with https:// or http:// are fetched.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new FetchRefusal("An address with a name or a password in it is not fetched.");
  }
  if (url.port !== "" && !internet.ports.includes(Number(url.port))) {
    throw new FetchRefusal("Only the usual ports, 80 and 443, are fetched from.");
  }
  const host = toHost(url);
  const isLocal = LOCAL.test(host) || !(host.includes(".") || isIP(host)) || host === ownHost;
  if (isLocal || (isIP(host) !== 0 && !internet.isPublic(host))) throw new FetchRefusal(NOT_PUBLIC);
  return url;
}

export const NOT_PUBLIC = "The address leads to this machine or to a private network, and is not fetched.";

const LONGEST = 2000;
const LOCAL = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa)$/;

// "::1" of "[::1]"; a dot at the end of a name changes nothing.
function toHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
}
