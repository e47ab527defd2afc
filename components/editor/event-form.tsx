"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { CATEGORY_COLOURS, CATEGORY_LABELS } from "@/components/ui/labels";
import { LIMITS } from "@/core/record/limits";
import { CATEGORIES } from "@/core/record/vocabulary";
import { ActorsField } from "./actors-field";
import { CitationFields } from "./citation-fields";
import type { CitationDraft, EventDraft, PlaceDraft } from "./event-draft";
import styles from "./event-form.module.css";
import type { EventSetting } from "./event-setting";
import type { FieldFaults } from "./faults";
import { Field } from "./field";
import form from "./form.module.css";
import { PlaceField } from "./place-field";
import { ReadAsField } from "./read-as-field";
import { SaveButton } from "./save-button";
import { zoneOf } from "./to-event-request";
import { type PlaceSuggestion, usePlaceSuggestions } from "./use-place-suggestions";

type Props = {
  readonly draft: EventDraft;
  readonly setting: EventSetting;
  readonly faults: FieldFaults;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
  readonly onChange: (draft: EventDraft) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** What is asked for besides, at the end. */
  readonly children?: ReactNode;
};

/** An event as its passages report it: what, when, where, who. */
export function EventForm({
  draft,
  setting,
  faults,
  problem,
  onChange,
  onSave,
  onDiscard,
  children,
  ...busy
}: Props) {
  const root = useRef<HTMLFormElement>(null);
  const zone = zoneOf(draft, setting);
  const set = (change: Partial<EventDraft>) => onChange({ ...draft, ...change });
  const setCitation = (at: number, change: Partial<CitationDraft>) =>
    set({ citations: draft.citations.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  const suggestions = usePlaceSuggestions(
    draft.citations.map(({ exact }) => exact),
    setting.places,
  );

  // What is wrong is where the hand goes next.
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  function setPlace(place: PlaceDraft | null, suggestion: PlaceSuggestion | null): void {
    const words = suggestion?.words ?? "";
    const at = draft.citations.findIndex(({ exact }) => words !== "" && exact.includes(words));
    onChange({
      ...draft,
      place,
      placeRule: suggestion?.rule ?? null,
      citations: draft.citations.map((one, i) => (i === at ? { ...one, placeWords: words } : one)),
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave();
  }

  return (
    <form ref={root} className={form.form} onSubmit={submit} noValidate>
      <Field label="Title" fault={faults.title}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft.title}
            maxLength={LIMITS.title}
            dir="auto"
            onChange={({ target }) => set({ title: target.value.replace(/\s*\n\s*/g, " ") })}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              root.current?.requestSubmit();
            }}
          />
        )}
      </Field>
      {draft.citations.map((citation, at) => (
        <CitationFields
          key={`${citation.source} ${citation.start} ${citation.end}`}
          citation={citation}
          name={draft.citations.length === 1 ? "Passage" : `Passage ${at + 1}`}
          isAlone={draft.citations.length === 1}
          isBasis={at === draft.basis}
          zone={zone}
          toFault={(field) => faults[`citations.${at}.${field}`]}
          fault={faults[`citations.${at}`]}
          onChange={(change) => setCitation(at, change)}
          onBasis={() => set({ basis: at, readAs: null })}
        />
      ))}
      <ReadAsField draft={draft} zone={zone} fault={faults.when ?? faults.basis} onChange={set} />
      {draft.isLeg && (
        <PlaceField
          label="From"
          place={draft.origin}
          known={setting.places}
          suggestions={suggestions}
          fault={faults.origin}
          onChange={(origin) => set({ origin })}
        />
      )}
      <PlaceField
        label={draft.isLeg ? "To" : "Place"}
        place={draft.place}
        known={setting.places}
        suggestions={suggestions}
        fault={faults.place}
        onChange={setPlace}
      />
      <label className={form.check}>
        <input
          type="checkbox"
          checked={draft.isLeg}
          onChange={({ target }) => set({ isLeg: target.checked })}
        />
        A journey from one place to another
      </label>
      <fieldset className={form.group}>
        <legend className={form.legend}>Category</legend>
        <div className={styles.choices}>
          {CATEGORIES.map((category) => (
            <label key={category} style={{ "--cat": CATEGORY_COLOURS[category] } as React.CSSProperties}>
              <input
                type="radio"
                name="category"
                checked={draft.category === category}
                onChange={() => set({ category })}
              />
              <span>{CATEGORY_LABELS[category]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ActorsField
        actors={draft.actors}
        known={setting.actors}
        passages={draft.citations.map(({ exact }) => exact)}
        fault={faults.participations}
        onChange={(actors) => set({ actors })}
      />
      {children}
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <SaveButton label="Save" {...busy} />
        <button type="button" className={form.plain} onClick={onDiscard}>
          Discard
        </button>
        <p className={form.hint}>Kept as a draft in this browser until it is saved.</p>
      </div>
    </form>
  );
}
