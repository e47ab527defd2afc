import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { checkUrl } from "./check-url";
import { toCheckedLookup } from "./connect-checked";
import { FetchRefusal } from "./fetch-refusal";
import { INTERNET, type Internet } from "./internet";

/** A document from the open internet, and the addresses that led to it, of which the last one has it. */
export type FetchedDocument = {
  readonly bytes: Uint8Array;
  readonly addresses: readonly string[];
  readonly mediaType: string;
  readonly charset: string | undefined;
};

/** What one fetch may take, over all its redirects. */
export type FetchLimits = {
  readonly longestMs: number;
  readonly largestBytes: number;
  readonly redirects: number;
};

const LIMITS: FetchLimits = { longestMs: 20_000, largestBytes: 15 * 2 ** 20, redirects: 5 };

/**
 * Fetches a document by GET. Each address, the first and those of redirects, is checked as it is written and as it
 * resolves, and connected to as it was checked. Throws a FetchRefusal with the reason if it may not be reached, does not
 * answer, is too large or slow, or is of a type that is not read. `ownHost` is where this program itself is reached.
 */
export async function fetchDocument(
  address: string,
  ownHost: string | null = null,
  internet: Internet = INTERNET,
  limits: FetchLimits = LIMITS,
): Promise<FetchedDocument> {
  const dispatcher = new Agent({
    connect: { lookup: toCheckedLookup(internet), timeout: limits.longestMs },
    headersTimeout: limits.longestMs,
    bodyTimeout: limits.longestMs,
    pipelining: 0,
  });
  const deadline = AbortSignal.timeout(limits.longestMs);
  try {
    let url = checkUrl(address, internet, ownHost);
    const addresses = [url.href];
    for (let redirects = 0; ; redirects++) {
      const response = await request(url, { dispatcher, signal: deadline, headers: HEADERS });
      // A body that is given up says so as an error, for which nobody else listens.
      response.body.on("error", () => {});
      const next = toRedirect(response, url);
      if (next === null) return { ...(await read(response, limits)), addresses };
      response.body.destroy();
      if (redirects === limits.redirects) {
        throw new FetchRefusal(`The address leads on more than ${limits.redirects} times.`);
      }
      url = checkUrl(next, internet, ownHost);
      addresses.push(url.href);
    }
  } catch (error) {
    throw toRefusal(error, deadline, limits);
  } finally {
    await dispatcher.destroy();
  }
}

const HEADERS = {
  accept: "text/html, application/xhtml+xml, text/plain, application/pdf;q=0.9",
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "Dateline",
};
const TYPES: readonly string[] = [
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];
const UNPACK = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

function toRedirect({ statusCode, headers }: Dispatcher.ResponseData, url: URL): string | null {
  const location = toOne(headers.location);
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === "") return null;
  if (!URL.canParse(location, url)) throw new FetchRefusal("The address leads on to what is no address.");
  return new URL(location, url).href;
}

async function read(
  response: Dispatcher.ResponseData,
  { largestBytes }: FetchLimits,
): Promise<Omit<FetchedDocument, "addresses">> {
  const { statusCode, headers, body } = response;
  if (statusCode !== 200) throw new FetchRefusal(`The page answers with status ${statusCode}.`);
  const [mediaType = "", ...parameters] = toOne(headers["content-type"])
    .split(";")
    .map((part) => part.trim());
  if (!TYPES.includes(mediaType.toLowerCase())) {
    throw new FetchRefusal(
      `The address holds ${mediaType || "something of no stated type"}, which is not read.`,
    );
  }
  const tooLarge = () => new FetchRefusal(`The document is larger than ${largestBytes / 2 ** 20} MB.`);
  if (Number(toOne(headers["content-length"])) > largestBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += (chunk as Uint8Array).length;
    if (length > largestBytes) throw tooLarge();
    chunks.push(chunk as Uint8Array);
  }
  const bytes = await unpack(Buffer.concat(chunks), toOne(headers["content-encoding"]), largestBytes);
  const charset = parameters.map((part) => /^charset="?([\w:.-]+)"?$/i.exec(part)?.[1]).find(Boolean);
  return { bytes, mediaType: mediaType.toLowerCase(), charset };
}

async function unpack(bytes: Buffer, encoding: string, maxOutputLength: number): Promise<Uint8Array> {
  if (encoding === "" || encoding === "identity") return bytes;
  if (encoding !== "gzip" && encoding !== "deflate" && encoding !== "br") {
    throw new FetchRefusal(`The document is packed by ${encoding}, which is not read.`);
  }
  try {
    return await UNPACK[encoding](bytes, { maxOutputLength });
  } catch {
    throw new FetchRefusal("The document is packed, and damaged or far larger than it seems.");
  }
}

function toRefusal(error: unknown, deadline: AbortSignal, { longestMs }: FetchLimits): Error {
  if (error instanceof FetchRefusal) return error;
  if (deadline.aborted) return new FetchRefusal(`The page did not come within ${longestMs / 1000} s.`);
  // Whatever else goes wrong on the way lies with the other side.
  return new FetchRefusal("The page cannot be reached, or breaks off.");
}

function toOne(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? "";
}
