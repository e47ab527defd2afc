import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { parseAccessNotification, type ToldAccess } from "./notify-access";
import { CHANNEL, parseNotification, type ToldChange } from "./notify-change";

/** Who wants to hear of the changes of a dossier. */
export type Hearer = {
  readonly dossierId: string;
  /** The account that hears; `null` for whoever has none. */
  readonly userId: string | null;
  readonly hear: (change: ToldChange) => void;
  /** Who may hear it was changed, at `at` of performance.now() or before. */
  readonly askAgain: (at: number) => void;
  /** Something may have been missed: the connection was away for a while. */
  readonly catchUp: () => void;
  /** The program ends. */
  readonly end: () => void;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
const CONNECT_TIMEOUT_MS = 3000;
// A connection that was cut without a word is noticed by a statement that is not answered.
const CHECK_EVERY_MS = 15_000;
const ANSWER_TIMEOUT_MS = 5000;

/**
 * One connection that listens for changes, for all who want to hear of them. It is there while anybody does, and is made
 * anew whenever it breaks.
 */
export class ChangeListener {
  private readonly hearers = new Set<Hearer>();
  private running: Promise<void> | null = null;
  private client: pg.Client | null = null;

  constructor(private readonly url: string) {}

  /** Resolves once nothing is missed any more; the function that it gives ends the hearing. */
  async add(hearer: Hearer): Promise<() => void> {
    this.hearers.add(hearer);
    this.running ??= this.run();
    await this.connected();
    return () => this.remove(hearer);
  }

  /** Ends the hearing of all. */
  endAll(): void {
    for (const hearer of this.hearers) hearer.end();
  }

  get size(): number {
    return this.hearers.size;
  }

  private remove(hearer: Hearer): void {
    this.hearers.delete(hearer);
    if (this.hearers.size > 0) return;
    // Whoever comes while it ends must wait for the next: what is said meanwhile would reach nobody.
    const { client } = this;
    this.client = null;
    void client?.end().catch(() => {});
  }

  private waiting: (() => void)[] = [];

  // Until the first connection stands, or the second is being tried: a stream can begin while the database is away.
  private connected(): Promise<void> {
    if (this.client !== null) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    let isFirst = true;
    while (this.hearers.size > 0) {
      const heard = await this.listen(isFirst).catch(() => false);
      isFirst = false;
      // After a failure whoever waits goes on without; after an end the next connection is near.
      if (!heard) this.release();
      pause = heard ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (this.hearers.size > 0) await wait(pause, undefined, { ref: false });
    }
    this.running = null;
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Listens until the connection ends; says whether there was one. */
  private async listen(isFirst: boolean): Promise<boolean> {
    const client = new pg.Client({
      ...{ connectionString: this.url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true },
      query_timeout: ANSWER_TIMEOUT_MS,
    });
    const ended = new Promise<void>((resolve) => {
      client.once("end", resolve);
      client.once("error", () => resolve());
    });
    // An error may come twice.
    client.on("error", () => {});
    client.on("notification", ({ payload }) => this.take(payload));
    let check: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      this.release();
      if (!isFirst) for (const hearer of [...this.hearers]) hearer.catchUp();
      check = setInterval(() => void client.query("select 1").catch(() => client.end()), CHECK_EVERY_MS);
      check.unref();
      // Everybody may have gone while it was made.
      if (this.hearers.size > 0) await ended;
      return true;
    } finally {
      clearInterval(check);
      this.client = null;
      // Not waited for: the end of a connection that broke may never be told.
      void client.end().catch(() => {});
    }
  }

  private take(payload: string | undefined): void {
    const [change, access] = [parseNotification(payload), parseAccessNotification(payload)];
    if (change !== null) this.tell(change);
    if (access !== null) this.tellAccess(access);
  }

  private tellAccess({ dossierId, userId }: ToldAccess): void {
    const at = performance.now();
    for (const hearer of [...this.hearers]) {
      const isOfDossier = dossierId === null || hearer.dossierId === dossierId;
      if (isOfDossier && (userId === null || hearer.userId === userId)) hearer.askAgain(at);
    }
  }

  private tell(change: ToldChange): void {
    for (const hearer of [...this.hearers]) if (hearer.dossierId === change.dossierId) hearer.hear(change);
  }
}
