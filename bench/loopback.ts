import { createServer } from "node:http";
import type { Bundle } from "./bundle";

export type Loopback = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly close: () => void;
};

/** Serves the pages on a free port of the loopback interface: `/name` is the page, `/name.js` its script. */
export async function servePages({ pages, read }: Bundle): Promise<Loopback> {
  const server = createServer(({ url = "/" }, response) => {
    const path = url.slice(1);
    const file = pages.includes(path) ? toHtml(path, read(`${path}.css`) !== null) : read(path);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The pages could not be served.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function toHtml(name: string, isStyled: boolean): string {
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    `<title>${name}</title><link rel="icon" href="data:,">`,
    isStyled ? `<link rel="stylesheet" href="/${name}.css">` : "",
    "<style>body { margin: 0 } canvas { display: block }</style>",
    `<body><script src="/${name}.js"></script></body></html>`,
  ].join("\n");
}
