import type { Instant } from "@/core/time/instant";
import { instantToWords } from "@/core/time/words";
import type { Zone } from "@/core/time/zone";
import styles from "./texts.module.css";

type Props = {
  /** Oldest first. */
  readonly texts: readonly {
    readonly number: number;
    readonly sha256: string;
    readonly addedAt: Instant | null;
  }[];
  /** The hash of the one that is shown. */
  readonly shown: string;
  /** In which moments are told. */
  readonly zone: Zone;
  readonly path: string;
};

/** The texts that a source has had, each a link; nothing where it has had but one. */
export function Texts({ texts, shown, zone, path }: Props) {
  if (texts.length < 2) return null;
  return (
    <nav className={styles.texts} aria-label="Texts of this source">
      {texts.map(({ number, sha256, addedAt }) => (
        <a key={number} href={`${path}?text=${number}`} aria-current={sha256 === shown ? "page" : undefined}>
          Text {number}
          {addedAt !== null && <span> of {instantToWords(addedAt, zone)}</span>}
        </a>
      ))}
    </nav>
  );
}
