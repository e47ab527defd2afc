"use client";

import { useEffect, useRef, useState } from "react";
import styles from "./keys-dialog.module.css";
import { areShortcutsOn, switchShortcuts } from "./shortcut-switch";

/** All keys, and the switch that turns the single ones off. */
export default function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(true);

  useEffect(() => {
    if (isOpen && !dialog.current?.open) {
      setOn(areShortcutsOn());
      dialog.current?.showModal();
    }
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onClose} aria-labelledby="keys-title">
      <div className={styles.head}>
        <h2 id="keys-title">Keys</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
      <dl className={styles.keys}>
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setOn(event.target.checked);
            switchShortcuts(event.target.checked);
          }}
        />
        Single keys act
      </label>
    </dialog>
  );
}

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [["[", "]"], "Previous and next event"],
  [["Space"], "Play and pause"],
  [["/"], "Search"],
  [["+", "−"], "Zoom the timeline at the playhead"],
  [["←", "→"], "Move the slider that has the focus: playhead, window start, window end"],
  [["Page Up", "Page Down"], "Move it ten steps"],
  [["Home", "End"], "Move it to its end"],
  [["←", "↑", "→", "↓"], "Move the map that has the focus"],
  [["Esc"], "Close what is open"],
  [["Ctrl Z"], "Take back what was saved, as long as it is said"],
  [["?"], "Show these keys"],
];
