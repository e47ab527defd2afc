"use client";

import { useEffect, useRef, useState } from "react";
import { ImportProblem, loadPreview, runImport, uploadFile } from "@/state/import-client";
import type { ReadingRequest, WireImportResult, WirePreview, WireUpload } from "@/wire/import";
import { type DossierChoice, DossierFields, toChosenDossier } from "./dossier-fields";
import styles from "./import.module.css";
import { ImportResult } from "./import-result";
import { PreviewList } from "./preview-list";
import { type FormatChoice, ReadingFields } from "./reading-fields";

type Props = {
  readonly dossiers: readonly { readonly slug: string; readonly title: string }[];
  readonly formats: readonly FormatChoice[];
};

type Stage =
  | { readonly name: "choosing" }
  | { readonly name: "uploading"; readonly portion: number }
  | { readonly name: "reading" }
  | { readonly name: "ready" }
  | { readonly name: "importing"; readonly rows: number; readonly portion: number }
  | { readonly name: "done"; readonly result: WireImportResult };

const AS_IT_SHOWS: ReadingRequest = {
  format: null,
  mapping: null,
  zone: null,
  published: null,
  publisher: null,
  language: null,
};

/** From a file to a dossier: choose it, look at what its rows become, import it. */
export function ImportPane({ dossiers, formats }: Props) {
  const [stage, setStage] = useState<Stage>({ name: "choosing" });
  const [problem, setProblem] = useState<string | null>(null);
  const [upload, setUpload] = useState<WireUpload | null>(null);
  const [reading, setReading] = useState(AS_IT_SHOWS);
  const [preview, setPreview] = useState<WirePreview | null>(null);
  const [choice, setChoice] = useState<DossierChoice>({ slug: null, title: "" });
  const [skipsBad, setSkipsBad] = useState(false);
  const work = useRef<AbortController | null>(null);

  // Whoever leaves the page breaks off what it was waiting for.
  useEffect(() => () => work.current?.abort(), []);

  const begin = (): AbortSignal => {
    work.current?.abort();
    work.current = new AbortController();
    setProblem(null);
    return work.current.signal;
  };
  const fail = (error: unknown, signal: AbortSignal, back: Stage) => {
    if (signal.aborted) return;
    setStage(back);
    setProblem(error instanceof ImportProblem ? error.message : "Something went wrong in this page.");
  };

  const bring = async (file: File) => {
    const signal = begin();
    setUpload(null);
    setPreview(null);
    setReading(AS_IT_SHOWS);
    setStage({ name: "uploading", portion: 0 });
    try {
      const kept = await uploadFile(file, signal, (portion) => setStage({ name: "uploading", portion }));
      setUpload(kept);
      setChoice((before) => ({ ...before, title: before.title || toTitle(file.name) }));
      await look(kept, AS_IT_SHOWS, signal);
    } catch (error) {
      fail(error, signal, { name: "choosing" });
    }
  };

  const look = async (kept: WireUpload, asked: ReadingRequest, signal: AbortSignal) => {
    setStage({ name: "reading" });
    setPreview(await loadPreview(kept.id, asked, signal));
    setStage({ name: "ready" });
  };

  const change = (asked: ReadingRequest) => {
    if (upload === null) return;
    const signal = begin();
    setReading(asked);
    look(upload, asked, signal).catch((error) => fail(error, signal, { name: "ready" }));
  };

  const start = async () => {
    if (upload === null) return;
    const signal = begin();
    setStage({ name: "importing", rows: 0, portion: 0 });
    try {
      const request = { ...reading, dossier: toChosenDossier(choice, dossiers), skipsBad };
      const result = await runImport(upload.id, request, signal, (rows, portion) =>
        setStage({ name: "importing", rows, portion }),
      );
      setStage({ name: "done", result });
    } catch (error) {
      fail(error, signal, { name: "ready" });
    }
  };

  const stop = () => {
    work.current?.abort();
    setStage(upload && preview ? { name: "ready" } : { name: "choosing" });
    setProblem("Broken off. Nothing was imported.");
  };

  const isBusy = stage.name === "uploading" || stage.name === "importing";
  const isWritten = stage.name === "done" && stage.result.outcome === "written";
  return (
    <div className={styles.pane}>
      <p className={styles.lead}>
        A table (CSV), GeoJSON or a TimelineJS file, up to 2 GiB, plain or packed by gzip. Each row becomes an
        event with its source and the passage that reports it.{" "}
        <a href="/dateline-template.csv" download>
          A template to start from
        </a>
      </p>
      <section className={styles.step} aria-labelledby="import-file">
        <h2 id="import-file">File</h2>
        <input
          type="file"
          aria-label="File to import"
          className={styles.file}
          disabled={isBusy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void bring(file);
          }}
        />
        {stage.name === "uploading" && (
          <Bar label="Bringing the file" portion={stage.portion} onStop={stop} />
        )}
      </section>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {upload !== null && (
        <>
          {preview !== null && (
            <section className={styles.step} aria-labelledby="import-reading">
              <h2 id="import-reading">What its rows become</h2>
              <ReadingFields
                formats={formats}
                preview={preview}
                reading={reading}
                onChange={change}
                isDisabled={isBusy || isWritten}
              />
              <PreviewList preview={preview} />
            </section>
          )}
          {preview !== null && (
            <section className={styles.step} aria-labelledby="import-dossier">
              <h2 id="import-dossier">Dossier</h2>
              <DossierFields
                dossiers={dossiers}
                choice={choice}
                onChange={setChoice}
                isDisabled={isBusy || isWritten}
              />
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={skipsBad}
                  disabled={isBusy || isWritten}
                  onChange={({ target }) => setSkipsBad(target.checked)}
                />
                Leave bad rows out, instead of refusing the file
              </label>
              {!isWritten && (
                <button
                  type="button"
                  className={styles.primary}
                  disabled={
                    stage.name === "importing" || stage.name === "reading" || choice.title.trim() === ""
                  }
                  onClick={() => void start()}
                >
                  Import
                </button>
              )}
              {stage.name === "importing" && (
                <Bar
                  label={stage.portion >= 1 ? "Counting" : `${stage.rows.toLocaleString("en")} rows`}
                  portion={stage.portion}
                  onStop={stop}
                />
              )}
            </section>
          )}
        </>
      )}
      <div role="status">{stage.name === "done" && <ImportResult result={stage.result} />}</div>
    </div>
  );
}

function Bar({ label, portion, onStop }: { label: string; portion: number; onStop: () => void }) {
  return (
    <div className={styles.bar}>
      <progress value={portion} max={1} aria-label={label} />
      <span>{label}</span>
      <button type="button" className={styles.plain} onClick={onStop}>
        Break off
      </button>
    </div>
  );
}

/** "Protests 2019" of "Protests_2019.csv.gz". */
function toTitle(fileName: string): string {
  return fileName
    .replace(/(\.[A-Za-z0-9]{1,8}){1,2}$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
}
