import type { Obtained } from "@/core/record/obtained";
import type { Instant } from "@/core/time/instant";
import { instantToWords } from "@/core/time/words";
import type { Zone } from "@/core/time/zone";
import styles from "./origins.module.css";

type Signed = { readonly at: Instant; readonly by: string };

type Props = {
  /** The newest text first. */
  readonly origins: readonly {
    readonly number: number;
    readonly isPresent: boolean;
    readonly added: Signed | null;
    readonly document: string | null;
    readonly obtained: (Obtained & Signed) | null;
  }[];
  /** In which moments are told. */
  readonly zone: Zone;
  /** Where the bytes of a text can be had. */
  readonly toHref: (text: number) => string;
};

/** Where each text of a source comes from: who brought it, when and how, and its bytes as they were. */
export function Origins({ origins, zone, toHref }: Props) {
  return (
    <details className={styles.origins}>
      <summary>How this was obtained</summary>
      <ol>
        {origins.map(({ number, isPresent, added, document, obtained }) => (
          <li key={number}>
            <b>
              Text {number}
              {isPresent && ", the present one"}
            </b>
            {added && (
              <p>
                Added on {instantToWords(added.at, zone)} by {added.by}
              </p>
            )}
            {obtained ? (
              <p>
                {MEANS[obtained.means]}
                {obtained.fileName && ` ${obtained.fileName}`} on {instantToWords(obtained.at, zone)} by{" "}
                {obtained.by} · {obtained.mediaType}, {obtained.bytes} bytes
              </p>
            ) : (
              <p>How it came to hand is not recorded.</p>
            )}
            {obtained && obtained.addresses.length > 0 && (
              <p className={styles.addresses}>{obtained.addresses.join(" → ")}</p>
            )}
            {document !== null && (
              <p>
                <a href={toHref(number)} download>
                  Save the document as it was brought
                </a>{" "}
                <code className={styles.hash}>SHA-256 {document}</code>
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

const MEANS: Readonly<Record<Obtained["means"], string>> = {
  text: "Pasted as text",
  html: "Pasted from a page",
  file: "Brought as the file",
  address: "Fetched from the address",
};
