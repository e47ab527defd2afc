-- What contributors propose: a command as the interface takes it, which an editor runs or declines. "shown" is what it
-- would do, in words, as it was when it was proposed. "subjectId" is the event that it is about, and "resultId" the
-- event or source that came of it; accounts are referred to by no key, or the table could not be spread by dossier.
create table "proposal" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "at" timestamptz(3) not null,
  "author" text not null,
  "authorId" uuid,
  "kind" text not null,
  "subjectId" uuid,
  -- Of the event, as its author saw it.
  "version" integer,
  "body" jsonb not null,
  "shown" jsonb not null,
  -- The hash of the bytes that a proposed source was taken from: they are kept as long as the proposal is open.
  "document" text,
  "state" text not null default 'open',
  "decidedAt" timestamptz(3),
  "decidedBy" text,
  "decidedById" uuid,
  "reason" text,
  "changeId" uuid,
  "resultId" uuid,

  constraint "proposal_pkey" primary key ("dossierId", "id"),
  constraint "proposal_author_check" check (char_length("author") between 1 and 500),
  constraint "proposal_kind_check" check ("kind" in ('event', 'citation', 'change', 'deletion', 'source')),
  constraint "proposal_subject_check" check (("subjectId" is null) = ("kind" in ('event', 'source'))),
  constraint "proposal_version_check" check ("version" > 0 and ("version" is not null or "kind" not in ('change', 'deletion'))),
  constraint "proposal_body_check" check (jsonb_typeof("body") = 'object' and jsonb_typeof("shown") = 'object'),
  constraint "proposal_document_check" check ("document" is null or ("document" ~ '^[0-9a-f]{64}$' and "kind" = 'source')),
  constraint "proposal_state_check" check ("state" in ('open', 'accepted', 'declined', 'withdrawn')),
  constraint "proposal_decided_check" check (num_nulls("decidedAt", "decidedBy") = case when "state" = 'open' then 2 else 0 end and char_length("decidedBy") between 1 and 500),
  constraint "proposal_reason_check" check (("reason" is not null) = ("state" = 'declined') and char_length("reason") between 1 and 500),
  constraint "proposal_result_check" check ("state" = 'accepted' or num_nulls("changeId", "resultId") = 2)
);

alter table "proposal" add constraint "proposal_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "proposal" add constraint "proposal_dossierId_subjectId_fkey" foreign key ("dossierId", "subjectId") references "event" ("dossierId", "id") on delete restrict on update restrict;
create index "proposal_dossierId_state_id_idx" on "proposal" ("dossierId", "state", "id");
create index "proposal_dossierId_authorId_id_idx" on "proposal" ("dossierId", "authorId", "id");
create index "proposal_dossierId_subjectId_idx" on "proposal" ("dossierId", "subjectId");
create index "proposal_document_idx" on "proposal" ("document");

-- Who accepted what its author had proposed.
alter table "revision" add column "acceptedBy" text;
