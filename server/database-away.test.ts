import { describe, expect, it } from "vitest";
import { DatabaseAway, unlessAway } from "./database-away";

const coded = (code: string) => Object.assign(new Error("Failed."), { code });

describe("unlessAway", () => {
  it.each([
    ["refused", coded("ECONNREFUSED")],
    ["refused on both addresses", new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")])],
    ["unknown host", coded("ENOTFOUND")],
    ["Prisma cannot reach it", coded("P1001")],
    ["no connection in time", coded("P2024")],
    ["shutting down", coded("57P01")],
    ["starting up", coded("57P03")],
    ["too slow", coded("57014")],
    ["too many connections", coded("53300")],
    ["an answer too late", new Error("Query read timeout")],
    ["a connection cut", new Error("Connection terminated unexpectedly")],
    [
      "deep inside",
      new Error("x", { cause: Object.assign(new Error("y"), { kind: "DatabaseNotReachable" }) }),
    ],
    [
      "in Prisma's meta",
      Object.assign(new Error("x"), { meta: { driverAdapterError: { cause: { originalCode: "57P02" } } } }),
    ],
  ])("calls the database away: %s", async (_, error) => {
    await expect(unlessAway(() => Promise.reject(error))).rejects.toBeInstanceOf(DatabaseAway);
  });

  it.each([
    coded("23514"),
    coded("P2002"),
    coded("42P01"),
    new Error("Passage 12: quotation not found."),
    "text",
    null,
  ])("passes other errors on as they are: %s", async (error) => {
    await expect(unlessAway(() => Promise.reject(error))).rejects.toBe(error);
  });

  it("gives back what the work gives", async () => {
    await expect(unlessAway(async () => 7)).resolves.toBe(7);
  });
});
