import { type KeyboardEvent, useId, useState } from "react";
import styles from "./combobox.module.css";

export type Option = { readonly key: string; readonly label: string; readonly detail: string | null };

type Props = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
  /** What the list is called. */
  readonly name: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly placeholder?: string;
  /** Whether there is something to choose from before a letter is typed. */
  readonly opensEmpty?: boolean;
  readonly onChange: (text: string) => void;
  readonly onChoose: (key: string) => void;
};

/** A text field with a list to choose from (the APG's editable combobox); what is not in the list can be typed too. */
export function Combobox({ name, value, options, opensEmpty = false, onChange, onChoose, ...input }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const isShown = isOpen && options.length > 0;
  const chosen = isShown ? options[active] : undefined;

  function choose(option: Option): void {
    onChoose(option.key);
    setOpen(false);
    setActive(-1);
  }

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + options.length + (active === -1 && step === -1 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter" && isShown) {
      // A choice is no wish to save.
      event.preventDefault();
      const first = chosen ?? options[0];
      if (first) choose(first);
    } else if (event.key === "Escape" && isShown) {
      event.stopPropagation();
      setOpen(false);
    }
  }

  return (
    <div className={styles.root}>
      <input
        {...input}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? list : undefined}
        aria-activedescendant={chosen && `${list}-${active}`}
        autoComplete="off"
        value={value}
        dir="auto"
        onChange={({ target }) => {
          onChange(target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(opensEmpty || value !== "")}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {isShown && (
        <div id={list} className={styles.list} role="listbox" aria-label={name}>
          {options.map((option, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              key={option.key}
              id={`${list}-${position}`}
              role="option"
              aria-selected={position === active}
              tabIndex={-1}
              // Before the field loses the focus, which closes the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.label}</span>
              {option.detail !== null && <span className={styles.detail}>{option.detail}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
