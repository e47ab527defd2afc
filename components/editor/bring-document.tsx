"use client";

import { type ClipboardEvent, type DragEvent, type FormEvent, useState } from "react";
import { useEarlyInput } from "@/components/ui/hydration";
import styles from "./add-source.module.css";
import type { Brought } from "./editor-client";
import { Field } from "./field";
import form from "./form.module.css";

type Props = {
  readonly isReading: boolean;
  readonly problem: string | null;
  readonly onBring: (brought: Brought) => void;
};

/** Ways for a document to come in: pasted, as a file, or from an address. */
export function BringDocument({ isReading, problem, onBring }: Props) {
  const [text, setText] = useState("");
  const [url, setUrl] = useState("");
  const [isOver, setOver] = useState(false);
  const pasted = useEarlyInput<HTMLTextAreaElement>(setText);
  const address = useEarlyInput<HTMLInputElement>(setUrl);

  // An article copied from a page brings its markup along, which says more than its text: headings, dates, the byline.
  function paste(event: ClipboardEvent): void {
    const html = event.clipboardData.getData("text/html");
    const [file] = event.clipboardData.files;
    if (file !== undefined && html === "") {
      event.preventDefault();
      onBring({ kind: "file", file });
    } else if (html !== "" && text === "") {
      event.preventDefault();
      setText(event.clipboardData.getData("text/plain"));
      onBring({ kind: "html", html });
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onBring({ kind: "file", file });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() !== "") onBring({ kind: "text", text });
    else if (url.trim() !== "") onBring({ kind: "url", url: url.trim() });
  }

  return (
    <form
      className={form.form}
      data-over={isOver}
      onSubmit={submit}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <Field
        label="Paste the article"
        hint="Its text, or the page itself as you copied it. A file can be dropped here too."
      >
        {(control) => (
          <textarea
            {...control}
            ref={pasted}
            className={styles.paste}
            rows={12}
            value={text}
            data-over={isOver}
            onPaste={paste}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className={form.row}>
        <Field label="Or choose a file" hint="Plain text, HTML, PDF or Word (.docx)">
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".txt,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf"
              className={styles.file}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) onBring({ kind: "file", file });
                // So that the same file can be brought once more.
                target.value = "";
              }}
            />
          )}
        </Field>
        <Field label="Or give its address" hint="Only where the operator lets Dateline fetch pages.">
          {(control) => (
            <input
              {...control}
              ref={address}
              type="url"
              inputMode="url"
              value={url}
              placeholder="https://"
              onChange={({ target }) => setUrl(target.value)}
            />
          )}
        </Field>
      </div>
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={form.actions}>
        <button
          type="submit"
          className={form.primary}
          aria-disabled={isReading}
          disabled={text.trim() === "" && url.trim() === ""}
        >
          {isReading ? "Reading…" : "Read it"}
        </button>
      </div>
    </form>
  );
}
