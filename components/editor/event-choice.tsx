"use client";

import { useMemo, useState } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent } from "@/core/record/record";
import { whenToWords } from "@/core/time/when-words";
import { Combobox } from "./combobox";
import { Field } from "./field";

type Props = {
  readonly label: string;
  readonly index: DatasetIndex;
  /** The event that cannot be chosen, by its slug. */
  readonly except?: string;
  readonly fault: string | undefined;
  readonly onChoose: (event: DossierEvent | null) => void;
};

const MOST_OFFERED = 12;

/** One of the dossier's events, by words of its title. */
export function EventChoice({ label, index, except, fault, onChoose }: Props) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<DossierEvent | null>(null);
  const { events } = index.dataset;
  const options = useMemo(() => {
    const wanted = words.trim().toLocaleLowerCase();
    return events
      .filter(({ slug, title }) => slug !== except && title.toLocaleLowerCase().includes(wanted))
      .slice(0, MOST_OFFERED)
      .map(({ slug, title, when }) => ({
        key: slug,
        label: title,
        detail: when ? whenToWords(when) : "undated",
      }));
  }, [words, events, except]);

  function choose(event: DossierEvent | null): void {
    setChosen(event);
    onChoose(event);
  }

  return (
    <Field label={label} fault={fault}>
      {(control) => (
        <Combobox
          {...control}
          name="Events of this dossier"
          value={words}
          options={chosen?.title === words ? [] : options}
          placeholder="Words of its title"
          opensEmpty
          onChange={(text) => {
            setWords(text);
            choose(null);
          }}
          onChoose={(slug) => {
            const event = index.eventsBySlug.get(slug) ?? null;
            setWords(event?.title ?? "");
            choose(event);
          }}
        />
      )}
    </Field>
  );
}
