import type { Change } from "@/components/editor/editor-client";

/** The page of what was changed; `null` where it has none. */
export function toChangeHref(dossier: string, { subject, after }: Change): string | null {
  const path = PATHS[subject.kind];
  return path === undefined || after === null ? null : `/d/${dossier}${path}${subject.slug}`;
}

/** The dossier as a change left it. */
export function toMomentHref(dossier: string, { at }: Change): string {
  return `/d/${dossier}/at/${at}`;
}

const PATHS: Readonly<Record<string, string>> = { event: "/e/", source: "/s/" };
