import styles from "./form.module.css";

type Props = {
  readonly label: string;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
};

/** The button that saves; it says when there is no connection to save over, and stays of use: it tries. */
export function SaveButton({ label, isBusy, isOffline }: Props) {
  return (
    <button type="submit" className={styles.primary} aria-disabled={isBusy}>
      {isBusy ? "Saving…" : isOffline ? `${label} (no connection)` : label}
    </button>
  );
}
