"use client";

import { useState } from "react";
import { LIMITS } from "@/core/record/limits";
import { proposeTitle } from "@/core/text/propose-title";
import { whenToWords } from "@/core/time/when-words";
import type { StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { toEventDraft } from "./event-draft";
import { Field } from "./field";
import { CHANGED_MEANWHILE, LoadedPanel, type PanelProps } from "./loaded-panel";
import { PanelForm } from "./panel-form";
import { PassageChoice } from "./passage-choice";
import { readDate } from "./read-date";
import { ReasonField, toReason } from "./reason-field";
import { zoneOf } from "./to-event-request";
import { useSave } from "./use-save";

/** Makes an event of its own of some passages of one: which, its title and its date. */
export function SplitPanel(props: PanelProps) {
  return (
    <LoadedPanel title="Split the event" {...props}>
      {(loaded) => <Splitting {...props} loaded={loaded} />}
    </LoadedPanel>
  );
}

function Splitting({ setting, loaded, onClose, onDone }: PanelProps & { loaded: StoredEvent }) {
  const client = useEditorClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState<{ readonly title?: string; readonly date?: string }>({});
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave([
    ...["citations", "title", "when", "basis", "reason"],
  ]);
  const draft = toEventDraft(loaded);
  const leaving = draft.citations.filter(({ id }) => id !== null && chosen.includes(id));
  const first = leaving.find(({ date }) => date !== "") ?? leaving[0];
  // Until something is typed, the words of the first passage that leaves propose it.
  const title = typed.title ?? (first ? proposeTitle(first.exact) : "");
  const date = typed.date ?? first?.date ?? "";
  const reading = first ? readDate(date, first, zoneOf(draft, setting)) : null;

  async function submit(): Promise<void> {
    if (chosen.length === 0)
      return setFaults({ citations: "Choose the passages that report another event." });
    if (leaving.length === loaded.citations.length)
      return setFaults({ citations: "Leave at least one passage with this event." });
    if (title.trim() === "") return setFaults({ title: "An event needs a title." });
    if (reading?.kind === "unread") return setFaults({ when: reading.reason });
    const when = reading?.kind === "read" ? reading.when.edtf : null;
    const order = {
      ...{ citations: chosen, title: title.trim(), when, basis: when === null ? null : (first?.id ?? null) },
      ...toReason(reason),
    };
    const saved = await save((key) =>
      client.splitEvent(setting.dossier, loaded.slug, loaded.version, order, key),
    );
    if (saved?.kind === "conflict") return setFaults({ citations: CHANGED_MEANWHILE });
    if (saved?.kind === "done") onDone(`Split off: ${title.trim()}`, saved.change);
  }

  return (
    <PanelForm
      saveLabel="Split it"
      problem={problem}
      {...busy}
      onSave={() => void submit()}
      onCancel={onClose}
    >
      <p>
        Passages that report something else than <b>{loaded.title}</b> become an event of their own, at the
        same place and with the same actors, to be corrected there.
      </p>
      <PassageChoice
        label="Passages of the new event"
        kind="checkbox"
        citations={loaded.citations}
        chosen={chosen}
        fault={faults.citations}
        onChange={setChosen}
      />
      <Field label="Title of the new event" fault={faults.title}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={title}
            maxLength={LIMITS.title}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => setTyped({ ...typed, title: target.value })}
          />
        )}
      </Field>
      <Field
        label="Its date"
        isOptional
        fault={faults.when ?? faults.basis ?? (reading?.kind === "unread" ? reading.reason : undefined)}
        hint={reading?.kind === "read" ? whenToWords(reading.when) : null}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            value={date}
            maxLength={LIMITS.note}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTyped({ ...typed, date: target.value })}
          />
        )}
      </Field>
      <ReasonField reason={reason} fault={faults.reason} onChange={setReason} />
    </PanelForm>
  );
}
