"use client";

import { useState } from "react";
import form from "@/components/editor/form.module.css";

type Props = {
  readonly label: string;
  /** What it is about, for whoever does not see the row. */
  readonly of: string;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
};

/** Does what cannot be undone at the second press. */
export function RemoveButton({ label, of, isBusy, onRemove }: Props) {
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className={isAsked ? form.primary : form.plain}
      aria-disabled={isBusy}
      aria-label={`${isAsked ? `Really ${label.toLowerCase()}` : label}: ${of}`}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (isAsked) onRemove();
        setAsked(!isAsked);
      }}
    >
      {isAsked ? `Really ${label.toLowerCase()}` : label}
    </button>
  );
}
