import { loadEnv } from "../env";
import { isLoopback, toHostName } from "./own-machine";
import { Refusal } from "./refusal";

/** Throws a Refusal if a page of another site sends the request; the cookie of a session would come with it. */
export function checkOwnPage({ headers }: Request): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const isForeign =
    (origin !== null && !isOwnOrigin(origin, headers)) ||
    (site !== null && site !== "same-origin" && site !== "none");
  if (isForeign) throw new Refusal(403, "Only Dateline's own pages may ask for this.");
}

// Behind a proxy the program is reached over https, and only the setting says so. On this machine it has several names.
function isOwnOrigin(origin: string, headers: Headers): boolean {
  const { origin: own } = loadEnv();
  const host = headers.get("host") ?? "";
  const isPlain = own === null || isLoopback(toHostName(host));
  return origin === own || (isPlain && origin === `http://${host}`);
}
