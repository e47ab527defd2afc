"use client";

import { useState } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent } from "@/core/record/record";
import type { StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { EventChoice } from "./event-choice";
import form from "./form.module.css";
import { CHANGED_MEANWHILE, LoadedPanel, type PanelProps } from "./loaded-panel";
import { PanelForm } from "./panel-form";
import { PassageChoice } from "./passage-choice";
import { ReasonField, toReason } from "./reason-field";
import { useSave } from "./use-save";

type Props = PanelProps & { readonly index: DatasetIndex };

/** Gives a passage to the event that it reports. */
export function MovePanel(props: Props) {
  return (
    <LoadedPanel title="Move a passage" {...props}>
      {(loaded) => <Moving {...props} loaded={loaded} />}
    </LoadedPanel>
  );
}

function Moving({ setting, index, loaded, onClose, onDone }: Props & { loaded: StoredEvent }) {
  const client = useEditorClient();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    loaded.citations.map(({ id }) => id).filter((_, __, { length }) => length === 1),
  );
  const [to, setTo] = useState<DossierEvent | null>(null);
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave(["citation", "to", "reason"]);

  async function submit(): Promise<void> {
    const [id] = chosen;
    if (id === undefined) return setFaults({ citation: "Choose the passage." });
    if (to === null) return setFaults({ to: "Choose the event that the passage reports." });
    const order = { to: to.slug, ...toReason(reason) };
    const saved = await save((key) =>
      client.moveCitation(setting.dossier, loaded.slug, id, loaded.version, order, key),
    );
    if (saved?.kind === "conflict") return setFaults({ to: CHANGED_MEANWHILE });
    if (saved?.kind === "done") onDone(`Moved to: ${to.title}`, saved.change);
  }

  return (
    <PanelForm
      saveLabel="Move the passage"
      problem={problem}
      {...busy}
      onSave={() => void submit()}
      onCancel={onClose}
    >
      {loaded.citations.length === 1 && (
        <p className={form.notice}>
          This is the only passage that reports this event: no event goes without one. Merge the two events
          instead, or delete this one.
        </p>
      )}
      <PassageChoice
        label="Passage"
        kind="radio"
        citations={loaded.citations}
        chosen={chosen}
        fault={faults.citation}
        onChange={setChosen}
      />
      <EventChoice
        label="To the event"
        index={index}
        except={loaded.slug}
        fault={faults.to}
        onChoose={setTo}
      />
      <ReasonField reason={reason} fault={faults.reason} onChange={setReason} />
    </PanelForm>
  );
}
