import { Refusal } from "./endpoint";
import { isOwnMachine } from "./own-machine";

/** Throws a Refusal unless a page of this program, on the machine that it runs on, sends the request. */
export function checkOwnPage(request: Request): void {
  const { headers } = request;
  if (!isOwnMachine(headers)) {
    throw new Refusal(
      403,
      "Anything can be changed only on the machine that Dateline runs on, at a loopback address.",
    );
  }
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const isForeign =
    (origin !== null && origin !== `http://${headers.get("host")}`) ||
    (site !== null && site !== "same-origin" && site !== "none");
  if (isForeign) throw new Refusal(403, "Only Dateline's own pages may ask for this.");
}
