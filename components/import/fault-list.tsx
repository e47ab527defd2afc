import type { RowFault } from "@/core/import/import-row";
import styles from "./import.module.css";

/** What is wrong with rows, a line each. */
export function FaultList({ faults }: { readonly faults: readonly RowFault[] }) {
  return (
    <ul className={styles.faults}>
      {faults.map(({ line, column, value, reason }) => (
        <li key={`${line} ${column} ${reason}`}>
          <strong>
            Line {line}
            {column !== "" && `, ${column}`}
          </strong>
          {value !== "" && <span dir="auto"> “{value}”</span>}: {reason}
        </li>
      ))}
    </ul>
  );
}
