"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useRef, useState } from "react";
import { BrokenPassages } from "@/components/reader/broken-passages";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { toDatasetIndex } from "@/core/record/dataset-index";
import type { Passage, Source } from "@/core/record/record";
import type { Category } from "@/core/record/vocabulary";
import type { SelectedQuote } from "@/core/text/selected-quote";
import { stepWord } from "@/core/text/step-word";
import { decodeDataset, type WireDataset } from "@/wire/dataset";
import { beginCitation, beginEvent } from "./begin-event";
import { BrokenActions } from "./broken-actions";
import { toDoneWords, toProposalsLink } from "./done-words";
import { DraftNotice } from "./draft-notice";
import { EditableText } from "./editable-text";
import type { Outcome } from "./editor-client";
import { useEditorClient } from "./editor-context";
import type { EventDraft } from "./event-draft";
import { toEventSetting } from "./event-setting";
import { SelectionToolbar } from "./selection-toolbar";
import { SourceTools } from "./source-tools";
import styles from "./source-workspace.module.css";
import { loadStoredDraft, storeDraft, toNewKey } from "./stored-drafts";
import { Toast, type ToastMessage } from "./toast";
import { undo } from "./undo";
import { toIndices, useTextSelection } from "./use-text-selection";

// What reads needs none of it: forms and map come once they are asked for.
const EventPanel = dynamic(() => import("./event-panel"), { ssr: false });
const AddCitationPanel = dynamic(() => import("./add-citation-panel"), { ssr: false });

type Props = {
  readonly wire: WireDataset;
  readonly slug: string;
  /** Brings what is stored now; the page is drawn again with it. */
  readonly onChanged: () => void;
};

type Task =
  | { readonly kind: "new"; readonly draft: EventDraft }
  | { readonly kind: "add"; readonly quote: SelectedQuote };

/** A source's text to mark sentences in, and the form for what they report. */
export function SourceWorkspace({ wire, slug, onChanged }: Props) {
  const index = useMemo(() => toDatasetIndex(decodeDataset(wire)), [wire]);
  const source = index.dataset.sources.find((one) => one.slug === slug);
  if (!source) throw new Error(`Source ${slug}: it is not in the dataset.`);
  return <Workspace index={index} source={source} onChanged={onChanged} />;
}

function Workspace({
  index,
  source,
  onChanged,
}: {
  index: DatasetIndex;
  source: Source;
  onChanged: () => void;
}) {
  const client = useEditorClient();
  const { dossier } = index.dataset;
  const root = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const [isByButton, setByButton] = useState(false);
  const [task, setTask] = useState<Task | null>(null);
  const [kept, setKept] = useState<EventDraft | null>(null);
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const [anchoring, setAnchoring] = useState<Passage | null>(null);
  const [isDeciding, setDeciding] = useState(false);
  const category = useRef<Category>("other");
  const { selection, select, clear } = useTextSelection(root, source);
  const setting = useMemo(() => toEventSetting(index), [index]);
  const storageKey = toNewKey(dossier.slug, source.slug);
  const quote = selection?.result.ok ? selection.result.quote : null;

  useEffect(() => {
    setReady(true);
    setKept(loadStoredDraft(storageKey)?.draft ?? null);
  }, [storageKey]);

  function begin(chosen: SelectedQuote): void {
    const draft = beginEvent(chosen, source, dossier.zone, category.current);
    storeDraft(storageKey, { draft, began: null });
    open({ kind: "new", draft });
  }

  function open(next: Task): void {
    setTask(next);
    setKept(null);
    clear();
  }

  function close(): void {
    setTask(null);
    setKept(loadStoredDraft(storageKey)?.draft ?? null);
  }

  function adjust(edge: "start" | "end", direction: -1 | 1): void {
    if (quote === null) return;
    const { start, end } = toIndices(source.text, quote);
    const from = edge === "start" ? stepWord(source.text, start, edge, direction) : start;
    const to = edge === "end" ? stepWord(source.text, end, edge, direction) : end;
    if (from < to) select(from, to);
  }

  function finish(event: string, draft: EventDraft, change: string | null): void {
    category.current = draft.category;
    const keepAsDraft = () => {
      storeDraft(storageKey, { draft, began: null });
      setKept(draft);
    };
    conclude(toDoneWords(client, "Saved", draft.title), event, change, keepAsDraft);
  }

  /** Says what was done, and offers to take it back. */
  function conclude(text: string, event: string, change: string | null, onUndone?: () => void): void {
    setTask(null);
    onChanged();
    const takeBack = async (known: string) => {
      const problem = await undo(client, dossier.slug, known);
      if (problem === null) onUndone?.();
      tell(problem ?? `Taken back.${onUndone ? " What you wrote is a draft again." : ""}`, null, null);
      onChanged();
    };
    tell(text, `/d/${dossier.slug}?e=${event}`, change === null ? null : () => void takeBack(change));
  }

  /** Does what was decided of the source or of a passage, one thing at a time, and offers to take it back. */
  async function decide(text: string, attempt: () => Promise<Outcome<unknown, unknown>>): Promise<boolean> {
    if (isDeciding) return false;
    setDeciding(true);
    const outcome = await attempt();
    setDeciding(false);
    if (outcome.kind === "done") {
      setAnchoring(null);
      clear();
      onChanged();
      const { change } = outcome;
      tell(text, null, change === null ? null : () => void takeBack(change));
    } else if (outcome.kind === "conflict") {
      onChanged();
      tell("Somebody has changed this source meanwhile: look again.", null, null);
    } else tell(outcome.reason, null, null);
    return outcome.kind === "done";
  }

  async function takeBack(change: string): Promise<void> {
    tell((await undo(client, dossier.slug, change)) ?? "Taken back.", null, null);
    onChanged();
  }

  const toBroken = ({ slug }: Passage) => ({
    ...{ dossier: dossier.slug, source: source.slug, version: source.version, passage: slug },
  });

  function tell(text: string, href: string | null, undo: (() => void) | null): void {
    const proposals = toProposalsLink(client, dossier.slug);
    const link = href === null ? null : (proposals ?? { label: "Show on the map", href });
    setToast((before) => ({ id: (before?.id ?? 0) + 1, text, link, undo }));
  }

  const chosen = task === null ? null : task.kind === "add" ? task.quote : (task.draft.citations[0] ?? null);
  return (
    <>
      {isReady && !client.isProposing && (
        <SourceTools
          dossier={dossier.slug}
          source={source}
          onPublish={(publishes) =>
            decide(
              publishes === "full" ? "Readers see the whole text." : "Readers see only what is cited.",
              () => client.changeSource(dossier.slug, source.slug, source.version, { publishes }),
            )
          }
        />
      )}
      <BrokenPassages
        source={source}
        index={index}
        {...(isReady &&
          !client.isProposing && {
            toActions: (passage: Passage) => (
              <BrokenActions
                source={source}
                passage={passage}
                isAnchoring={anchoring?.id === passage.id}
                onShow={({ start, end, exact }) => {
                  const from = toIndices(source.text, { start, end, exact });
                  setByButton(true);
                  select(from.start, from.end);
                  document.getSelection()?.anchorNode?.parentElement?.scrollIntoView({ block: "center" });
                }}
                onAnchor={() => setAnchoring(passage)}
                onCancel={() => setAnchoring(null)}
                onKeep={() =>
                  void decide("It stays with the earlier text.", () => client.keepPassage(toBroken(passage)))
                }
              />
            ),
          })}
      />
      <p className={styles.lead}>
        {isReady
          ? "Mark the words that report an event. Each underlined sentence leads to the event that it reports."
          : "Each underlined sentence leads to the event that it reports."}
      </p>
      {kept !== null && task === null && (
        <DraftNotice
          draft={kept}
          onContinue={() => open({ kind: "new", draft: kept })}
          onDiscard={() => {
            storeDraft(storageKey, null);
            setKept(null);
          }}
        />
      )}
      <div className={styles.text}>
        <EditableText
          ref={root}
          source={source}
          index={index}
          chosen={chosen}
          onSentence={
            isReady
              ? ({ start, end }) => {
                  setByButton(true);
                  select(start, end);
                }
              : null
          }
        />
        {selection !== null && task === null && (
          <SelectionToolbar
            selection={selection}
            takesFocus={isByButton}
            canAdd={index.dataset.events.length > 0}
            purpose={
              anchoring === null
                ? null
                : {
                    label: "Anchor to these words",
                    onChosen: () =>
                      quote &&
                      void decide("Anchored to other words.", () =>
                        client.anchorPassage(toBroken(anchoring), quote),
                      ),
                  }
            }
            onNew={() => quote && begin(quote)}
            onAdd={() => quote && open({ kind: "add", quote })}
            onClear={() => {
              setByButton(false);
              clear();
            }}
            onAdjust={adjust}
          />
        )}
      </div>
      {task?.kind === "new" && (
        <EventPanel
          opening={task.draft}
          setting={setting}
          storageKey={storageKey}
          onSaved={finish}
          onClose={close}
        />
      )}
      {task?.kind === "add" && (
        <AddCitationPanel
          opening={beginCitation(task.quote, source, dossier.zone)}
          index={index}
          onSaved={(event, change) =>
            conclude(toDoneWords(client, "Added to", event.title), event.slug, change)
          }
          onClose={close}
        />
      )}
      <Toast message={toast} onGone={() => setToast(null)} />
    </>
  );
}
