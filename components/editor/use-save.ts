import { useEffect, useRef, useState } from "react";
import type { Outcome } from "./editor-client";
import { type FieldFaults, NO_FAULTS, toFieldFaults } from "./faults";
import { toKey } from "./to-key";

type Saving = {
  readonly isBusy: boolean;
  readonly isOffline: boolean;
  /** What concerns no single field. */
  readonly problem: string | null;
  readonly faults: FieldFaults;
  readonly setFaults: (faults: FieldFaults) => void;
  /** Runs one attempt; gives what came of it, or `null` when it failed and the fields say why. */
  readonly save: <T, P>(attempt: (key: string) => Promise<Outcome<T, P>>) => Promise<Saved<T, P> | null>;
};

type Saved<T, P> =
  | { readonly kind: "done"; readonly value: T; readonly change: string | null }
  | { readonly kind: "conflict"; readonly present: P };

/**
 * Attempts to save, one at a time. An attempt that failed for want of a connection is made again under the same key,
 * so that what did arrive is not done twice.
 */
export function useSave(fields: readonly string[]): Saving {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [faults, setFaults] = useState<FieldFaults>(NO_FAULTS);
  const key = useRef<string | null>(null);
  const isOffline = useOffline();

  async function save<T, P>(attempt: (key: string) => Promise<Outcome<T, P>>): Promise<Saved<T, P> | null> {
    if (isBusy) return null;
    setBusy(true);
    setProblem(null);
    setFaults(NO_FAULTS);
    key.current ??= toKey();
    const outcome = await attempt(key.current);
    setBusy(false);
    if (outcome.kind === "away") {
      setProblem(`${outcome.reason} What you wrote is kept in this browser.`);
      return null;
    }
    key.current = null;
    if (outcome.kind !== "refused") return outcome;
    const { byField, others } = toFieldFaults(outcome.faults, fields);
    setFaults(byField);
    const isSaidBeside = Object.keys(byField).length > 0 && others.length === 0;
    setProblem(isSaidBeside ? "Not saved yet: see what is marked." : [outcome.reason, ...others].join(" "));
    return null;
  }

  return { isBusy, isOffline, problem, faults, setFaults, save };
}

function useOffline(): boolean {
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return isOffline;
}
