import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import styles from "./side-panel.module.css";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A panel beside the page, or on a phone a sheet from below; the page behind stays of use. It takes the focus when it
 * opens, and Escape closes it; whoever opened it gets the focus back.
 */
export function SidePanel({ title, onClose, children }: Props) {
  const root = useRef<HTMLElement>(null);
  const name = useId();

  useEffect(() => {
    const before = document.activeElement;
    root.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <section
      ref={root}
      className={styles.panel}
      role="dialog"
      aria-labelledby={name}
      tabIndex={-1}
      onKeyDown={(event) => {
        // The keys of the dashboard are not meant for its forms.
        event.stopPropagation();
        if (event.key === "Escape") onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={name}>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          <Icon name="close" label="Close" />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
