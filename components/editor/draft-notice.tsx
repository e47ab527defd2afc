import type { EventDraft } from "./event-draft";
import form from "./form.module.css";

type Props = {
  readonly draft: EventDraft;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
};

/** Says that something was begun and not saved. */
export function DraftNotice({ draft, onContinue, onDiscard }: Props) {
  return (
    <section className={form.notice} aria-label="Unfinished event">
      <p>
        You began an event and have not saved it: <b>{draft.title || draft.citations[0]?.exact}</b>
      </p>
      <div className={form.actions}>
        <button type="button" className={form.plain} onClick={onContinue}>
          Continue
        </button>
        <button type="button" className={form.link} onClick={onDiscard}>
          Discard the draft
        </button>
      </div>
    </section>
  );
}
