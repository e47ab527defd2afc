"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./popover.module.css";

type Props = {
  /** What the button shows. */
  readonly label: ReactNode;
  /** The panel's name. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly align?: "start" | "end";
  readonly children: ReactNode;
};

/** A button that opens a panel below it; Escape or a click elsewhere closes it and gives the focus back. */
export function Popover({ label, name, className, align = "start", children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Escape of what it contains
    <div
      ref={root}
      className={styles.root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && (
        <div id={id} className={styles.panel} data-align={align} role="group" aria-label={name}>
          {children}
        </div>
      )}
    </div>
  );
}
