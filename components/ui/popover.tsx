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
  /** What is in it; as a function it is given the way to close it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
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

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Escape of what it contains
    <div
      ref={root}
      className={styles.root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        close();
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
          {typeof children === "function" ? children(close) : children}
        </div>
      )}
    </div>
  );
}
