import { LIMITS } from "@/core/record/limits";
import { whenToWords } from "@/core/time/when-words";
import type { Zone } from "@/core/time/zone";
import type { EventDraft } from "./event-draft";
import { Field } from "./field";
import form from "./form.module.css";
import { readDate } from "./read-date";

type Props = {
  readonly draft: EventDraft;
  readonly zone: Zone;
  readonly fault: string | undefined;
  readonly onChange: (change: Partial<EventDraft>) => void;
};

/** The editor's own reading of the date, where it is narrower or wider than what the passage says. */
export function ReadAsField({ draft, zone, fault, onChange }: Props) {
  const basis = draft.citations[draft.basis];
  if (!basis || basis.date.trim() === "") return null;
  if (draft.readAs === null) {
    return (
      <button
        type="button"
        className={form.link}
        style={{ justifySelf: "start" }}
        onClick={() => onChange({ readAs: basis.date })}
      >
        Read the date otherwise than the passage
      </button>
    );
  }
  const reading = readDate(draft.readAs, basis, zone);
  return (
    <div className={form.group}>
      <Field
        label="The event’s date is read as"
        fault={fault ?? (reading.kind === "unread" ? reading.reason : undefined)}
        hint={reading.kind === "read" ? whenToWords(reading.when) : null}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            value={draft.readAs ?? ""}
            maxLength={LIMITS.note}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onChange({ readAs: target.value })}
          />
        )}
      </Field>
      <button
        type="button"
        className={form.link}
        style={{ justifySelf: "start" }}
        onClick={() => onChange({ readAs: null })}
      >
        Read it as the passage says
      </button>
    </div>
  );
}
