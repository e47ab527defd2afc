/** Asks for one thing at a time: a newer wish ends the one before it. */
export type Request = {
  /** Loads what `wish` stands for, unless that is under way already; only the latest answer is used. */
  readonly run: <T>(
    wish: string,
    load: (signal: AbortSignal) => Promise<T>,
    use: (answer: T) => void,
  ) => void;
  readonly cancel: () => void;
};

export function createRequest(onFailure: (error: unknown) => void): Request {
  let current: { wish: string; abort: AbortController } | null = null;

  function cancel(): void {
    current?.abort.abort();
    current = null;
  }

  return {
    run(wish, load, use) {
      if (current?.wish === wish) return;
      cancel();
      const abort = new AbortController();
      const own = { wish, abort };
      current = own;
      load(abort.signal).then(
        (answer) => {
          if (current !== own) return;
          current = null;
          use(answer);
        },
        (error: unknown) => {
          if (current !== own) return;
          current = null;
          onFailure(error);
        },
      );
    },
    cancel,
  };
}
