import { describe, expect, it } from "vitest";
import { makeOwner } from "@/server/commands/make-owner";
import { loadEnv } from "@/server/env";
import { useDatabase } from "@/test/database";
import { openFirstAccount } from "./first-account";

const { db, url } = await useDatabase();
const SECRET = { DATELINE_SECRET: "thirty-two characters, or some more" };
const open = (env: Record<string, string>) => openFirstAccount(url, loadEnv(env));
const ANA = { name: "Ana", email: "ana@desk.example", password: "correct horse battery" };

describe("a start without an account", () => {
  it("makes another link each time, of which only the hash is kept", async () => {
    const [first, second] = [await open({}), await open({ DATELINE_ORIGIN: "http://localhost:3000" })];
    expect([first?.length, second?.length]).toEqual([43, 43]);
    expect(first).not.toBe(second);
    expect(await db.setupToken.count()).toBe(1);
  });

  it.each([
    [{ HOST: "0.0.0.0" }, "HOST=0.0.0.0", ["DATELINE_SECRET", "npm run owner"]],
    [{ HOST: "::", ...SECRET }, "HOST=::", ["npm run owner"]],
    [
      { DATELINE_ORIGIN: "https://atlas.example" },
      "https://atlas.example",
      ["DATELINE_SECRET", "npm run owner"],
    ],
  ])("is refused where others can reach it: %j", async (env, reach, wanted) => {
    const message = await open(env).then(
      () => "",
      (error: Error) => error.message,
    );
    for (const words of [reach, ...wanted]) expect(message).toContain(words);
    expect(message.includes("DATELINE_SECRET")).toBe(wanted.includes("DATELINE_SECRET"));
  });

  it("is one with an account once the operator has made it", async () => {
    expect(await makeOwner(db, { ...ANA, password: "password" })).toMatchObject({ kind: "refused" });
    expect(await makeOwner(db, { ...ANA, name: " ", email: "none" })).toMatchObject({
      kind: "refused",
      reasons: ["A name is needed.", "This is no e-mail address."],
    });
    expect(await makeOwner(db, ANA)).toEqual({ kind: "made", email: ANA.email });
    expect(await open({})).toBeNull();
    expect(await open({ HOST: "0.0.0.0", ...SECRET })).toBeNull();
    await expect(open({ HOST: "0.0.0.0" })).rejects.toThrow("DATELINE_SECRET");
    expect(await makeOwner(db, { ...ANA, email: " ANA@desk.example" })).toMatchObject({ kind: "changed" });
    expect(await db.user.count()).toBe(1);
  });
});
