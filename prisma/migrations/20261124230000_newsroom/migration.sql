-- What a team needs to change a dossier together: versions by which a writer says what was seen, a history that says
-- of what kind each change was and why, things that are hidden before they go, and keys that make a write one.

alter table "dossier"
  add column "version" integer not null default 1,
  add constraint "dossier_version_check" check ("version" > 0);

alter table "event"
  add column "version" integer not null default 1,
  add column "hiddenAt" timestamptz(3),
  add column "hiddenBy" text,
  add column "hiddenReason" text,
  -- The event that this one became a part of.
  add column "mergedIntoId" uuid,
  add constraint "event_version_check" check ("version" > 0),
  add constraint "event_hidden_check" check (num_nulls("hiddenAt", "hiddenBy") in (0, 2) and ("hiddenAt" is not null or num_nonnulls("hiddenReason", "mergedIntoId") = 0)),
  add constraint "event_hidden_lengths_check" check (char_length("hiddenBy") between 1 and 500 and char_length("hiddenReason") between 1 and 500);

-- `document` is the hash of the bytes that the text was taken from, where they are kept.
alter table "source"
  add column "version" integer not null default 1,
  add column "document" text,
  add column "hiddenAt" timestamptz(3),
  add column "hiddenBy" text,
  add column "hiddenReason" text,
  add constraint "source_version_check" check ("version" > 0),
  add constraint "source_document_check" check ("document" ~ '^[0-9a-f]{64}$'),
  add constraint "source_hidden_check" check (num_nulls("hiddenAt", "hiddenBy") in (0, 2) and ("hiddenAt" is not null or "hiddenReason" is null)),
  add constraint "source_hidden_lengths_check" check (char_length("hiddenBy") between 1 and 500 and char_length("hiddenReason") between 1 and 500);

-- `changeId` is shared by all that one change did: they are undone together.
alter table "revision"
  add column "kind" text not null default 'created',
  add column "reason" text,
  add column "changeId" uuid;
update "revision" set "kind" = case when "change" ? 'imported' then 'imported' else 'changed' end
where not "change" ? 'created';
alter table "revision"
  add constraint "revision_kind_check" check ("kind" in ('created', 'imported', 'changed', 'cited', 'uncited', 'moved', 'merged', 'split', 'hidden', 'restored', 'reverted', 'purged')),
  add constraint "revision_reason_check" check (char_length("reason") between 1 and 500);

-- What is left of an event or a source when it is gone for good: its address is answered, and never given again.
create table "tombstone" (
  "dossierId" uuid not null,
  "subjectKind" text not null,
  "slug" text not null,
  "subjectId" uuid not null,
  "hiddenAt" timestamptz(3) not null,
  "hiddenBy" text not null,
  "hiddenReason" text,
  "mergedIntoId" uuid,
  "purgedAt" timestamptz(3) not null,

  constraint "tombstone_pkey" primary key ("dossierId", "subjectKind", "slug"),
  constraint "tombstone_subject_check" check ("subjectKind" in ('source', 'event')),
  constraint "tombstone_lengths_check" check (char_length("hiddenBy") between 1 and 500 and char_length("hiddenReason") between 1 and 500)
);

-- The answer to a write, for whoever sends the same again. `digest` is that of the whole request.
create table "kept_answer" (
  "author" text not null,
  "key" text not null,
  "digest" text not null,
  "at" timestamptz(3) not null,
  "status" integer not null,
  "location" text,
  "changeId" uuid,
  "body" text not null,

  constraint "kept_answer_pkey" primary key ("author", "key"),
  constraint "kept_answer_lengths_check" check (char_length("author") between 1 and 500 and char_length("key") between 1 and 200)
);

create index "kept_answer_at_idx" on "kept_answer" ("at");
create index "revision_dossierId_changeId_idx" on "revision" ("dossierId", "changeId");
create index "source_document_idx" on "source" ("document");
alter table "tombstone" add constraint "tombstone_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
