import styles from "@/components/editor/form.module.css";

type Props = { readonly label: string; readonly isBusy: boolean; readonly problem: string | null };

/** What is wrong with a form as a whole, and the button that sends it. */
export function FormEnd({ label, isBusy, problem }: Props) {
  return (
    <>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className={styles.primary} aria-disabled={isBusy}>
          {isBusy ? "One moment…" : label}
        </button>
      </div>
    </>
  );
}
