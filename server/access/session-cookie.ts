import { loadEnv } from "../env";

const NAME = "dateline-session";

/** Whether readers reach the program over https, so that a cookie may be bound to it. */
export function isSecure(): boolean {
  return loadEnv().origin?.startsWith("https:") ?? false;
}

/**
 * The name of the cookie of a session. Of a name that begins like this browsers take only a cookie that is sent over
 * https, for this host and every path; on a plain loopback address there is no such thing.
 */
export function toCookieName(): string {
  return isSecure() ? `__Host-${NAME}` : NAME;
}

export function holdsSessionCookie(headers: Headers): boolean {
  return (headers.get("cookie") ?? "").includes(`${toCookieName()}=`);
}
