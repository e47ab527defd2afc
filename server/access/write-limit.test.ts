import { describe, expect, it } from "vitest";
import type { Visitor } from "./visitor";
import { OF_ACCOUNT, OF_ADDRESS, toCaller, WriteLimit } from "./write-limit";

const ALLOWANCE = { atOnce: 3, backMs: 400 };
const T0 = 1_000_000;

function takeAll(limit: WriteLimit, caller: string, now: number, most = 10): number {
  let taken = 0;
  while (taken < most && limit.take(caller, ALLOWANCE, now) === null) taken++;
  return taken;
}

describe("a limit of writes", () => {
  it("takes so many at once, then one for each pause, and says in whole seconds when", () => {
    const limit = new WriteLimit();
    expect(takeAll(limit, "a", T0)).toBe(3);
    expect(limit.take("a", ALLOWANCE, T0)).toBe(1);
    expect(limit.take("a", ALLOWANCE, T0 + 399)).toBe(1);
    expect(takeAll(limit, "a", T0 + 400)).toBe(1);
    expect(takeAll(limit, "a", T0 + 1200)).toBe(2);
    expect(new WriteLimit().take("a", { atOnce: 0, backMs: 61_500 }, T0)).toBe(62);
  });

  it("gives back all of it in time, and never more", () => {
    const limit = new WriteLimit();
    takeAll(limit, "a", T0);
    expect(takeAll(limit, "a", T0 + 1_000_000)).toBe(3);
  });

  it("does not count what it refuses", () => {
    const limit = new WriteLimit();
    takeAll(limit, "a", T0);
    for (let times = 0; times < 100; times++) limit.take("a", ALLOWANCE, T0);
    expect(limit.take("a", ALLOWANCE, T0 + 400)).toBeNull();
  });

  it("counts each caller alone", () => {
    const limit = new WriteLimit();
    takeAll(limit, "a", T0);
    expect(takeAll(limit, "b", T0)).toBe(3);
  });

  it("remembers so many callers and no more; who wrote longest ago is forgotten first", () => {
    const limit = new WriteLimit(2);
    takeAll(limit, "a", T0);
    limit.take("b", ALLOWANCE, T0);
    // Writes again, and so is not the one who is forgotten.
    limit.take("a", ALLOWANCE, T0 + 400);
    for (let caller = 0; caller < 500; caller++) limit.take(`c${caller}`, { atOnce: 1, backMs: 1 }, T0);
    expect(limit.size).toBe(2);
    const other = new WriteLimit(2);
    takeAll(other, "a", T0);
    takeAll(other, "b", T0);
    other.take("a", ALLOWANCE, T0 + 400);
    other.take("c", ALLOWANCE, T0 + 400);
    expect([takeAll(other, "a", T0 + 400), takeAll(other, "b", T0 + 400)]).toEqual([0, 3]);
  });
});

describe("who is counted", () => {
  const account = { id: "u1", name: "Ana", email: "ana@desk.example", isAdministrator: false };
  const byKey = (id: string): Visitor => ({
    ...{ kind: "account", ...account },
    by: { kind: "key", id, scope: "write", dossierId: null },
  });
  const from = (peer: string, told?: string) =>
    new Headers({ "x-dateline-peer": peer, ...(told === undefined ? {} : { "x-forwarded-for": told }) });
  const nobodyAt = (peer: string, told?: string) =>
    toCaller({ kind: "nobody", hasAccounts: true }, from(peer, told))[0];

  it("is an account by all its sessions, and apart from them by all its keys", () => {
    const bySession = (id: string): Visitor => ({
      ...{ kind: "account", ...account },
      by: { kind: "session", id },
    });
    const [one, other] = ["s1", "s2"].map((id) => toCaller(bySession(id), from("203.0.113.9")));
    expect(one).toEqual(other);
    expect(one?.[1]).toBe(OF_ACCOUNT);
    const [first, second] = ["k1", "k2"].map((id) => toCaller(byKey(id), from("203.0.113.9")));
    expect(first).toEqual(second);
    expect(first?.[0]).not.toBe(one?.[0]);
  });

  it("is an address where nobody is signed in, as a proxy on this machine saw it", () => {
    expect(toCaller({ kind: "nobody", hasAccounts: true }, from("203.0.113.9"))[1]).toBe(OF_ADDRESS);
    expect(nobodyAt("203.0.113.9")).not.toBe(nobodyAt("203.0.113.8"));
    // What a stranger says of itself counts for nothing.
    expect(nobodyAt("203.0.113.9", "198.51.100.1")).toBe(nobodyAt("203.0.113.9"));
    expect(nobodyAt("127.0.0.1", "203.0.113.9")).toBe(nobodyAt("203.0.113.9"));
  });

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true],
    ["2001:db8:1:2::1", "2001:0DB8:0001:0002:0:0:0:7", true],
    ["2001:db8::1", "2001:db8:0:0:1::", true],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["::ffff:203.0.113.9", "::ffff:203.0.113.8", false],
  ])("takes %s and %s for one house: %s", (one, other, isOne) => {
    expect(nobodyAt(one) === nobodyAt(other)).toBe(isOne);
  });
});
