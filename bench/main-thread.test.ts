import { describe, expect, it } from "vitest";
import { type TraceEvent, toFrames } from "./main-thread";

const MARK = "step";
const at = { pid: 1, tid: 2 };

function task(ts: number, dur: number, tdur?: number): TraceEvent {
  return {
    name: "ThreadControllerImpl::RunTask",
    ph: "X",
    ts,
    dur,
    ...(tdur === undefined ? {} : { tdur }),
    ...at,
  };
}

function mark(ts: number): TraceEvent {
  return { name: MARK, ph: "I", ts, ...at };
}

describe("toFrames", () => {
  it("adds up the tasks of each step, from the task that its mark stands in", () => {
    const trace = [
      task(0, 500),
      mark(1100),
      task(1000, 2000, 1500),
      task(4000, 1000),
      mark(17_500),
      task(17_000, 600),
    ];
    expect(toFrames(trace, MARK)).toEqual([{ work: 2.5, wall: 3, interval: 16 }]);
  });

  it("counts a task inside a task once, and no other thread's", () => {
    const other = { ...task(1500, 900), tid: 3 };
    const trace = [task(1000, 2000), task(1200, 500), other, mark(1000), mark(9000)];
    expect(toFrames(trace, MARK)).toEqual([{ work: 2, wall: 2, interval: 8 }]);
  });

  it("refuses a trace without marks or tasks", () => {
    expect(() => toFrames([task(0, 1)], MARK)).toThrow("no mark step");
    expect(() => toFrames([mark(0)], MARK)).toThrow("no task");
  });
});
