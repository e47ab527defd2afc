import styles from "./import.module.css";

/** Where to import to: an existing dossier by its slug, or a new one of this title. */
export type DossierChoice = { readonly slug: string | null; readonly title: string };

type Props = {
  readonly dossiers: readonly { readonly slug: string; readonly title: string }[];
  readonly choice: DossierChoice;
  readonly onChange: (choice: DossierChoice) => void;
  readonly isDisabled: boolean;
};

export function DossierFields({ dossiers, choice, onChange, isDisabled }: Props) {
  return (
    <div className={styles.fields}>
      <label>
        <span>Into</span>
        <select
          value={choice.slug ?? ""}
          disabled={isDisabled}
          onChange={({ target }) => onChange({ ...choice, slug: target.value || null })}
        >
          <option value="">A new dossier</option>
          {dossiers.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {choice.slug === null && (
        <label>
          <span>Its title</span>
          <input
            type="text"
            maxLength={2000}
            value={choice.title}
            disabled={isDisabled}
            onChange={({ target }) => onChange({ ...choice, title: target.value })}
          />
        </label>
      )}
    </div>
  );
}

/** The dossier as the server is asked for it; a new one gets a slug that none of the others has. */
export function toChosenDossier(
  { slug, title }: DossierChoice,
  dossiers: Props["dossiers"],
): { slug: string; title: string | null } {
  if (slug !== null) return { slug, title: null };
  const wanted = toSlug(title);
  const isTaken = (candidate: string) => dossiers.some((dossier) => dossier.slug === candidate);
  let free = wanted;
  for (let number = 2; isTaken(free); number++) free = `${wanted}-${number}`;
  return { slug: free, title: title.trim() };
}

function toSlug(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  return words || "dossier";
}
