import { useState } from "react";
import { type FieldFaults, NO_FAULTS, toFieldFaults } from "@/components/editor/faults";
import type { AccountOutcome } from "./account-client";

type Attempting = {
  readonly isBusy: boolean;
  readonly faults: FieldFaults;
  readonly setFaults: (faults: FieldFaults) => void;
  /** What concerns no single field. */
  readonly problem: string | null;
  /** Runs one attempt; whether it came about. */
  readonly attempt: (work: () => Promise<AccountOutcome>) => Promise<boolean>;
};

/** Attempts of a form whose words are kept nowhere, one at a time. */
export function useAttempt(fields: readonly string[]): Attempting {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [faults, setFaults] = useState<FieldFaults>(NO_FAULTS);

  async function attempt(work: () => Promise<AccountOutcome>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    setFaults(NO_FAULTS);
    const outcome = await work();
    setBusy(false);
    if (outcome.kind === "done") return true;
    const { byField, others } = toFieldFaults(outcome.faults, fields);
    setFaults(byField);
    const isSaidBeside = Object.keys(byField).length > 0 && others.length === 0;
    setProblem(isSaidBeside ? null : [outcome.reason, ...others].join(" "));
    return false;
  }

  return { isBusy, faults, setFaults, problem, attempt };
}
