import { loadEnv } from "../env";
import { ChangeListener } from "./change-listener";

/** The process's own listener, made on first use. */
export function ownListener(): ChangeListener {
  // Kept on globalThis: in development the modules are loaded anew at each change, the connection must not be.
  holder.datelineListener ??= create();
  return holder.datelineListener;
}

const holder: { datelineListener?: ChangeListener } = globalThis as typeof globalThis & {
  datelineListener?: ChangeListener;
};

function create(): ChangeListener {
  const { databaseUrl } = loadEnv();
  if (databaseUrl === null) throw new Error("DATABASE_URL: the server was started without a database.");
  const listener = new ChangeListener(databaseUrl);
  // A server that is asked to end waits for its answers, and these would have no end.
  for (const name of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(name, () => listener.endAll());
  return listener;
}
