import { loadEnv } from "../env";

/**
 * Whether a request comes from the machine that the program runs on, to a program that listens there alone. Until
 * the first account is made, only such a request may change anything. Every hop that a proxy names has to be this machine too.
 */
export function isOwnMachine(headers: Headers, env: NodeJS.ProcessEnv = process.env): boolean {
  const listening = env.HOSTNAME ?? loadEnv(env).host;
  const { origin } = loadEnv(env);
  const hops = ["x-forwarded-for", "x-forwarded-host", "x-real-ip"].flatMap((name) =>
    (headers.get(name) ?? "").split(",").map((hop) => hop.trim()),
  );
  return (
    isLoopback(listening) &&
    (origin === null || isLoopback(toHostName(new URL(origin).host))) &&
    isLoopback(toHostName(headers.get("host") ?? "")) &&
    !headers.has("forwarded") &&
    hops.filter((hop) => hop !== "").every((hop) => isLoopback(toHostName(hop)))
  );
}

/** Whether a host names the machine itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i.test(host);
}

/** The name in a host: "::1" of "[::1]:3000". */
export function toHostName(host: string): string {
  const bracketed = /^\[([^\]]*)\](:\d+)?$/.exec(host);
  if (bracketed) return bracketed[1] ?? "";
  return /^[^:]*:\d+$/.test(host) ? host.replace(/:\d+$/, "") : host;
}
