import type pg from "pg";

// That somebody tried to sign in is written whatever comes of it.
const NOTED = ["audit_entry", "failed_attempt", "session"];

/** How many rows every table has, but those that tell of attempts. */
export async function countRows(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query(
    `select table_name as name, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(table_name), false, true, '')))[1]::text::int as n
    from information_schema.tables where table_schema = 'public'`,
  );
  return Object.fromEntries(rows.filter(({ name }) => !NOTED.includes(name)).map(({ name, n }) => [name, n]));
}
