import { useEffect, useState } from "react";
import type { StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";

type Loaded =
  | { readonly kind: "loading" }
  | { readonly kind: "done"; readonly value: StoredEvent }
  | { readonly kind: "failed"; readonly reason: string };

/** The event as it is stored now, with its version: what is on the screen may be older. */
export function useLoadedEvent(dossier: string, event: string): Loaded {
  const client = useEditorClient();
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });

  useEffect(() => {
    let isGone = false;
    client.loadEvent(dossier, event).then((outcome) => {
      if (isGone) return;
      if (outcome.kind === "done") setLoaded(outcome);
      else
        setLoaded({ kind: "failed", reason: "reason" in outcome ? outcome.reason : "It is being changed." });
    });
    return () => {
      isGone = true;
    };
  }, [client, dossier, event]);

  return loaded;
}
