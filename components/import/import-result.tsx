import type { WireImportResult } from "@/wire/import";
import { FaultList } from "./fault-list";
import styles from "./import.module.css";

/** How an import went, and where to find what it brought. */
export function ImportResult({ result }: { readonly result: WireImportResult }) {
  const { outcome, dossier, rejected, rows, faults, faultCount } = result;
  const isWritten = outcome === "written";
  return (
    <section className={styles.result} aria-labelledby="import-result">
      <h2 id="import-result">{isWritten ? "Imported" : "Nothing was imported"}</h2>
      {!isWritten && (
        <p>
          {toNumber(rejected)} of {toNumber(rows)} rows are bad. Mend them, or choose to leave them out.
        </p>
      )}
      {isWritten && (
        <ul className={styles.counts}>
          {toCounts(result).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {faults.length > 0 && <FaultList faults={faults} />}
      {faultCount > faults.length && <p>… and {toNumber(faultCount - faults.length)} more.</p>}
      {result.rejects !== null && (
        <a href={result.rejects} download>
          The rows that were left out, as a table (CSV)
        </a>
      )}
      {isWritten && (
        <a className={styles.primary} href={`/d/${dossier.slug}`}>
          Open {dossier.title}
        </a>
      )}
    </section>
  );
}

function toCounts(result: WireImportResult): string[] {
  const lines: readonly (readonly [number, string])[] = [
    [result.added, "new"],
    [result.changed, "changed; what they said before is in their history"],
    [result.unchanged, "as they were"],
    [result.rejected, "left out"],
    [result.missing, "of earlier files not among these; their events stay"],
    [result.undated, "undated"],
    [result.unplaced, "without a place on the map"],
    [result.dayGiven, "without a day of publication of their own"],
  ];
  return lines.filter(([count]) => count > 0).map(([count, words]) => `${toNumber(count)} ${words}`);
}

function toNumber(count: number): string {
  return count.toLocaleString("en");
}
