import { type ReactNode, useId } from "react";
import styles from "./form.module.css";

type Control = { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean };

type Props = {
  readonly label: string;
  /** Says where a value comes from, or how it may be written. */
  readonly hint?: ReactNode;
  /** What is wrong with it; shown beside it and told with it. */
  readonly fault?: string | undefined;
  readonly isOptional?: boolean;
  readonly children: (control: Control) => ReactNode;
};

/** A labelled control with its hint and its fault. */
export function Field({ label, hint, fault, isOptional = false, children }: Props) {
  const id = useId();
  return (
    <div className={styles.field} data-faulty={fault !== undefined}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className={styles.optional}> optional</span>}
      </label>
      {children({ id, "aria-describedby": `${id}-about`, "aria-invalid": fault !== undefined })}
      <div id={`${id}-about`} className={styles.about}>
        {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        {hint !== undefined && hint !== null && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  );
}
