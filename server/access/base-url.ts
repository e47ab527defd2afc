import { loadEnv } from "../env";

/** Where readers reach the program, as far as the settings say; no request is believed. */
export function toBaseUrl(): string {
  const { origin, host, port } = loadEnv();
  return origin ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
