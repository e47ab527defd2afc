-- A source has texts: the one that it has now, and those that it had before, which passages may still quote. The texts
-- stay where they are on the disk, and with them the references of the passages: what is copied is what is said of each
-- source, which is short.

alter table "source" rename to "source_text";
alter table "source_text" rename column "id" to "sourceId";
alter table "source_text" rename constraint "source_sha256_check" to "source_text_sha256_check";
alter table "source_text" rename constraint "source_document_check" to "source_text_document_check";
alter table "source_text" rename constraint "source_dossierId_fkey" to "source_text_dossierId_fkey";
alter table "source_text" drop constraint "source_pkey";
alter table "source_text" add constraint "source_text_pkey" primary key using index "source_dossierId_id_sha256_key";
alter index "source_document_idx" rename to "source_text_document_idx";
drop index "source_dossierId_slug_key";

create table "source" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "slug" text not null,
  "title" text not null,
  "publisher" text not null,
  "byline" text,
  "language" text not null,
  "url" text,
  "publishedOn" text not null,
  "retrievedOn" text,
  "coverage" text not null,
  -- How much of the text those see who may not change it.
  "publishes" text not null default 'full',
  -- Which of its texts it has now.
  "sha256" text not null,
  "version" integer not null default 1,
  "hiddenAt" timestamptz(3),
  "hiddenBy" text,
  "hiddenReason" text
);
insert into "source" ("dossierId", "id", "slug", "title", "publisher", "byline", "language", "url", "publishedOn", "retrievedOn", "coverage", "sha256", "version", "hiddenAt", "hiddenBy", "hiddenReason")
select "dossierId", "sourceId", "slug", "title", "publisher", "byline", "language", "url", "publishedOn", "retrievedOn", "coverage", "sha256", "version", "hiddenAt", "hiddenBy", "hiddenReason" from "source_text";

-- Their checks go with them.
alter table "source_text"
  drop column "slug",
  drop column "title",
  drop column "publisher",
  drop column "byline",
  drop column "language",
  drop column "url",
  drop column "publishedOn",
  drop column "retrievedOn",
  drop column "coverage",
  drop column "version",
  drop column "hiddenAt",
  drop column "hiddenBy",
  drop column "hiddenReason";

alter table "source"
  add constraint "source_pkey" primary key ("dossierId", "id"),
  add constraint "source_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  add constraint "source_lengths_check" check (char_length("title") between 1 and 2000 and char_length("publisher") between 1 and 500 and char_length("byline") between 1 and 500 and char_length("language") between 1 and 35 and char_length("url") between 1 and 2000),
  add constraint "source_url_check" check ("url" ~ '^https?://'),
  add constraint "source_published_on_check" check ("publishedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and make_date(substr("publishedOn", 1, 4)::int, substr("publishedOn", 6, 2)::int, substr("publishedOn", 9, 2)::int) >= date '0001-01-01'),
  add constraint "source_retrieved_on_check" check ("retrievedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and make_date(substr("retrievedOn", 1, 4)::int, substr("retrievedOn", 6, 2)::int, substr("retrievedOn", 9, 2)::int) >= date '0001-01-01'),
  add constraint "source_coverage_check" check ("coverage" in ('full', 'excerpts')),
  add constraint "source_publishes_check" check ("publishes" in ('full', 'excerpts')),
  add constraint "source_version_check" check ("version" > 0),
  add constraint "source_hidden_check" check (num_nulls("hiddenAt", "hiddenBy") in (0, 2) and ("hiddenAt" is not null or "hiddenReason" is null)),
  add constraint "source_hidden_lengths_check" check (char_length("hiddenBy") between 1 and 500 and char_length("hiddenReason") between 1 and 500),
  add constraint "source_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
create unique index "source_dossierId_slug_key" on "source" ("dossierId", "slug");

-- Where a text comes from: `document` is the hash of the bytes, `obtained` how they came to hand; both are unknown of
-- texts that were written by hand or stored before this was noted.
alter table "source_text"
  -- Counts the texts of a source, from 1.
  add column "number" integer not null default 1,
  add column "addedAt" timestamptz(3),
  add column "addedBy" text,
  add column "obtainedAt" timestamptz(3),
  add column "obtainedBy" text,
  add column "obtained" jsonb,
  add constraint "source_text_number_check" check ("number" > 0),
  -- The rows that are there passed this check when it was the old table's; to read every text again would take minutes.
  add constraint "source_text_length_check" check (char_length("text") between 1 and 2000000) not valid,
  add constraint "source_text_added_check" check (num_nulls("addedAt", "addedBy") in (0, 2) and char_length("addedBy") between 1 and 500) not valid,
  add constraint "source_text_obtained_check" check (num_nulls("obtainedAt", "obtainedBy", "obtained") in (0, 3) and char_length("obtainedBy") between 1 and 500 and ("document" is not null or "obtained" is null)) not valid;

-- A source and its texts need each other: a text is stored before its source, and goes after it.
alter table "source" add constraint "source_dossierId_id_sha256_fkey" foreign key ("dossierId", "id", "sha256") references "source_text" ("dossierId", "sourceId", "sha256") on delete restrict on update restrict;
alter table "source_text" add constraint "source_text_dossierId_sourceId_fkey" foreign key ("dossierId", "sourceId") references "source" ("dossierId", "id") on delete no action on update restrict deferrable initially deferred;
create index "source_text_sha256_idx" on "source_text" using hash ("sha256");

-- A passage that is not found in its source's text any more stays with the text that it quotes; `isKept` says that
-- somebody has decided that it shall.
alter table "passage" add column "isKept" boolean not null default false;

-- How bytes came to hand, from when they are brought until a source is made of them.
create table "document" (
  "id" uuid not null,
  "sha256" text not null,
  "at" timestamptz(3) not null,
  "author" text not null,
  "obtained" jsonb not null,

  constraint "document_pkey" primary key ("id"),
  constraint "document_sha256_check" check ("sha256" ~ '^[0-9a-f]{64}$'),
  constraint "document_author_check" check (char_length("author") between 1 and 500)
);
create index "document_sha256_at_idx" on "document" ("sha256", "at");
create index "document_at_idx" on "document" ("at");
