import fc from "fast-check";
import { expect, it } from "vitest";
import { KeyTable } from "./key-table";

it("remembers each key with the line that it first stood on", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (keys) => {
      const table = new KeyTable();
      const known = new Map<string, number>();
      for (const [at, key] of keys.entries()) {
        expect(table.add(key, at + 1)).toBe(known.get(key) ?? null);
        if (!known.has(key)) known.set(key, at + 1);
      }
    }),
  );
});

it("goes on telling keys apart while it grows", () => {
  const table = new KeyTable();
  for (let line = 1; line <= 20_000; line++) expect(table.add(`key ${line}`, line)).toBeNull();
  for (let line = 1; line <= 20_000; line += 997) expect(table.add(`key ${line}`, 1)).toBe(line);
});
