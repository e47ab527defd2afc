"use client";

import { useState } from "react";
import { toCount } from "@/components/ui/counts";
import { CATEGORY_LABELS } from "@/components/ui/labels";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent } from "@/core/record/record";
import { whenToWords } from "@/core/time/when-words";
import type { MergedPart, StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { EventChoice } from "./event-choice";
import form from "./form.module.css";
import { CHANGED_MEANWHILE, LoadedPanel, type PanelProps } from "./loaded-panel";
import styles from "./merge-panel.module.css";
import { PanelForm } from "./panel-form";
import { ReasonField, toReason } from "./reason-field";
import { useSave } from "./use-save";

type Props = PanelProps & {
  readonly index: DatasetIndex;
  /** Hears which of the two is left. */
  readonly onMerged: (event: string) => void;
};

/** Makes one event of two: which other one, and whose title, date and place the one that is left has. */
export function MergePanel(props: Props) {
  return (
    <LoadedPanel title="Merge with another event" {...props}>
      {(loaded) => <Merging {...props} loaded={loaded} />}
    </LoadedPanel>
  );
}

function Merging({ setting, index, loaded, onClose, onDone, onMerged }: Props & { loaded: StoredEvent }) {
  const client = useEditorClient();
  const [other, setOther] = useState<DossierEvent | null>(null);
  const [take, setTake] = useState<readonly MergedPart[]>([]);
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave(["into", "reason"]);
  const own = index.eventsBySlug.get(loaded.slug);

  async function submit(): Promise<void> {
    if (other === null) return setFaults({ into: "Choose the event that is the same as this one." });
    const order = { into: other.slug, take, ...toReason(reason) };
    const saved = await save((key) =>
      client.mergeEvents(setting.dossier, loaded.slug, loaded.version, order, key),
    );
    if (saved?.kind === "conflict") return setFaults({ into: CHANGED_MEANWHILE });
    if (saved?.kind !== "done") return;
    onMerged(saved.value.slug);
    onDone(`Merged: ${loaded.title} is now part of ${other.title}`, saved.change);
  }

  return (
    <PanelForm
      saveLabel="Merge the two"
      problem={problem}
      {...busy}
      onSave={() => void submit()}
      onCancel={onClose}
    >
      <p>
        <b>{loaded.title}</b> becomes part of another event, with all its passages and everybody who took
        part.
      </p>
      <EventChoice
        label="The other event"
        index={index}
        except={loaded.slug}
        fault={faults.into}
        onChoose={(event) => {
          setOther(event);
          setTake([]);
        }}
      />
      {other !== null && own !== undefined && (
        <>
          {PARTS.map(({ part, label, toWords }) => (
            <Choice
              key={part}
              label={label}
              own={toWords(own, index)}
              other={toWords(other, index)}
              isOwn={take.includes(part)}
              onChange={(isOwn) => setTake(isOwn ? [...take, part] : take.filter((one) => one !== part))}
            />
          ))}
          <p className={form.hint}>{toOutcome(own, other)}</p>
        </>
      )}
      <ReasonField reason={reason} fault={faults.reason} onChange={setReason} />
    </PanelForm>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly own: string;
  readonly other: string;
  readonly isOwn: boolean;
  readonly onChange: (isOwn: boolean) => void;
};

/** What both say of one part, side by side; where they say the same there is nothing to choose. */
function Choice({ label, own, other, isOwn, onChange }: ChoiceProps) {
  if (own === other) {
    return (
      <p className={styles.same}>
        <span className={form.legend}>{label}</span> {own}
      </p>
    );
  }
  const sides = [
    { name: "This one’s", words: own, isChosen: isOwn },
    { name: "The other’s", words: other, isChosen: !isOwn },
  ];
  return (
    <fieldset className={styles.choice}>
      <legend className={form.legend}>{label}</legend>
      <div className={styles.sides}>
        {sides.map(({ name, words, isChosen }, side) => (
          <label key={name} className={styles.side}>
            <input
              type="radio"
              name={`merge ${label}`}
              checked={isChosen}
              onChange={() => onChange(side === 0)}
            />
            <span>
              <span className={form.hint}>{name}</span> <b>{words}</b>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type Part = {
  readonly part: MergedPart;
  readonly label: string;
  readonly toWords: (event: DossierEvent, index: DatasetIndex) => string;
};

const PARTS: readonly Part[] = [
  { part: "title", label: "Title", toWords: ({ title }) => title },
  { part: "when", label: "Date", toWords: ({ when }) => (when ? whenToWords(when) : "Undated") },
  { part: "place", label: "Place", toWords: toPlaceWords },
  { part: "category", label: "Category", toWords: ({ category }) => CATEGORY_LABELS[category] },
];

function toPlaceWords({ placeId, originId, isLeg }: DossierEvent, { places }: DatasetIndex): string {
  const nameOf = (id: string | null) => (id === null ? undefined : places.get(id)?.name);
  const place = nameOf(placeId);
  if (!isLeg) return place ?? "No place";
  return `from ${nameOf(originId) ?? "somewhere"} to ${place ?? "somewhere"}`;
}

function toOutcome(own: DossierEvent, other: DossierEvent): string {
  const passages = new Set([...own.citations, ...other.citations].map(({ passageId }) => passageId)).size;
  const actors = new Set([...own.participations, ...other.participations].map(({ actorId }) => actorId)).size;
  const who = actors === 0 ? "" : `, and ${toCount(actors)} who took part`;
  return `The one that is left has ${toCount(passages)} ${passages === 1 ? "passage" : "passages"}${who}. The address of this one leads to it.`;
}
