/**
 * The migrations that this program was written for, oldest first. Kept here since the built program carries no
 * prisma folder; a test compares the list with it.
 */
export const MIGRATIONS: readonly string[] = [
  "20261124000000_dossiers",
  "20261124210000_crowds",
  "20261124213000_wording",
  "20261124230000_newsroom",
  "20261125013000_rollups",
  "20261125014000_told_changes",
  "20261125015000_accounts",
  "20261125020000_source_texts",
  "20261125030000_proposals",
  "20261125031000_members",
  "20261125052000_session_hashes",
];
