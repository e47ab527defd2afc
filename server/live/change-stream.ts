import type { Id } from "@/core/record/record";
import { type Database, database } from "../db";
import { loadChangesSince } from "../queries/load-changes-since";
import { loadNewestChange } from "../queries/load-newest-change";
import type { ChangeListener } from "./change-listener";
import type { ToldChange } from "./notify-change";
import { ownListener } from "./own-listener";

const BEAT_EVERY_MS = 15_000;
// What a browser waits before it connects again.
const RETRY_MS = 1000;

/**
 * The changes of a dossier as server-sent events, from the one after `after` on (`null`: from now on), until `signal`
 * or the reader ends it, or `mayHear` says no. That is asked before each delivery, and whenever somebody's access was changed
 * (of `reader`, an account, or of everybody): then with the moment from which on the answer has to be.
 */
export function openChangeStream(
  dossierId: Id,
  after: Id | null,
  signal: AbortSignal,
  reader: Id | null,
  mayHear: (since: number | null) => Promise<boolean>,
  db: Database = database(),
  listener: ChangeListener = ownListener(),
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream<Uint8Array>({
    async start(sink) {
      let isOpen = true;
      let stop = () => {};
      const put = (text: string) => {
        if (isOpen) sink.enqueue(encoder.encode(text));
      };
      // One after the other, however long each question takes.
      let line = Promise.resolve();
      const send = (text: string, since: number | null = null) => {
        line = line.then(async () => {
          if (!isOpen) return;
          const isAllowed = await mayHear(since).catch(() => false);
          if (isAllowed) put(text);
          else close();
        });
      };
      const beat = setInterval(() => send(": beat\n\n"), BEAT_EVERY_MS);
      close = () => {
        if (!isOpen) return;
        isOpen = false;
        clearInterval(beat);
        stop();
        // A reader who went away has closed it already.
        try {
          sink.close();
        } catch {}
      };
      signal.addEventListener("abort", () => close());
      const teller = new Teller(db, dossierId, send);
      const hearer = {
        dossierId,
        userId: reader,
        hear: (change: ToldChange) => teller.hear(change),
        askAgain: (at: number) => send(": asked\n\n", at),
        catchUp: () => {
          hearer.askAgain(performance.now());
          void teller.catchUp().catch(close);
        },
        end: () => close(),
      };
      // At once, so that the reader knows that it is connected.
      put(`retry: ${RETRY_MS}\n\n`);
      // From the moment of the question on, not from when the connection stands.
      const from = after ?? (await loadNewestChange(db, dossierId).catch(() => null));
      stop = await listener.add(hearer);
      if (!isOpen || signal.aborted) {
        stop();
        return close();
      }
      // What was changed since the reader was let in, nobody has heard here.
      hearer.askAgain(performance.now());
      // Away from here the reader comes again by itself, with the id of what it heard last.
      await teller.begin(from).catch(close);
    },
    cancel: () => close(),
  });
}

/** Tells each change once, in order, whether it was heard or looked up. */
class Teller {
  private last: Id | null = null;
  // What is heard while something is looked up.
  private held: ToldChange[] | null = [];

  constructor(
    private readonly db: Database,
    private readonly dossierId: Id,
    private readonly send: (text: string) => void,
  ) {}

  async begin(from: Id | null): Promise<void> {
    this.last = from;
    await this.catchUp();
  }

  hear(change: ToldChange): void {
    if (this.held) this.held.push(change);
    else this.tell(change);
  }

  async catchUp(): Promise<void> {
    this.held ??= [];
    if (this.last !== null) {
      for (const change of await loadChangesSince(this.db, this.dossierId, this.last)) this.tell(change);
    }
    const held = this.held ?? [];
    this.held = null;
    for (const change of held) this.tell(change);
  }

  private tell({ id, subject, kind }: ToldChange): void {
    if (this.last !== null && id <= this.last) return;
    this.last = id;
    this.send(`id: ${id}\nevent: change\ndata: ${JSON.stringify({ subject, kind })}\n\n`);
  }
}
