-- The first schema. A check whose column is null is not false, so every rule below binds only what is there.
-- Search columns hold each word twice, stemmed as English and as it stands, so that other languages are found by
-- their whole words. Accents are folded by decomposition: unaccent() is not immutable and cannot be generated. Marks
-- that do not show are taken out, and punctuation beyond ASCII becomes a space: under the embedded database's locale
-- the parser takes a curly quote for a letter. server/queries/text-query.ts folds alike.

create table "dossier" (
  "id" uuid not null,
  "slug" text not null,
  "title" text not null,
  "summary" text not null,
  "zone" text not null,
  "openingStart" bigint,
  "openingEnd" bigint,
  "openingPlayhead" bigint,
  "openingLon" double precision,
  "openingLat" double precision,
  "openingZoom" double precision,

  constraint "dossier_pkey" primary key ("id"),
  constraint "dossier_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  constraint "dossier_lengths_check" check (char_length("title") between 1 and 2000 and char_length("summary") between 0 and 5000 and char_length("zone") between 1 and 64),
  constraint "dossier_opening_check" check (num_nulls("openingStart", "openingEnd", "openingPlayhead") in (0, 3) and num_nulls("openingLon", "openingLat", "openingZoom") in (0, 3) and ("openingStart" is not null or "openingLon" is null)),
  constraint "dossier_opening_window_check" check ("openingStart" < "openingEnd" and "openingStart" <= "openingPlayhead" and "openingPlayhead" < "openingEnd"),
  constraint "dossier_opening_calendar_check" check ("openingStart" between -62135769600000 and 253402473600000 and "openingEnd" between -62135769600000 and 253402473600000),
  constraint "dossier_opening_map_check" check ("openingLon" between -180 and 180 and "openingLat" between -90 and 90 and "openingZoom" between 0 and 24)
);

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
  "text" text not null,
  "sha256" text not null,

  constraint "source_pkey" primary key ("dossierId", "id"),
  constraint "source_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  constraint "source_lengths_check" check (char_length("title") between 1 and 2000 and char_length("publisher") between 1 and 500 and char_length("byline") between 1 and 500 and char_length("language") between 1 and 35 and char_length("text") between 1 and 2000000 and char_length("url") between 1 and 2000),
  constraint "source_url_check" check ("url" ~ '^https?://'),
  constraint "source_published_on_check" check ("publishedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and make_date(substr("publishedOn", 1, 4)::int, substr("publishedOn", 6, 2)::int, substr("publishedOn", 9, 2)::int) >= date '0001-01-01'),
  constraint "source_retrieved_on_check" check ("retrievedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and make_date(substr("retrievedOn", 1, 4)::int, substr("retrievedOn", 6, 2)::int, substr("retrievedOn", 9, 2)::int) >= date '0001-01-01'),
  constraint "source_coverage_check" check ("coverage" in ('full', 'excerpts')),
  constraint "source_sha256_check" check ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex'))
);

create table "passage" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "slug" text not null,
  "sourceId" uuid not null,
  "sourceSha256" text not null,
  "start" integer not null,
  "end" integer not null,
  "exact" text not null,
  "prefix" text not null,
  "suffix" text not null,
  "search" tsvector generated always as (
    to_tsvector('english', regexp_replace(regexp_replace(normalize("exact", nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]', ' ', 'g'))
    || to_tsvector('simple', regexp_replace(regexp_replace(normalize("exact", nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]', ' ', 'g'))
  ) stored,

  constraint "passage_pkey" primary key ("dossierId", "id"),
  constraint "passage_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  constraint "passage_offsets_check" check ("start" >= 0 and "start" < "end" and "end" - "start" = char_length("exact")),
  constraint "passage_lengths_check" check (char_length("exact") between 1 and 20000 and char_length("prefix") <= 32 and char_length("suffix") <= 32)
);

create table "place" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "slug" text not null,
  "name" text not null,
  "lon" double precision not null,
  "lat" double precision not null,
  "precision" text not null,
  "radiusKm" double precision,
  "geonamesId" integer,
  "countryCode" text,
  "zone" text not null,

  constraint "place_pkey" primary key ("dossierId", "id"),
  constraint "place_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  constraint "place_lengths_check" check (char_length("name") between 1 and 500 and char_length("zone") between 1 and 64),
  constraint "place_coordinates_check" check ("lon" between -180 and 180 and "lat" between -90 and 90),
  constraint "place_precision_check" check ("precision" in ('exact', 'city', 'region', 'country')),
  constraint "place_radius_check" check ("radiusKm" is null or ("precision" = 'region' and "radiusKm" > 0 and "radiusKm" <= 20038)),
  constraint "place_geonames_check" check ("geonamesId" > 0),
  constraint "place_country_check" check ("countryCode" ~ '^[A-Z]{2}$')
);

create table "actor" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "slug" text not null,
  "name" text not null,
  "kind" text not null,

  constraint "actor_pkey" primary key ("dossierId", "id"),
  constraint "actor_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  constraint "actor_lengths_check" check (char_length("name") between 1 and 500),
  constraint "actor_kind_check" check ("kind" in ('person', 'organisation', 'state'))
);

create table "event" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "slug" text not null,
  "title" text not null,
  "category" text not null,
  "edtf" text,
  "zone" text,
  "beginEarliest" bigint,
  "beginLatest" bigint,
  "endEarliest" bigint,
  "endLatest" bigint,
  "precision" text,
  "approximate" boolean not null default false,
  "uncertain" boolean not null default false,
  "orderKey" bigint,
  "basisId" uuid,
  "placeId" uuid,
  "placeRule" text,
  "isLeg" boolean not null default false,
  "originId" uuid,
  "search" tsvector generated always as (
    to_tsvector('english', regexp_replace(regexp_replace(normalize("title", nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]', ' ', 'g'))
    || to_tsvector('simple', regexp_replace(regexp_replace(normalize("title", nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]', ' ', 'g'))
  ) stored,

  constraint "event_pkey" primary key ("dossierId", "id"),
  constraint "event_slug_check" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("slug") <= 100),
  constraint "event_lengths_check" check (char_length("title") between 1 and 2000 and char_length("placeRule") between 1 and 500),
  constraint "event_category_check" check ("category" in ('diplomacy', 'statement', 'military', 'institution', 'other')),
  constraint "event_leg_check" check ("isLeg" or "originId" is null),
  constraint "event_when_check" check ((num_nulls("edtf", "zone", "precision", "orderKey") in (0, 4)) and ("edtf" is not null or (num_nonnulls("beginEarliest", "beginLatest", "endEarliest", "endLatest") = 0 and not "approximate" and not "uncertain"))),
  constraint "event_edtf_check" check (char_length("edtf") between 1 and 64 and char_length("zone") between 1 and 64),
  constraint "event_precision_check" check ("precision" in ('minute', 'hour', 'day', 'month', 'season', 'year', 'decade', 'century', 'millennium')),
  constraint "event_bounds_check" check ("beginEarliest" < "beginLatest" and "endEarliest" < "endLatest" and "beginEarliest" <= "endEarliest" and "beginLatest" <= "endLatest" and "beginEarliest" < "endLatest"),
  constraint "event_calendar_check" check ("beginEarliest" between -62135769600000 and 253402473600000 and "beginLatest" between -62135769600000 and 253402473600000 and "endEarliest" between -62135769600000 and 253402473600000 and "endLatest" between -62135769600000 and 253402473600000 and "orderKey" between -62135769600000 and 253402473600000)
);

create table "citation" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "eventId" uuid not null,
  "passageId" uuid not null,
  "assertion" text not null,
  "timeWords" text,
  "timeRule" text,
  "edtf" text,
  "zone" text,
  "beginEarliest" bigint,
  "beginLatest" bigint,
  "endEarliest" bigint,
  "endLatest" bigint,
  "precision" text,
  "approximate" boolean not null default false,
  "uncertain" boolean not null default false,
  "orderKey" bigint,
  "placeWords" text,
  "speaker" text,

  constraint "citation_pkey" primary key ("dossierId", "id"),
  constraint "citation_assertion_check" check ("assertion" in ('occurred', 'planned', 'ongoing', 'cancelled', 'claimed', 'denied')),
  constraint "citation_lengths_check" check (char_length("timeWords") between 1 and 500 and char_length("timeRule") between 1 and 500 and char_length("placeWords") between 1 and 500 and char_length("speaker") between 1 and 500),
  constraint "citation_when_check" check ((num_nulls("edtf", "zone", "precision", "orderKey") in (0, 4)) and ("edtf" is not null or (num_nonnulls("beginEarliest", "beginLatest", "endEarliest", "endLatest") = 0 and not "approximate" and not "uncertain"))),
  constraint "citation_edtf_check" check (char_length("edtf") between 1 and 64 and char_length("zone") between 1 and 64),
  constraint "citation_precision_check" check ("precision" in ('minute', 'hour', 'day', 'month', 'season', 'year', 'decade', 'century', 'millennium')),
  constraint "citation_bounds_check" check ("beginEarliest" < "beginLatest" and "endEarliest" < "endLatest" and "beginEarliest" <= "endEarliest" and "beginLatest" <= "endLatest" and "beginEarliest" < "endLatest"),
  constraint "citation_calendar_check" check ("beginEarliest" between -62135769600000 and 253402473600000 and "beginLatest" between -62135769600000 and 253402473600000 and "endEarliest" between -62135769600000 and 253402473600000 and "endLatest" between -62135769600000 and 253402473600000 and "orderKey" between -62135769600000 and 253402473600000)
);

create table "participation" (
  "dossierId" uuid not null,
  "eventId" uuid not null,
  "position" integer not null,
  "actorId" uuid not null,
  "role" text not null,

  constraint "participation_pkey" primary key ("dossierId", "eventId", "position"),
  constraint "participation_role_check" check ("position" >= 0 and char_length("role") <= 500)
);

create table "revision" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "subjectKind" text not null,
  "subjectId" uuid not null,
  "at" timestamptz(3) not null default current_timestamp,
  "author" text not null,
  "change" jsonb not null,

  constraint "revision_pkey" primary key ("dossierId", "id"),
  constraint "revision_subject_check" check ("subjectKind" in ('dossier', 'source', 'passage', 'place', 'actor', 'event')),
  constraint "revision_author_check" check (char_length("author") between 1 and 500)
);
create unique index "dossier_slug_key" on "dossier" ("slug");
create unique index "source_dossierId_slug_key" on "source" ("dossierId", "slug");
create unique index "source_dossierId_id_sha256_key" on "source" ("dossierId", "id", "sha256");
create index "passage_dossierId_sourceId_start_idx" on "passage" ("dossierId", "sourceId", "start");
create index "passage_search_idx" on "passage" using gin ("search");
create unique index "passage_dossierId_slug_key" on "passage" ("dossierId", "slug");
create unique index "place_dossierId_slug_key" on "place" ("dossierId", "slug");
create unique index "actor_dossierId_slug_key" on "actor" ("dossierId", "slug");
create index "event_dossierId_orderKey_id_idx" on "event" ("dossierId", "orderKey", "id");
create index "event_dossierId_placeId_idx" on "event" ("dossierId", "placeId");
create index "event_dossierId_originId_idx" on "event" ("dossierId", "originId");
create index "event_search_idx" on "event" using gin ("search");
create unique index "event_dossierId_slug_key" on "event" ("dossierId", "slug");
create unique index "event_dossierId_id_basisId_key" on "event" ("dossierId", "id", "basisId");
create index "citation_dossierId_passageId_idx" on "citation" ("dossierId", "passageId");
create unique index "citation_dossierId_eventId_id_key" on "citation" ("dossierId", "eventId", "id");
create unique index "citation_dossierId_eventId_passageId_key" on "citation" ("dossierId", "eventId", "passageId");
create index "participation_dossierId_actorId_idx" on "participation" ("dossierId", "actorId");
create index "revision_dossierId_subjectKind_subjectId_id_idx" on "revision" ("dossierId", "subjectKind", "subjectId", "id");
alter table "source" add constraint "source_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "passage" add constraint "passage_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "passage" add constraint "passage_dossierId_sourceId_sourceSha256_fkey" foreign key ("dossierId", "sourceId", "sourceSha256") references "source" ("dossierId", "id", "sha256") on delete restrict on update restrict;
alter table "place" add constraint "place_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "actor" add constraint "actor_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "event" add constraint "event_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "event" add constraint "event_dossierId_placeId_fkey" foreign key ("dossierId", "placeId") references "place" ("dossierId", "id") on delete restrict on update restrict;
alter table "event" add constraint "event_dossierId_originId_fkey" foreign key ("dossierId", "originId") references "place" ("dossierId", "id") on delete restrict on update restrict;
alter table "event" add constraint "event_dossierId_id_basisId_fkey" foreign key ("dossierId", "id", "basisId") references "citation" ("dossierId", "eventId", "id") on delete restrict on update restrict;
alter table "citation" add constraint "citation_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "citation" add constraint "citation_dossierId_eventId_fkey" foreign key ("dossierId", "eventId") references "event" ("dossierId", "id") on delete restrict on update restrict;
alter table "citation" add constraint "citation_dossierId_passageId_fkey" foreign key ("dossierId", "passageId") references "passage" ("dossierId", "id") on delete restrict on update restrict;
alter table "participation" add constraint "participation_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "participation" add constraint "participation_dossierId_eventId_fkey" foreign key ("dossierId", "eventId") references "event" ("dossierId", "id") on delete restrict on update restrict;
alter table "participation" add constraint "participation_dossierId_actorId_fkey" foreign key ("dossierId", "actorId") references "actor" ("dossierId", "id") on delete restrict on update restrict;
alter table "revision" add constraint "revision_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
