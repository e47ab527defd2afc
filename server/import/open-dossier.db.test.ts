import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useDatabase } from "@/test/database";
import { openDossier } from "./open-dossier";

const { db, pool } = await useDatabase();
const toOrder = (slug: string) => ({
  ...{ dossier: { slug, title: slug, summary: "" }, zone: null, author: "Ana" },
});

async function open(order: Parameters<typeof openDossier>[1]) {
  const client = await pool.connect();
  try {
    return await openDossier(client, order);
  } finally {
    client.release();
  }
}

describe("an import by an account", () => {
  it("owns the dossier that it makes", async () => {
    const ownerId = randomUUID();
    const { id } = await open({ ...toOrder("own"), permit: { ownerId, dossierId: null } });
    expect(await db.member.findMany({ where: { dossierId: id }, omit: { since: true } })).toEqual([
      { dossierId: id, userId: ownerId, role: "owner" },
    ]);
  });

  it("does not get into a dossier that was made since its rights were looked at", async () => {
    await open(toOrder("others"));
    const permit = { ownerId: randomUUID(), dossierId: null };
    await expect(open({ ...toOrder("others"), permit })).rejects.toThrow("There is a dossier others by now.");
  });

  it("does not make anew one that was removed since", async () => {
    const permit = { ownerId: randomUUID(), dossierId: randomUUID() };
    await expect(open({ ...toOrder("removed"), permit })).rejects.toThrow("was removed meanwhile");
  });
});
