import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a database that can be cut, as if the database were gone, and mended. */
export type SeverableDatabase = {
  /** The database's address by this way. */
  readonly url: string;
  readonly sever: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

/** Opens a port that leads to the database of `url`. */
export async function openSeverableDatabase(url: string): Promise<SeverableDatabase> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      // Either end may break at any time; that is what this is for.
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });

  const own = await listen(0);
  const way = new URL(url);
  way.hostname = "127.0.0.1";
  way.port = String(own);
  return {
    url: way.href,
    sever: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: async () => void (await listen(own)),
  };
}
