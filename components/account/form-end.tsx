import styles from "@/components/editor/form.module.css";
import { SubmitButton } from "@/components/ui/submit-button";

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
        <SubmitButton className={styles.primary} isBusy={isBusy}>
          {isBusy ? "One moment…" : label}
        </SubmitButton>
      </div>
    </>
  );
}
