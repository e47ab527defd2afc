-- What a dossier of millions is answered from, written in the transaction of every change and never counted at a
-- request (docs/decisions/0011-crowds-are-counted-when-written.md).

-- What follows from an event's citations, kept beside them: its status today, and the first day on which it was told
-- as it is today. `telling` holds how it was told before that day, so that the second clock needs no recount.
alter table "event"
  add column "status" text not null default 'occurred',
  add column "toldFrom" text not null default '0001-01-01',
  -- How long it may last, by classes: with it an index finds what began before a window and reaches into it.
  add column "span" smallint generated always as (case
    when "edtf" is null then null
    when "beginEarliest" is null or "endLatest" is null then 4
    when "endLatest" - "beginEarliest" <= 93600000 then 0
    when "endLatest" - "beginEarliest" <= 691200000 then 1
    when "endLatest" - "beginEarliest" <= 2764800000 then 2
    when "endLatest" - "beginEarliest" <= 31708800000 then 3
    else 4
  end) stored,
  add constraint "event_status_check" check ("status" in ('occurred', 'planned', 'ongoing', 'cancelled', 'claimed', 'denied', 'disputed')),
  add constraint "event_told_from_check" check ("toldFrom" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');

-- An import writes events before their citations; whoever does so defers this check to the end.
alter table "event" drop constraint "event_dossierId_id_basisId_fkey";
alter table "event" add constraint "event_dossierId_id_basisId_fkey" foreign key ("dossierId", "id", "basisId") references "citation" ("dossierId", "eventId", "id") on delete restrict on update restrict deferrable initially immediate;

-- Where a place lies in Web Mercator, in 2^24ths of the world from west and from north; cells are its leading bits.
alter table "place"
  add column "worldX" integer not null default 0,
  add column "worldY" integer not null default 0,
  add constraint "place_world_check" check ("worldX" between 0 and 16777215 and "worldY" between 0 and 16777215);

create table "telling" (
  "dossierId" uuid not null,
  "eventId" uuid not null,
  "fromDay" text not null,
  "toDay" text not null,
  "status" text not null,
  "beginEarliest" bigint,
  "endLatest" bigint,
  "orderKey" bigint,

  constraint "telling_pkey" primary key ("dossierId", "eventId", "fromDay"),
  constraint "telling_days_check" check ("fromDay" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "toDay" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "fromDay" < "toDay"),
  constraint "telling_status_check" check ("status" in ('occurred', 'planned', 'ongoing', 'cancelled', 'claimed', 'denied', 'disputed'))
);

-- Instants and counts of the whole dossier; `version` grows with every change and names the state in entity tags.
create table "tally" (
  "dossierId" uuid not null,
  "version" bigint not null,
  "events" integer not null,
  "undated" integer not null,
  "unplaced" integer not null,
  "sources" integer not null,
  "places" integer not null,
  "firstInstant" bigint,
  "lastInstant" bigint,

  constraint "tally_pkey" primary key ("dossierId"),
  constraint "tally_counts_check" check ("events" >= 0 and "undated" between 0 and "events" and "unplaced" between 0 and "events" and "sources" >= 0 and "places" >= 0)
);

-- The five tables below hold nothing but sums, by the million; their dossier is not looked up for every row.
-- How many events have a value of a filter, as told today.
create table "facet" (
  "dossierId" uuid not null,
  "facet" text not null,
  "value" text not null,
  "events" integer not null,

  constraint "facet_pkey" primary key ("dossierId", "facet", "value"),
  constraint "facet_facet_check" check ("facet" in ('cat', 'actor', 'place', 'status'))
);

-- How many dated events begin and end in each bin: days since 1970 or months since the year 0, in UTC. A cell is
-- x * 2^level + y, −1 what has no place. What has no begin begins in the lowest bin; what has no end ends in none.
create table "rollup" (
  "dossierId" uuid not null,
  "grain" text not null,
  "level" smallint not null,
  "bin" integer not null,
  "cell" integer not null,
  "category" text not null,
  "starts" integer not null,
  "ends" integer not null,

  constraint "rollup_pkey" primary key ("dossierId", "grain", "level", "bin", "cell", "category"),
  constraint "rollup_grain_check" check ("grain" in ('day', 'month')),
  constraint "rollup_counts_check" check ("starts" >= 0 and "ends" >= 0)
);

-- The columns of the cumulative cube: one for each cell and category that has an event.
create table "cube_column" (
  "dossierId" uuid not null,
  "level" smallint not null,
  "position" integer not null,
  "cell" integer not null,
  "category" text not null,

  constraint "cube_column_pkey" primary key ("dossierId", "level", "position")
);

-- Its rows, at edges that lie `binDays` apart: how many events of each column had begun before, and ended by, the
-- midnight UTC of day `edge`. The events that touch [a, b) are those begun before b less those ended by a.
create table "cube_row" (
  "dossierId" uuid not null,
  "level" smallint not null,
  "edge" integer not null,
  "binDays" integer not null,
  "startsBefore" integer[] not null,
  "endsBy" integer[] not null,

  constraint "cube_row_pkey" primary key ("dossierId", "level", "edge"),
  constraint "cube_row_bin_check" check ("binDays" > 0)
);

-- Answers that cost more than a read, as they leave the server; each is made anew when the version has moved on.
create table "tile" (
  "dossierId" uuid not null,
  "name" text not null,
  "version" bigint not null,
  "bytes" bytea not null,

  constraint "tile_pkey" primary key ("dossierId", "name")
);

create table "import" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "dataset" text not null,
  "format" text not null,
  "fileName" text not null,
  "sha256" text not null,
  "author" text not null,
  "at" timestamptz(3) not null default current_timestamp,
  "rows" integer not null,
  "added" integer not null,
  "changed" integer not null,
  "unchanged" integer not null,
  "rejected" integer not null,

  constraint "import_pkey" primary key ("dossierId", "id"),
  constraint "import_lengths_check" check (char_length("dataset") between 1 and 200 and char_length("format") between 1 and 50 and char_length("fileName") between 1 and 500 and char_length("author") between 1 and 500),
  constraint "import_counts_check" check ("added" >= 0 and "changed" >= 0 and "unchanged" >= 0 and "rejected" >= 0 and "rows" = "added" + "changed" + "unchanged" + "rejected")
);

-- Which event a row of a dataset became, and the hash of what it said.
create table "import_row" (
  "dossierId" uuid not null,
  "dataset" text not null,
  "key" text not null,
  "eventId" uuid not null,
  "digest" text not null,

  constraint "import_row_pkey" primary key ("dossierId", "dataset", "key"),
  constraint "import_row_lengths_check" check (char_length("dataset") between 1 and 200 and char_length("key") between 1 and 200)
);

create index "event_dossierId_span_orderKey_idx" on "event" ("dossierId", "span", "orderKey");
create index "telling_dossierId_fromDay_idx" on "telling" ("dossierId", "fromDay");
create index "place_dossierId_worldX_worldY_idx" on "place" ("dossierId", "worldX", "worldY");
create index "import_row_dossierId_eventId_idx" on "import_row" ("dossierId", "eventId");
alter table "telling" add constraint "telling_dossierId_eventId_fkey" foreign key ("dossierId", "eventId") references "event" ("dossierId", "id") on delete restrict on update restrict;
alter table "tally" add constraint "tally_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "import" add constraint "import_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "import_row" add constraint "import_row_dossierId_eventId_fkey" foreign key ("dossierId", "eventId") references "event" ("dossierId", "id") on delete restrict on update restrict;

-- The dossier of a row that hangs on an event or a source is that one's: it was looked up twice for every row.
alter table "passage" drop constraint "passage_dossierId_fkey";
alter table "citation" drop constraint "citation_dossierId_fkey";
alter table "participation" drop constraint "participation_dossierId_fkey";
