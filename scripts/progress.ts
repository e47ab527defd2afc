import type { WriteStream } from "node:tty";

const BAR_WIDTH = 24;
const BAR_EVERY_MS = 100;
// Elsewhere than in a terminal every report is a line that stays.
const LINE_EVERY_MS = 5000;

/** Shows how far a long work is: a bar that moves in a terminal, a line now and then elsewhere. */
export class Progress {
  private readonly started: number;
  private shown: number;
  private isShown = false;

  constructor(
    private readonly output: Pick<WriteStream, "write"> & { readonly isTTY?: boolean },
    private readonly unit: string,
    private readonly now = () => performance.now(),
  ) {
    this.started = now();
    this.shown = this.started;
  }

  /** `portion` is from 0 to 1. */
  show(count: number, portion: number): void {
    const now = this.now();
    if (now - this.shown < (this.output.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS)) return;
    this.shown = now;
    this.isShown = true;
    const words = toProgressWords(count, this.unit, portion, (now - this.started) / 1000);
    this.output.write(this.output.isTTY ? `\r${toBar(portion)} ${words}\x1b[K` : `${words}\n`);
  }

  /** Clears the bar away. */
  end(): void {
    if (this.output.isTTY && this.isShown) this.output.write("\r\x1b[K");
  }
}

/** "45 %, 123,456 rows, 5,432 a second, 12 s left". */
export function toProgressWords(count: number, unit: string, portion: number, seconds: number): string {
  const rate = Math.round(count / Math.max(seconds, 0.001));
  // Early on the rate says little.
  const left =
    portion > 0.01 && seconds > 1 ? `, ${toSeconds((seconds * (1 - portion)) / portion)} left` : "";
  return `${Math.floor(portion * 100)} %, ${toNumber(count)} ${unit}, ${toNumber(rate)} a second${left}`;
}

/** "12,345". */
export function toNumber(count: number): string {
  return count.toLocaleString("en");
}

/** "8 s", "3 min 5 s". */
export function toSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function toBar(portion: number): string {
  const full = Math.round(Math.min(Math.max(portion, 0), 1) * BAR_WIDTH);
  return `${"█".repeat(full)}${"░".repeat(BAR_WIDTH - full)}`;
}
