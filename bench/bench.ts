import pg from "pg";
import { type BuiltProgram, openBuiltProgram } from "./built-program";
import { bundlePages } from "./bundle";
import { BY_POINTER, CONTESTANTS, DATELINE, DEMO, NARROW_AND_WIDE } from "./contestants";
import type { Importing } from "./import-rows";
import { servePages } from "./loopback";
import { describeMachine } from "./machine";
import { measureContestant } from "./measure-contestant";
import { type Dossier, measureDashboard } from "./measure-dashboard";
import { openPage } from "./open-page";
import { FULL, type Plan, QUICK } from "./plan";
import { measureRawTable } from "./raw-table";
import { toReport } from "./report";
import type { Result } from "./result";
import type { Run } from "./run";
import { type Timing, timeStatement } from "./statement";
import { measureWireSizes } from "./wire-sizes";
import { writeReadme } from "./write-readme";

const isQuick = process.argv.includes("--quick");
const program = await openBuiltProgram();
// What was started must end with the benchmark, however that ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => void program.close().finally(() => process.exit(130)));
}
try {
  const plan = await toFeasible(program, isQuick ? QUICK : FULL);
  const report = toReport(await runAll(program, plan));
  process.stdout.write(`\n${report}\n`);
  // A quick run leaves out what the table is about.
  if (!isQuick) writeReadme(report);
} finally {
  await program.close();
}
process.exit(0);

/** The plan without what would take too long to make. */
async function toFeasible({ holds }: BuiltProgram, plan: Plan): Promise<Plan> {
  const left: number[] = [];
  for (const events of plan.sizes) {
    if (events > plan.mostMade && !(await holds(toSlug(events), events))) left.push(events);
  }
  for (const events of left) say(`${events} events are left out: no dossier of them is kept`);
  const isFeasible = (events: number) => !left.includes(events);
  return { ...plan, sizes: plan.sizes.filter(isFeasible), tables: plan.tables.filter(isFeasible) };
}

async function runAll(program: BuiltProgram, plan: Plan): Promise<Run> {
  const opened = await openPage();
  await opened.close();
  const machine = await describeMachine(opened.version, program.databaseUrl);
  const results = [...(await runPages(plan)), ...(await runDashboards(program, plan))];
  const wire = measureWireSizes(100_000, plan.seed);
  const importing = await runImport(program, plan);
  return { machine, plan, results, wire, importing, ...(await runDatabase(program, plan)) };
}

async function runPages(plan: Plan): Promise<Result[]> {
  const bundle = await bundlePages();
  const pages = await servePages(bundle);
  const results: Result[] = [];
  try {
    for (const events of plan.sizes) {
      for (const contestant of CONTESTANTS) {
        say(`${contestant.name}, ${events} events`);
        results.push(...(await measureContestant(contestant, events, plan, pages.url)));
      }
    }
    return results;
  } finally {
    pages.close();
    bundle.remove();
  }
}

async function runDashboards({ url, generate }: BuiltProgram, plan: Plan): Promise<Result[]> {
  const demo: Dossier = {
    ...{ contestant: DEMO, slug: "stoltenberg-asia-2023", events: 16, share: 0 },
    hand: "page",
  };
  say(DEMO);
  const results = [await measureDashboard(url, demo, plan)];
  for (const events of plan.sizes) {
    const slug = toSlug(events);
    say(`${DATELINE}, ${events} events`);
    const refusal = await generate(slug, events, plan.seed);
    const drags: readonly Omit<Dossier, "slug" | "events">[] = [
      ...NARROW_AND_WIDE.map((share) => ({ contestant: DATELINE, share, hand: "page" as const })),
      { contestant: BY_POINTER, share: NARROW_AND_WIDE[0] ?? 0, hand: "pointer" },
    ];
    for (const drag of drags) {
      results.push(
        refusal === null
          ? await measureDashboard(url, { ...drag, slug, events }, plan)
          : { contestant: drag.contestant, events, share: drag.share, skipped: refusal },
      );
    }
  }
  return results;
}

async function runImport({ makeDatabase }: BuiltProgram, plan: Plan): Promise<Importing> {
  const { measureImport } = await import("./import-rows");
  say(`import, ${plan.importRows} rows`);
  return measureImport(plan.importRows, plan.seed, makeDatabase);
}

async function runDatabase(
  { databaseUrl }: BuiltProgram,
  plan: Plan,
): Promise<Pick<Run, "timings" | "tiles">> {
  // What these ask with is generated when the program is built.
  const { toDatelineStatements } = await import("./dateline-statements");
  const { loadTileSize } = await import("./tile-size");
  const { createDatabase, SESSION_OPTIONS } = await import("@/server/db");
  const [timings, tiles]: [Timing[], { events: number; bytes: number }[]] = [[], []];
  const client = new pg.Client({ connectionString: databaseUrl, options: SESSION_OPTIONS });
  const db = createDatabase(databaseUrl);
  await client.connect();
  try {
    // As the server does by itself when it has the time.
    await client.query("vacuum (analyze) event, rollup, cube_row, cube_column, tile");
    for (const events of plan.tables) {
      say(`PostgreSQL, ${events} rows`);
      timings.push(...(await measureRawTable(client, events, plan)));
      for (const statement of await toDatelineStatements(client, db, toSlug(events))) {
        timings.push(await timeStatement(client, statement, events, plan.runs));
      }
      const bytes = await loadTileSize(client, toSlug(events));
      if (bytes !== null) tiles.push({ events, bytes });
    }
    return { timings, tiles };
  } finally {
    await db.$disconnect();
    await client.end();
  }
}

function toSlug(events: number): string {
  return `bench-${toShort(events)}`;
}

function toShort(events: number): string {
  return events >= 1e6 ? `${events / 1e6}m` : `${events / 1e3}k`;
}

function say(what: string): void {
  process.stderr.write(`${what}\n`);
}
