import { ROLE_WORDS } from "@/components/ui/labels";
import type { Instant } from "@/core/time/instant";
import { instantToShortWords } from "@/core/time/words";
import type { Zone } from "@/core/time/zone";
import type { WireAuditEntry } from "@/wire/account-lists";
import rows from "./rows.module.css";

type Props = {
  readonly entries: readonly WireAuditEntry[];
  readonly zone: Zone;
  /** Whether each entry names its dossier. */
  readonly isOfAll?: boolean;
};

/** What was noted of what concerns safety, newest first. */
export function AuditList({ entries, zone, isOfAll = false }: Props) {
  return (
    <ol className={rows.rows}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <span className={rows.told}>
            <strong>{toSentence(entry)}</strong>
            <span>
              <time dateTime={new Date(entry.at).toISOString()}>
                {instantToShortWords(entry.at as Instant, zone)}
              </time>
              {entry.address !== null && ` · ${entry.address}`}
              {isOfAll && entry.dossier !== null && (
                <>
                  {" · "}
                  <a href={`/d/${entry.dossier}/settings`}>{entry.dossier}</a>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function toSentence({ kind, account, detail }: WireAuditEntry): string {
  const who = account ?? "Somebody";
  const say = (key: string) => String(detail[key] ?? "");
  switch (kind) {
    case "role-changed":
      return toRoleSentence(who, detail);
    case "visibility-changed":
      return `${who} made the dossier ${say("to")}; it was ${say("from")}`;
    case "sign-in-failed":
      return detail.by === "oidc"
        ? `Signing in by the provider failed: ${say("reason")}`
        : `Signing in as ${say("email")} failed`;
    case "invited":
      return `${who} made an invitation for a role of ${say("role")}`;
    case "key-made":
      return `${who} made the key “${say("name")}”, which may ${say("scope")}`;
    case "key-revoked":
      return `${who} revoked the key “${say("name")}”`;
    case "exported":
      return say("what") === "document"
        ? `${who} took the document of ${say("source")}`
        : `${who} took the whole dataset`;
    default:
      return `${who} ${DEEDS[kind] ?? kind}`;
  }
}

function toRoleSentence(who: string, { account, from, to }: WireAuditEntry["detail"]): string {
  const whose = typeof account === "string" ? account : "An account";
  const toWords = (role: unknown) =>
    Object.entries(ROLE_WORDS)
      .find(([known]) => known === role)?.[1]
      .toLowerCase() ?? "no member";
  if (from === null) return `${whose} became ${toWords(to)}`;
  return to === null
    ? `${who} sent ${whose} away, who was ${toWords(from)}`
    : `${who} made ${whose} ${toWords(to)}, who was ${toWords(from)}`;
}

const DEEDS: Readonly<Record<string, string>> = {
  "owner-made": "became the owner of the program",
  "account-made": "made their account",
  "signed-in": "signed in",
  "signed-out": "signed out",
  "signed-out-everywhere": "signed out everywhere",
  "session-ended": "ended sessions",
  "password-changed": "changed their password",
  "password-change-failed": "did not know their password when changing it",
  "invitation-revoked": "took an invitation back",
};
