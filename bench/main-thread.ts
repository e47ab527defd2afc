/** An event of Chromium's trace; times in microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread ran: not what it waited for its turn on a processor. */
  readonly tdur?: number;
};

/** What one step of the window cost, from its frame to the next step's, in milliseconds. */
export type Frame = {
  /** What the page's main thread ran, all tasks together: another process's turn on the processor does not count. */
  readonly work: number;
  /** How long those tasks took by the clock. */
  readonly wall: number;
  /** From this step to the next. */
  readonly interval: number;
};

/** To be recorded: every task of every thread, and the marks between the steps. */
export const CATEGORIES = ["toplevel", "blink.user_timing"];

type Task = { readonly start: number; readonly end: number; readonly ran: number };

const TASKS = new Set(["ThreadControllerImpl::RunTask", "RunTask"]);

/** Adds up the main thread's tasks from each mark to the next. Throws if the trace does not hold both. */
export function toFrames(trace: readonly TraceEvent[], mark: string): Frame[] {
  const marks = trace.filter(({ name }) => name === mark).toSorted((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) throw new Error(`The trace has no mark ${mark}.`);
  const tasks = toOuterTasks(trace.filter(({ pid, tid }) => pid === first.pid && tid === first.tid));
  if (tasks.length === 0) throw new Error("The trace has no task of the page's main thread.");
  // The task that a mark stands in belongs to its step from the start: the step's input is handled in it too.
  const starts = marks.map(({ ts }) => tasks.find(({ start, end }) => start <= ts && ts <= end)?.start ?? ts);

  return starts.slice(0, -1).map((start, step) => {
    const end = starts[step + 1] ?? start;
    const own = tasks.filter((task) => task.start >= start && task.start < end);
    const work = own.reduce((sum, { ran }) => sum + ran, 0);
    const wall = own.reduce((sum, task) => sum + task.end - task.start, 0);
    return { work: work / 1000, wall: wall / 1000, interval: (end - start) / 1000 };
  });
}

// A task may run others inside itself; only the outermost are added up.
function toOuterTasks(events: readonly TraceEvent[]): Task[] {
  const outer: Task[] = [];
  const tasks = events
    .filter(({ name, ph }) => ph === "X" && TASKS.has(name))
    .map(({ ts, dur = 0, tdur = dur }) => ({ start: ts, end: ts + dur, ran: tdur }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const task of tasks) if (task.start >= (outer.at(-1)?.end ?? 0)) outer.push(task);
  return outer;
}
