import { brotliDecompressSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { createColumnsCrowd } from "@/core/brush/columns";
import { createCubeCrowd } from "@/core/brush/cube";
import { type Instant, toRange } from "@/core/time/instant";
import { Prisma } from "@/generated/prisma/client";
import { useDatabase } from "@/test/database";
import { loadFixtures } from "@/test/fixtures/fixtures";
import { decodeCube } from "@/wire/cube";
import { auditCounts } from "../queries/audit-counts";
import { loadCrowdColumns } from "../queries/load-crowd-columns";
import { countEvents } from "./count-events";
import { toPrismaRunner } from "./runner";
import { settleCounts } from "./settle-counts";

const { db, pool } = await useDatabase();
beforeAll(async () => {
  await loadFixtures(db);
});

const dossiers = () => db.dossier.findMany({ select: { id: true, slug: true } });
const NOTHING = {
  ...{ from: null, to: null, bbox: null, q: null, reportedBy: null, cursor: null, limit: 1 },
  ...{ cat: [], actor: [], place: [], source: [], status: [] },
};

async function loadCubeCrowd(dossierId: string) {
  const tile = await db.tile.findUniqueOrThrow({ where: { dossierId_name: { dossierId, name: "cube" } } });
  return createCubeCrowd(decodeCube(brotliDecompressSync(tile.bytes)));
}

describe("the counts of a dossier", () => {
  it("are those of its events, whichever way they are asked for", async () => {
    for (const { id, slug } of await dossiers()) {
      const cube = await loadCubeCrowd(id);
      const columns = createColumnsCrowd((await loadCrowdColumns(db, id, NOTHING)) ?? expect.fail(slug));
      const tally = await db.tally.findUniqueOrThrow({ where: { dossierId: id } });
      expect([slug, cube.size, columns.size]).toEqual([
        slug,
        tally.events - tally.undated,
        tally.events - tally.undated,
      ]);
      const first = Number(tally.firstInstant ?? 0);
      const last = Number(tally.lastInstant ?? 1);
      for (const [from, to] of [
        [0, 1],
        [0.2, 0.4],
        [0.5, 0.51],
        [0.9, 1.2],
      ] as const) {
        const asked = toRange(
          Math.floor(first + from * (last - first)) as Instant,
          Math.ceil(first + to * (last - first) + 1) as Instant,
        );
        const window = cube.snap(asked);
        for (const mask of [-1, 1, 0b10110]) {
          expect([slug, cube.countWindow(window, mask)]).toEqual([slug, columns.countWindow(window, mask)]);
        }
      }
    }
  });

  it("end where they began when every event is taken away and added again", async () => {
    const load = async () => {
      const { rows } = await pool.query(`
        select "dossierId", grain, level, bin, cell, category, starts, ends from rollup
        order by 1, 2, 3, 4, 5, 6`);
      const facets = await pool.query(`select * from facet order by 1, 2, 3`);
      return [rows, facets.rows];
    };
    const before = await load();
    for (const { id } of await dossiers()) {
      const all = Prisma.sql`select id from event where "dossierId" = ${id}::uuid`;
      await db.$transaction(async (tx) => {
        const run = toPrismaRunner(tx);
        await countEvents(run, id, all, -1);
        expect(await tx.rollup.count({ where: { dossierId: id } })).toBe(0);
        expect(await tx.facet.count({ where: { dossierId: id } })).toBe(0);
        await countEvents(run, id, all, 1);
        await settleCounts(run, id);
      });
    }
    expect(await load()).toEqual(before);
  });

  it("know each value of a filter as often as events have it", async () => {
    for (const { id } of await dossiers()) {
      const { rows } = await pool.query(
        `select facet, value, events from facet where "dossierId" = $1
        except
        (select 'cat', category, count(*)::int from event where "dossierId" = $1 group by 2
          union all select 'status', status, count(*)::int from event where "dossierId" = $1 group by 2
          union all select 'actor', "actorId"::text, count(distinct "eventId")::int from participation
            where "dossierId" = $1 group by 2
          union all select 'place', place.id::text, count(*)::int from event
            join place on place."dossierId" = event."dossierId" and place.id in (event."placeId", event."originId")
            where event."dossierId" = $1 group by 2)`,
        [id],
      );
      expect(rows).toEqual([]);
    }
  });

  it("are held against the events by an audit, which names the sum that is wrong", async () => {
    expect(await auditCounts(db)).toBe(null);
    const spoilt = [
      ["events", "update tally set events = events + 1"],
      ["unplaced", "update tally set unplaced = unplaced + 1 where events > unplaced"],
      ["days", "update rollup set starts = starts + 1 where grain = 'day'"],
      ["status", "update facet set events = events + 1 where facet = 'status'"],
    ] as const;
    for (const [sum, statement] of spoilt) {
      await expect(
        db.$transaction(async (tx) => {
          await tx.$executeRaw(Prisma.raw(statement));
          const miscount = await auditCounts(tx as typeof db);
          expect(miscount?.sum).toBe(sum);
          throw new Error("taken back");
        }),
      ).rejects.toThrow("taken back");
    }
    expect(await auditCounts(db)).toBe(null);
  });
});
