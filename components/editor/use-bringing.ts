import { useState } from "react";
import type { Brought, ReadDocument } from "./editor-client";
import { useEditorClient } from "./editor-context";

type Bringing = {
  readonly isReading: boolean;
  /** Why the last document could not be read. */
  readonly problem: string | null;
  readonly bring: (brought: Brought) => void;
};

/** Has documents read, one at a time. */
export function useBringing(onRead: (read: ReadDocument, brought: Brought) => void): Bringing {
  const client = useEditorClient();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function read(brought: Brought): Promise<void> {
    if (isReading) return;
    setReading(true);
    setProblem(null);
    const outcome = await client.readDocument(brought);
    setReading(false);
    if (outcome.kind === "done") onRead(outcome.value, brought);
    else if (outcome.kind !== "conflict") {
      const faults = outcome.kind === "refused" ? outcome.faults.map(({ reason }) => reason) : [];
      setProblem([outcome.reason, ...faults].join(" "));
    }
  }

  return { isReading, problem, bring: (brought) => void read(brought) };
}
