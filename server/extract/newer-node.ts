// PDF.js is written for Node 22.13, and takes from it two functions that the oldest Node of ours lacks. Only the worker
// that reads documents gets them.

type Resolvers = {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
};

function withResolvers(): Resolvers {
  let resolve: Resolvers["resolve"] = () => {};
  let reject: Resolvers["reject"] = () => {};
  const promise = new Promise<unknown>((resolveIt, rejectIt) => {
    resolve = resolveIt;
    reject = rejectIt;
  });
  return { promise, resolve, reject };
}

function parseUrl(url: string | URL, base?: string | URL): URL | null {
  return URL.canParse(url, base) ? new URL(url, base) : null;
}

function supply(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

supply(Promise, "withResolvers", withResolvers);
supply(URL, "parse", parseUrl);
