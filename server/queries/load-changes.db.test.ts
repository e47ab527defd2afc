import { expect, it } from "vitest";
import { useDatabase } from "@/test/database";
import { toFile, toOrder, toRow } from "@/test/imports/rows";
import { importRows } from "../commands/import-rows";
import { loadChanges, toChangesStatement } from "./load-changes";

const { db, url } = await useDatabase();
const PAGE = { limit: 50, cursor: null, subject: null, isWhole: true };

it("shows an import as one entry, and reads no more than it shows", async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => toRow(String(at + 1)));
  await importRows(url, toOrder("history"), toFile(rows));
  const page = await loadChanges("history", PAGE, db);
  expect(page?.changes.map(({ kind, subject }) => `${subject.kind} ${kind}`)).toEqual([
    "dossier imported",
    "dossier created",
  ]);
  const { id } = await db.dossier.findUniqueOrThrow({ where: { slug: "history" } });
  await db.$executeRaw`analyze revision`;
  const { text, values } = toChangesStatement(id, PAGE);
  const plan = await db.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(`explain ${text}`, ...values);
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("revision_told_idx");
}, 60_000);
