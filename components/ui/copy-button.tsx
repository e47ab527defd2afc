"use client";

import { useEffect, useState } from "react";
import { Icon } from "./icon";

type Props = {
  readonly text: string | (() => string);
  readonly label: string;
  readonly className?: string | undefined;
};

/** Copies a text and says that it did; where the browser forbids it, the text is shown to be copied by hand. */
export function CopyButton({ text, label, className }: Props) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const value = () => (typeof text === "string" ? text : text());
  return (
    <>
      <button
        type="button"
        className={className}
        onClick={() => {
          // `clipboard` is missing on pages that were not loaded securely.
          if (!navigator.clipboard) return setState("refused");
          navigator.clipboard.writeText(value()).then(
            () => setState("copied"),
            () => setState("refused"),
          );
        }}
      >
        <Icon name="copy" /> <span aria-live="polite">{state === "copied" ? "Copied" : label}</span>
      </button>
      {state === "refused" && (
        <input readOnly aria-label={label} value={value()} onFocus={(event) => event.target.select()} />
      )}
    </>
  );
}
