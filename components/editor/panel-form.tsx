import type { FormEvent, ReactNode } from "react";
import form from "./form.module.css";
import { SaveButton } from "./save-button";

type Props = {
  readonly saveLabel: string;
  /** What concerns no single field. */
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** The form of a panel, with its way out at the end. */
export function PanelForm({ saveLabel, problem, onSave, onCancel, children, ...busy }: Props) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave();
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      {children}
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={form.actions}>
        <SaveButton label={saveLabel} {...busy} />
        <button type="button" className={form.plain} onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
