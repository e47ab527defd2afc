import { readFonts } from "./fonts";
import type { Answer, Asked, Order } from "./paint-worker";
import { type Picture, paintPicture } from "./picture";

/** Paints pictures for one canvas, one after the other. */
export type Painter = {
  /**
   * Has a picture painted in place of all that still wait; `show` gets it some milliseconds later, at once if there is
   * no worker to be had.
   */
  readonly paint: (picture: Picture, show: (bitmap: ImageBitmap) => void) => void;
  readonly close: () => void;
};

type Task = { readonly picture: Picture; readonly show: (bitmap: ImageBitmap) => void };

/**
 * Paints on another thread: filling some hundred discs takes longer than all else in a frame. `family` is the font of
 * the pictures.
 */
export function createPainter(family: string): Painter {
  const id = nextId++;
  let waiting: Task | null = null;
  let running: Task | null = null;
  let shown: Task | null = null;

  function run(): void {
    if (running || !waiting) return;
    const task = waiting;
    waiting = null;
    if (!open(family)) return finish(task, paintPicture(task.picture));
    running = task;
    ask({ id, picture: task.picture });
  }

  function finish(task: Task, bitmap: ImageBitmap): void {
    running = null;
    shown = task;
    task.show(bitmap);
    run();
  }

  clients.set(id, {
    take: (bitmap) => (running ? finish(running, bitmap) : bitmap.close()),
    again(isLost) {
      waiting ??= running ?? shown;
      if (isLost) running = null;
      run();
    },
  });
  return {
    paint(picture, show) {
      waiting = { picture, show };
      run();
    },
    close() {
      clients.delete(id);
      if (clients.size > 0) return;
      worker?.terminate();
      worker = null;
    },
  };
}

type Client = {
  readonly take: (bitmap: ImageBitmap) => void;
  /** Paints once more; what was being painted may be lost. */
  readonly again: (isLost: boolean) => void;
};

const clients = new Map<number, Client>();
let nextId = 0;
let worker: Worker | null = null;
let isBroken = false;

/** The worker of all painters; `null` where there is none, or it broke. */
function open(family: string): Worker | null {
  if (worker || isBroken) return worker;
  worker = new Worker(new URL("./paint-worker.ts", import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (!data) for (const client of clients.values()) client.again(false);
    for (const { id, bitmap } of data ?? []) clients.get(id)?.take(bitmap);
  };
  worker.onerror = () => {
    isBroken = true;
    worker = null;
    for (const client of clients.values()) client.again(true);
  };
  worker.postMessage({ kind: "fonts", files: readFonts(family) } satisfies Order);
  return worker;
}

const asked: Asked[] = [];

/** Sends what is asked for in one frame together: a message costs more than what is in it. */
function ask(picture: Asked): void {
  if (asked.push(picture) > 1) return;
  queueMicrotask(() => {
    const order = { kind: "pictures", asked: asked.splice(0) } satisfies Order;
    worker?.postMessage(order);
  });
}
