import styles from "./dashboard.module.css";

type Props = {
  readonly dossier: string;
  /** When it was so, in words. */
  readonly moment: string;
};

/** Says that what is shown is not what is known today, and leads there. */
export function PastBanner({ dossier, moment }: Props) {
  return (
    <div className={styles.notice} role="status">
      <p>
        <b>As it was kept at {moment}.</b> Nothing can be changed here; what has been deleted since is left
        out.
      </p>
      <a href={`/d/${dossier}`}>See it as it is now</a>
      <a href={`/d/${dossier}/changes`}>Changes</a>
    </div>
  );
}
