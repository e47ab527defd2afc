import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "./address";
import { fetchDocument } from "./fetch-document";
import { FetchRefusal } from "./fetch-refusal";
import { INTERNET, type Internet } from "./internet";

// Two servers of this machine on one port: one plays the open internet, at the other nothing may ever arrive.
const OPEN = "127.0.0.2";
const TARGET = "127.0.0.1";
const NAMES: Record<string, readonly string[]> = {
  "news.example": [OPEN],
  "private.example": [TARGET],
  "both.example": [OPEN, TARGET],
  "mapped.example": ["::ffff:127.0.0.1"],
  "metadata.example": ["169.254.169.254"],
};

let hits = 0;
let port = 0;
let lookups = 0;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer = () => {};
const reply = (next: Answer) => {
  answer = next;
};
const open = createServer((request, response) => answer(request, response));
const target = createServer((_, response) => {
  hits++;
  response.end("SECRET");
});

const internet: Internet = {
  async resolve(host) {
    lookups++;
    if (host === "rebinding.example") return [lookups === 1 ? OPEN : TARGET];
    return NAMES[host] ?? Promise.reject(new Error("ENOTFOUND"));
  },
  isPublic: (address) => address === OPEN || isPublicAddress(address),
  get ports() {
    return [port];
  },
};

const listen = (server: Server, host: string, at: number) =>
  new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, host, () => resolve((server.address() as AddressInfo).port));
  });

beforeAll(async () => {
  port = await listen(target, TARGET, 0);
  await listen(open, OPEN, port);
});
beforeEach(() => {
  hits = 0;
  lookups = 0;
  answer = (_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>Words");
});
afterAll(() => {
  for (const server of [open, target]) {
    server.closeAllConnections();
    server.close();
  }
});

const at = (host: string, path = "/") => `http://${host}:${port}${path}`;
const bring = (url: string, limits?: Parameters<typeof fetchDocument>[3]) =>
  fetchDocument(url, "own.example", internet, limits);

/** Refused, and nothing arrived. */
async function expectRefused(fetched: Promise<unknown>, reason: string | RegExp = /./): Promise<void> {
  await expect(fetched).rejects.toThrow(FetchRefusal);
  await expect(fetched).rejects.toThrow(reason);
  expect(hits).toBe(0);
}

describe("a document of the open internet", () => {
  it("is fetched with its type", async () => {
    const { bytes, ...rest } = await bring(at("news.example", "/a?b=c"));
    const addresses = [at("news.example", "/a?b=c")];
    expect(rest).toEqual({ addresses, mediaType: "text/html", charset: "utf-8" });
    expect(Buffer.from(bytes).toString()).toBe("<p>Words");
  });

  it.each([
    ["gzip", gzipSync("<p>Words")],
    ["br", brotliCompressSync("<p>Words")],
  ])("is unpacked from %s", async (encoding, packed) => {
    answer = (_, response) =>
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(packed);
    expect(Buffer.from((await bring(at("news.example"))).bytes).toString()).toBe("<p>Words");
  });

  it("is followed to where it is now, five times", async () => {
    answer = ({ url = "" }, response) => {
      const step = Number(url.slice(1));
      if (step < 5) response.writeHead(302, { location: `/${step + 1}` }).end();
      else response.writeHead(200, { "content-type": "text/plain" }).end("Words");
    };
    const { addresses } = await bring(at("news.example", "/0"));
    expect(addresses).toEqual([0, 1, 2, 3, 4, 5].map((step) => at("news.example", `/${step}`)));
    await expectRefused(bring(at("news.example", "/-1")), "more than 5 times");
  });

  it("is asked for with nothing of this machine's", async () => {
    let headers: IncomingMessage["headers"] = {};
    answer = (request, response) => {
      headers = request.headers;
      response.writeHead(200, { "content-type": "text/plain" }).end("Words");
    };
    await bring(at("news.example"));
    expect(Object.keys(headers).toSorted()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ]);
  });
});

const WRITTEN = [
  ...[
    "127.0.0.1",
    "127.1",
    "0",
    "0.0.0.0",
    "0x7f000001",
    "0x7f.1",
    "2130706433",
    "0177.0.0.1",
    "017700000001",
  ],
  ...[
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[::7f00:1]",
  ],
  ...[
    "[64:ff9b::7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::1]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[2001:db8::1]",
  ],
  ...["[fc00::1]", "[fd12:3456:789a::1]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "[100::1]"],
  ...["169.254.169.254", "169.254.170.2", "100.100.100.200", "[fd00:ec2::254]", "168.63.129.16.internal"],
  ...["metadata.google.internal", "metadata", "instance-data", "kubernetes.default.svc.internal"],
  ...["10.0.0.1", "10.255.255.255", "100.64.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.0.0.1"],
  ...["192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1"],
  ...[
    "255.255.255.255",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "printer.local",
    "router.lan",
  ],
  ...[
    "127.0.0.1.",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "own.example",
    "own.example.",
    "OWN.example",
  ],
];

describe("an address that is not public", () => {
  it.each(WRITTEN)("%s is refused before anything is connected to", async (host) => {
    for (const url of [at(host), `http://${host}/`, `https://${host}/`]) await expectRefused(bring(url));
    expect(lookups).toBe(0);
  });

  it("is known for what it is without any test's internet", async () => {
    const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    expect(own.length).toBeGreaterThan(0);
    for (const { address } of own) expect(isPublicAddress(address)).toBe(false);
    for (const address of ["", "x", "127.0.0.1", "fe80::1%eth0", "::ffff:10.0.0.1", "::7f00:1", "::808:808"])
      expect(isPublicAddress(address)).toBe(false);
    for (const address of ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
      expect(isPublicAddress(address)).toBe(true);
    await expectRefused(fetchDocument(at("localhost"), null, INTERNET));
  });

  it.each(["private.example", "both.example", "mapped.example", "metadata.example", "nothing.example"])(
    "is refused where a name resolves to it: %s",
    async (host) => {
      await expectRefused(bring(at(host)));
    },
  );

  it("is refused where a name resolves to it the second time", async () => {
    answer = (_, response) =>
      response.writeHead(302, { location: at("rebinding.example", "/again"), connection: "close" }).end();
    await expectRefused(bring(at("rebinding.example")), "private network");
    expect(lookups).toBe(2);
  });

  it.each([
    ...[
      "http://127.0.0.1:PORT/",
      "http://[::ffff:7f00:1]:PORT/",
      "http://private.example:PORT/",
      "//127.1:PORT/",
    ],
    ...[
      "http://2130706433:PORT/",
      "file:///etc/passwd",
      "http://user@news.example:PORT/",
      "ftp://news.example/",
      "http://[",
    ],
  ])("is refused where a page leads on to it: %s", async (location) => {
    answer = (_, response) =>
      response.writeHead(301, { location: location.replace("PORT", String(port)) }).end();
    await expectRefused(bring(at("news.example")));
  });

  it("is refused where pages lead on in a circle", async () => {
    answer = (_, response) => response.writeHead(302, { location: at("news.example") }).end();
    await expectRefused(bring(at("news.example")), "more than 5 times");
  });
});

describe("what is no address of a page", () => {
  it.each([
    ...[
      "file:///etc/passwd",
      "ftp://news.example/",
      "gopher://news.example/",
      "data:text/html,<p>x",
      "blob:http://news.example/x",
    ],
    ...["javascript:1", "ws://news.example/", "http://user@news.example/", "http://user:pass@news.example/"],
    ...[
      "http://news.example:5432/",
      "http://news.example:22/",
      "https://news.example:8443/",
      "",
      "news",
      "http://",
      "//news.example/",
    ],
    ...[
      "http://news.example@127.0.0.1/",
      "http://127.0.0.1#@news.example/",
      "http://127.0.0.1\\@news.example/",
    ],
    `http://news.example/${"a".repeat(2000)}`,
  ])("%s is refused", async (url) => {
    await expectRefused(bring(url));
    expect(lookups).toBe(0);
  });
});

describe("a server that means harm", () => {
  const SMALL = { longestMs: 1000, largestBytes: 100_000, redirects: 5 };
  const send = (headers: Record<string, string>, body: (response: ServerResponse) => void) => {
    answer = (_, response) => body(response.writeHead(200, { "content-type": "text/html", ...headers }));
  };

  it.each<[string, () => void, string]>([
    [
      "states too great a length",
      () => send({ "content-length": "10000000000" }, (to) => to.flushHeaders()),
      "larger than",
    ],
    [
      "never ends",
      () => {
        const chunk = Buffer.alloc(16_384, 32);
        send({}, (to) => {
          const more = () => void (to.write(chunk) ? setImmediate(more) : to.once("drain", more));
          to.once("close", () => to.removeAllListeners("drain"));
          more();
        });
      },
      "larger than",
    ],
    ["never begins", () => reply(() => {}), "within 1 s"],
    ["stops in the middle", () => send({}, (to) => to.write("<p>")), "within 1 s"],
    [
      "packs a bomb",
      () => send({ "content-encoding": "gzip" }, (to) => to.end(gzipSync(Buffer.alloc(20_000_000)))),
      "far larger",
    ],
    [
      "packs what is not packed",
      () => send({ "content-encoding": "gzip" }, (to) => to.end("<p>")),
      "damaged",
    ],
    [
      "packs in its own way",
      () => send({ "content-encoding": "zstd" }, (to) => to.end("<p>")),
      "packed by zstd",
    ],
    ["sends an image", () => send({ "content-type": "image/png" }, (to) => to.end("x")), "image/png"],
    ["sends no type", () => reply((_, response) => void response.writeHead(200).end("x")), "no stated type"],
    ["sends an error", () => reply((_, response) => void response.writeHead(500).end("x")), "status 500"],
    ["hangs up", () => reply(({ socket }) => void socket.destroy()), "breaks off"],
  ])("%s is refused", async (_, prepare, reason) => {
    prepare();
    const started = performance.now();
    await expectRefused(bring(at("news.example"), SMALL), reason);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
