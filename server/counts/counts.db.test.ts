import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createColumnsCrowd } from "@/core/brush/columns";
import { createCubeCrowd } from "@/core/brush/cube";
import { type Instant, toRange } from "@/core/time/instant";
import { Prisma } from "@/generated/prisma/client";
import { toReports } from "@/scripts/generate-reports";
import { useDatabase } from "@/test/database";
import { loadFixtures } from "@/test/fixtures/fixtures";
import { decodeCube } from "@/wire/cube";
import { generateEvents } from "../commands/generate-events";
import { auditCounts } from "../queries/audit-counts";
import { loadCrowdColumns } from "../queries/load-crowd-columns";
import { loadWindowCounts } from "../queries/load-window-counts";
import { countEvents } from "./count-events";
import { toPrismaRunner } from "./runner";
import { settleCounts } from "./settle-counts";

const { db, pool, url } = await useDatabase();
beforeAll(async () => {
  await loadFixtures(db);
  // So many days that the cube has a bin for each week alone.
  await generateEvents(url, { slug: "weeks", title: "Weeks", summary: "" }, toReports(1500, 3));
}, 60_000);

const dossiers = () => db.dossier.findMany({ select: { id: true, slug: true } });
const NOTHING = {
  ...{ from: null, to: null, bbox: null, q: null, reportedBy: null, cursor: null, limit: 1 },
  ...{ cat: [], actor: [], place: [], source: [], status: [] },
};

async function loadCubeCrowd(dossierId: string) {
  const tile = await db.tile.findUniqueOrThrow({ where: { dossierId_name: { dossierId, name: "cube" } } });
  return createCubeCrowd(decodeCube(brotliDecompressSync(tile.bytes)));
}

/** Shares of a dossier's time, and some before and after it. */
const OUTSIDE = { min: -0.2, max: 1.2, noNaN: true };

async function countOneByOne(dossierId: string, level: number, fromDay: number, toDay: number) {
  const { rows } = await pool.query(
    `select
      case when place.id is null then -1 else
        (place."worldX" >> (24 - $2::int)) * (1 << $2::int) + (place."worldY" >> (24 - $2::int)) end as cell,
      event.category, count(*)::int as events
    from event left join place on place."dossierId" = event."dossierId" and place.id = event."placeId"
    where event."dossierId" = $1 and edtf is not null and "hiddenAt" is null
      and ("beginEarliest" is null or "beginEarliest" < $4::bigint * 86400000)
      and ("endLatest" is null or "endLatest" > $3::bigint * 86400000)
    group by 1, 2 order by 1, 2`,
    [dossierId, level, fromDay, toDay],
  );
  return rows;
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

  it("are counted in any window of days as one by one", async () => {
    const random = fc.sample(fc.tuple(fc.double(OUTSIDE), fc.double(OUTSIDE)), { numRuns: 20, seed: 11 });
    let seen = 0;
    for (const { id, slug } of await dossiers()) {
      const edges = await db.cubeRow.aggregate({
        ...{ where: { dossierId: id }, _min: { edge: true }, _max: { edge: true } },
      });
      const [first, last] = [edges._min.edge ?? 0, edges._max.edge ?? 1];
      for (const window of random) {
        const days = window.map((share) => Math.round(first + share * (last - first)));
        const [fromDay, toDay] = [Math.min(...days), Math.max(...days) + 1];
        const { level, cells } = await loadWindowCounts(id, NOTHING, fromDay, toDay, db);
        expect([slug, fromDay, toDay, cells]).toEqual([
          ...[slug, fromDay, toDay],
          await countOneByOne(id, level, fromDay, toDay),
        ]);
        seen += cells.length;
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });

  it("end where they began when every event is taken away and added again", async () => {
    const load = async () => {
      const { rows } = await pool.query(`
        select "dossierId", grain, level, bin, category, cells, starts, ends from rollup
        order by 1, 2, 3, 4, 5`);
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
      ["last", `update tally set "lastInstant" = "lastInstant" + 1`],
      ["days", "update rollup set starts[1] = starts[1] + 1 where grain = 'day'"],
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
