"use client";

import { useState } from "react";
import changes from "@/components/editor/change-list.module.css";
import { DifferenceList } from "@/components/editor/difference-list";
import type { Outcome } from "@/components/editor/editor-client";
import form from "@/components/editor/form.module.css";
import type { FieldChange } from "@/core/record/difference";
import type { Instant } from "@/core/time/instant";
import { instantToWords } from "@/core/time/words";
import type { Zone } from "@/core/time/zone";
import { DeclineForm } from "./decline-form";
import styles from "./proposal-card.module.css";
import { PROPOSAL_WORDS, toLead, toPlaceWords, toProposalHref, toTrail, toWhy } from "./proposal-words";
import type { ProposalsClient } from "./proposals-client";
import type { ShownProposal } from "./shown-proposal";

type Props = {
  readonly client: ProposalsClient;
  readonly dossier: string;
  /** In which moments are told. */
  readonly zone: Zone;
  readonly proposal: ShownProposal;
  readonly canDecide: boolean;
  /** Hears what was decided, and by which change it can be taken back. */
  readonly onDecided: (text: string, change: string | null) => void;
};

/** What somebody proposes, with its passages and what it would change, and the way to decide. */
export function ProposalCard({ client, dossier, zone, proposal, canDecide, onDecided }: Props) {
  const [isDeclining, setDeclining] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id, kind, shown, event, state } = proposal;
  const href = toProposalHref(dossier, proposal);
  const why = toWhy(proposal);
  const title = <b dir="auto">{shown.title}</b>;
  const isOvertaken = state === "open" && event !== null && (event.isChanged || event.isDeleted);

  async function decide(text: string, attempt: () => Promise<Outcome<null>>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await attempt();
    setBusy(false);
    if (outcome.kind === "done") return onDecided(`${text}: ${shown.title}`, outcome.change);
    if (outcome.kind === "conflict") onDecided(`Not accepted: ${shown.title} was changed meanwhile.`, null);
    else
      setProblem(
        [outcome.reason, ...("faults" in outcome ? outcome.faults : []).map(({ reason }) => reason)].join(
          " ",
        ),
      );
  }

  return (
    <li className={styles.card} data-state={state}>
      <p className={changes.head}>
        <span className={changes.kind}>{PROPOSAL_WORDS[kind]}</span>{" "}
        {href === null ? title : <a href={href}>{title}</a>}
      </p>
      <p className={form.hint}>
        <time dateTime={new Date(proposal.at).toISOString()}>
          {instantToWords(proposal.at as Instant, zone)}
        </time>
        {` · ${proposal.author}`}
        {why !== null && <> · “{why}”</>}
      </p>
      {shown.passages.map(({ source, prefix, exact, suffix }) => (
        <figure key={`${source.slug} ${prefix} ${exact}`} className={styles.passage}>
          <blockquote dir="auto">
            {toLead(prefix)}
            <mark>{exact}</mark>
            {toTrail(suffix)}
          </blockquote>
          <figcaption>
            <a href={`/d/${dossier}/s/${source.slug}`}>{source.title}</a>
          </figcaption>
        </figure>
      ))}
      <Differences proposal={proposal} />
      {isOvertaken && <Overtaken proposal={proposal} />}
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      <Fate proposal={proposal} zone={zone} />
      {state === "open" && !isDeclining && (
        <div className={form.actions}>
          {canDecide && (
            <>
              {!isOvertaken && (
                <button
                  type="button"
                  className={form.primary}
                  aria-disabled={isBusy}
                  onClick={() => void decide("Accepted", () => client.accept(dossier, id))}
                >
                  Accept
                </button>
              )}
              <button type="button" className={form.plain} onClick={() => setDeclining(true)}>
                Decline…
              </button>
            </>
          )}
          {proposal.isOwn && (
            <button
              type="button"
              className={form.plain}
              aria-disabled={isBusy}
              onClick={() => void decide("Withdrawn", () => client.withdraw(dossier, id))}
            >
              Withdraw
            </button>
          )}
        </div>
      )}
      {state === "open" && isDeclining && (
        <DeclineForm
          author={proposal.author}
          isBusy={isBusy}
          onDecline={(reason) => void decide("Declined", () => client.decline(dossier, id, reason))}
          onCancel={() => setDeclining(false)}
        />
      )}
    </li>
  );
}

function Differences({ proposal }: { proposal: ShownProposal }) {
  const { kind, shown, body } = proposal;
  const place = toPlaceWords(proposal);
  // The title stands above, and so does the quotation where there is one; of what shall go it is enough to know which
  // one it is.
  const isWorthTelling = ({ field, of }: FieldChange) =>
    kind === "deletion"
      ? of === null && (field === "when" || field === "place")
      : kind === "change" || field !== "title";
  const isOneQuoted = (kind === "event" || kind === "citation") && shown.passages.length === 1;
  const told = shown.differences
    .filter(isWorthTelling)
    .map((difference) => (isOneQuoted ? { ...difference, of: null } : difference));
  return (
    <>
      <DifferenceList differences={told} />
      {place !== null && <p className={form.hint}>On the map at {place}.</p>}
      {kind === "source" && typeof body.text === "string" && (
        <details className={styles.text}>
          <summary>Read its text</summary>
          <div dir="auto">{body.text}</div>
        </details>
      )}
    </>
  );
}

/** What the event has become since: both can be seen, and neither is lost. */
function Overtaken({ proposal: { event, meanwhile } }: { proposal: ShownProposal }) {
  return (
    <div className={form.notice} role="note">
      <p>
        {event?.isDeleted
          ? "The event was deleted since this was proposed: it cannot be accepted."
          : "Somebody changed the event since this was proposed, so that it cannot be accepted as it is. What changed since:"}
      </p>
      {meanwhile.map(({ id, author, differences }) => (
        <div key={id}>
          <p className={form.hint}>{author}</p>
          <DifferenceList differences={differences} />
        </div>
      ))}
    </div>
  );
}

function Fate({ proposal, zone }: { proposal: ShownProposal; zone: Zone }) {
  const { state, isOwn, decidedBy, decidedAt, reason } = proposal;
  if (state === "open") return isOwn ? <p className={form.hint}>Open: an editor will look at it.</p> : null;
  const words = { accepted: "Accepted by", declined: "Declined by", withdrawn: "Withdrawn by" }[state];
  return (
    <p className={styles.fate}>
      <b>{words}</b> {decidedBy}
      {decidedAt !== null && `, ${instantToWords(decidedAt as Instant, zone)}`}
      {reason !== null && <> · “{reason}”</>}
    </p>
  );
}
