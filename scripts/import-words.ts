import type { FileReport } from "@/server/commands/import-dataset";
import { toNumber, toSeconds } from "./progress";

const MOST_FAULTS = 20;

/** What an import has to say for itself at its end. */
export function reportToWords(report: FileReport, seconds: number, givenDay: string): string {
  const { outcome, dossier, rows, added, changed, unchanged, rejected, missing } = report;
  const lines = [
    ...toFaultLines(report),
    outcome === "refused"
      ? `Nothing was imported: ${toNumber(rejected)} of ${toNumber(rows)} rows are bad. Mend them, or leave them out with --skip-bad.`
      : `${outcome === "checked" ? "Nothing was written. The import would bring" : "Imported"} ${report.formatTitle} ${
          dossier.isNew ? "into the new dossier" : "into"
        } ${dossier.slug} (dataset “${report.dataset}”) in ${toSeconds(seconds)}:`,
  ];
  if (outcome === "refused") return `${lines.join("\n")}\n`;
  lines.push(
    toLine(added, "new"),
    toLine(changed, "changed; what they said before is in their history"),
    toLine(unchanged, "as they were"),
    toLine(rejected, `left out${report.rejectsPath === null ? "" : `; they are in ${report.rejectsPath}`}`),
    toLine(missing, "of earlier files not among these; their events stay"),
    toLine(report.undated, "undated"),
    toLine(report.unplaced, "without a place on the map"),
    toLine(report.dayGiven, `without a day of publication, and given ${givenDay}`),
  );
  if (report.notice !== null) lines.push(report.notice);
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

function toLine(count: number, words: string): string {
  return count === 0 ? "" : `  ${toNumber(count).padStart(10)} ${words}`;
}

function toFaultLines({ faults, faultCount }: FileReport): string[] {
  const shown = faults.slice(0, MOST_FAULTS);
  const lines = shown.map(
    ({ line, column, value, reason }) => `Line ${line}, ${column || "row"}: “${value}”. ${reason}`,
  );
  return faultCount > shown.length ? [...lines, `… and ${toNumber(faultCount - shown.length)} more.`] : lines;
}
