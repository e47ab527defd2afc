import type { Dataset, Id } from "@/core/record/record";
import { decodeDataset } from "@/wire/dataset";

/** Calls `show` with the dossier as it is after each change; what it gives ends that. */
export type Follow = (show: (dataset: Dataset) => void) => () => void;

// A browser comes again by itself when a stream ends, but not when it is refused one, as while the database is away.
const RETRY_MS = 3000;
// Several changes at once, such as those of a merging, are one to a reader.
const PAUSE_MS = 50;

/** Follows a dossier from the change after `after` on, and loads it whole after each. */
export function followDossier(slug: string, after: Id | null, show: (dataset: Dataset) => void): () => void {
  const ended = new AbortController();

  async function load(): Promise<void> {
    const response = await fetch(`/api/v1/dossiers/${slug}/dataset`, { signal: ended.signal });
    // What cannot be had whole any more, or at the moment, leaves the reader with what there is.
    if (!response.ok) return;
    const dataset = decodeDataset(await response.json());
    if (!ended.signal.aborted) show(dataset);
  }

  const end = followChanges(slug, after, () => void load().catch(() => {}));
  return () => {
    ended.abort();
    end();
  };
}

/**
 * Calls `hear` after each change of a dossier, or few at once. A page that nobody sees is not connected, since browsers
 * keep few connections to one server; once it is seen again it catches up.
 */
export function followChanges(slug: string, after: Id | null, hear: () => void): () => void {
  let last = after;
  let stream: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(retry);
    stream?.close();
    stream = null;
    if (document.visibilityState === "hidden") return;
    const query = last === null ? "" : `?after=${last}`;
    stream = new EventSource(`/api/v1/dossiers/${slug}/live${query}`);
    stream.addEventListener("change", (event) => {
      last = event.lastEventId;
      clearTimeout(timer);
      timer = setTimeout(hear, PAUSE_MS);
    });
    stream.addEventListener("error", () => {
      if (stream?.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_MS);
    });
  }

  connect();
  document.addEventListener("visibilitychange", connect);
  return () => {
    document.removeEventListener("visibilitychange", connect);
    clearTimeout(timer);
    clearTimeout(retry);
    stream?.close();
  };
}
