"use client";

import { useState } from "react";
import { LIMITS } from "@/core/record/limits";
import type { Source } from "@/core/record/record";
import type { Zone } from "@/core/time/zone";
import styles from "./edit-source.module.css";
import type { SourcePatch, StoredSource } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { type FieldFaults, NO_FAULTS } from "./faults";
import { Field } from "./field";
import form from "./form.module.css";
import { HistoryPanel } from "./history-panel";
import { PanelForm } from "./panel-form";
import { ReasonField, toReason } from "./reason-field";
import { SidePanel } from "./side-panel";
import { Toast, type ToastMessage } from "./toast";
import { undo } from "./undo";
import { useSave } from "./use-save";

type Props = {
  readonly dossier: string;
  readonly source: Source;
  /** In which the moments of its history are told. */
  readonly zone: Zone;
  /** Brings what is stored now. */
  readonly onChanged: () => void;
};

/** Corrects what is said of a source: who published it, when and where. Its text is not touched. */
export function EditSource({ dossier, source, zone, onChanged }: Props) {
  const client = useEditorClient();
  const [open, setOpen] = useState<"edit" | "history" | null>(null);
  const [toast, setToast] = useState<ToastMessage | null>(null);

  function tell(text: string, onUndo: (() => void) | null): void {
    setToast((before) => ({ id: (before?.id ?? 0) + 1, text, link: null, undo: onUndo }));
    onChanged();
  }

  async function takeBack(change: string): Promise<void> {
    tell((await undo(client, dossier, change)) ?? "Taken back.", null);
  }

  return (
    <>
      <p className={styles.ways}>
        <button type="button" className={form.plain} onClick={() => setOpen("edit")}>
          Edit details
        </button>
        <button type="button" className={form.plain} onClick={() => setOpen("history")}>
          History
        </button>
      </p>
      {open === "edit" && (
        <SidePanel title="Edit source" onClose={() => setOpen(null)}>
          <Editing
            dossier={dossier}
            source={source}
            onClose={() => setOpen(null)}
            onDone={(title, change) => {
              setOpen(null);
              tell(`Saved: ${title}`, change === null ? null : () => void takeBack(change));
            }}
          />
        </SidePanel>
      )}
      {open === "history" && (
        <HistoryPanel
          setting={{ dossier, zone }}
          subject={`source:${source.slug}`}
          onClose={() => setOpen(null)}
          onDone={(text, change) => {
            setOpen(null);
            tell(text, change === null ? null : () => void takeBack(change));
          }}
        />
      )}
      <Toast message={toast} onGone={() => setToast(null)} />
    </>
  );
}

type EditingProps = Omit<Props, "zone" | "onChanged"> & {
  readonly onClose: () => void;
  readonly onDone: (title: string, change: string | null) => void;
};

function Editing({ dossier, source, onClose, onDone }: EditingProps) {
  const client = useEditorClient();
  const [began, setBegan] = useState<StoredSource>(source);
  const [draft, setDraft] = useState(() => toDraft(source));
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave([...NAMES, "reason"]);

  async function submit(): Promise<void> {
    const wrong = toFaults(draft);
    if (wrong !== NO_FAULTS) return setFaults(wrong);
    const patch = { ...toPatch(began, draft), ...toReason(reason) };
    const saved = await save(() => client.changeSource(dossier, source.slug, began.version, patch));
    if (saved?.kind === "done") return onDone(saved.value.title, saved.change);
    if (saved?.kind === "conflict") takeIn(saved.present);
  }

  /** What others changed and I did not is taken in; what both changed stays as I have it, with theirs beside it. */
  function takeIn(present: StoredSource): void {
    const [before, now] = [toDraft(began), toDraft(present)];
    const kept = NAMES.filter((name) => draft[name] !== before[name]);
    const taken = NAMES.filter((name) => !kept.includes(name));
    setDraft({ ...draft, ...Object.fromEntries(taken.map((name) => [name, now[name]])) });
    setTheirs(
      NAMES.filter((name) => now[name] !== before[name]).map(
        (name) =>
          `${LABELS[name]}: ${now[name] || "nothing"}${kept.includes(name) ? " (yours differs)" : ""}`,
      ),
    );
    setBegan(present);
  }

  return (
    <PanelForm saveLabel="Save" problem={problem} {...busy} onSave={() => void submit()} onCancel={onClose}>
      {theirs.length > 0 && (
        <div className={form.notice} role="alert">
          <p>Somebody saved this source while you were changing it. Nothing is lost. Theirs:</p>
          <ul>
            {theirs.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
          <p>Save again to keep what the fields say now.</p>
        </div>
      )}
      {NAMES.map((name) => (
        <Field
          key={name}
          label={LABELS[name]}
          isOptional={OPTIONAL.includes(name)}
          fault={faults[name]}
          hint={
            name === "publishedOn" ? "Words such as “Sunday” were counted from it; their dates stay." : null
          }
        >
          {(control) => (
            <input
              {...control}
              type={name === "publishedOn" || name === "retrievedOn" ? "date" : "text"}
              value={draft[name]}
              maxLength={LONGEST[name]}
              autoComplete="off"
              dir="auto"
              onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <ReasonField reason={reason} fault={faults.reason} onChange={setReason} />
    </PanelForm>
  );
}

const NAMES = ["title", "publisher", "byline", "language", "url", "publishedOn", "retrievedOn"] as const;
type Name = (typeof NAMES)[number];
type Draft = Readonly<Record<Name, string>>;

const LABELS: Readonly<Record<Name, string>> = {
  title: "Title",
  publisher: "Publisher",
  byline: "Byline",
  language: "Language",
  url: "Address of the original",
  publishedOn: "Published on",
  retrievedOn: "Retrieved on",
};

const OPTIONAL: readonly Name[] = ["byline", "url", "retrievedOn"];

const LONGEST: Readonly<Record<Name, number>> = {
  title: LIMITS.title,
  publisher: LIMITS.name,
  byline: LIMITS.name,
  language: LIMITS.language,
  url: LIMITS.url,
  publishedOn: 10,
  retrievedOn: 10,
};

function toDraft({ title, publisher, byline, language, url, publishedOn, retrievedOn }: StoredSource): Draft {
  const optional = { byline: byline ?? "", url: url ?? "", retrievedOn: retrievedOn ?? "" };
  return { title, publisher, language, publishedOn, ...optional };
}

function toPatch(began: StoredSource, draft: Draft): SourcePatch {
  const before = toDraft(began);
  const changed = NAMES.filter((name) => draft[name].trim() !== before[name]);
  const toValue = (name: Name) => (OPTIONAL.includes(name) ? draft[name].trim() || null : draft[name].trim());
  return Object.fromEntries(changed.map((name) => [name, toValue(name)]));
}

function toFaults(draft: Draft): FieldFaults {
  const missing = NAMES.filter((name) => !OPTIONAL.includes(name) && draft[name].trim() === "");
  if (missing.length === 0) return NO_FAULTS;
  return Object.fromEntries(missing.map((name) => [name, `${LABELS[name]}: it cannot be left empty.`]));
}
