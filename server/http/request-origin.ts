const HOST = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/;
const NOWHERE = "http://localhost";

/**
 * The origin that a request was sent to, as the reader wrote it: a proxy says so in X-Forwarded-Host and -Proto.
 * Nothing but a plain host is taken from a header that anybody can write.
 */
export function toRequestOrigin(headers: Pick<Headers, "get">): string {
  const first = (name: string) => headers.get(name)?.split(",")[0]?.trim() ?? "";
  const host = first("x-forwarded-host") || first("host");
  const protocol = first("x-forwarded-proto") === "https" ? "https" : "http";
  const origin = `${protocol}://${host}`;
  return HOST.test(host) && URL.canParse(origin) ? new URL(origin).origin : NOWHERE;
}
