-- An event is found by its own title and by the words of its passages in one column, which the newest of millions are
-- read from in order; two columns in two tables could only be joined after all matches of both had been gathered.
-- `wording` holds the passages' words, a line each, and is written with the citations.
alter table "event" add column "wording" text not null default '';
update "event" set "wording" = coalesce((
  select string_agg("passage"."exact", E'\n' order by "citation"."id")
  from "citation"
  join "passage" on "passage"."dossierId" = "citation"."dossierId" and "passage"."id" = "citation"."passageId"
  where "citation"."dossierId" = "event"."dossierId" and "citation"."eventId" = "event"."id"), '');

drop index "event_search_idx";
alter table "event" drop column "search";
-- Plain ASCII has nothing to fold, and is most of what is imported: folding would take as long as all the rest.
alter table "event" add column "search" tsvector generated always as (
  to_tsvector('english', case when octet_length("title" || "wording") = char_length("title" || "wording") then "title" || E'\n' || "wording" else regexp_replace(regexp_replace(normalize("title" || E'\n' || "wording", nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]', ' ', 'g') end)
  || to_tsvector('simple', case when octet_length("title" || "wording") = char_length("title" || "wording") then "title" || E'\n' || "wording" else regexp_replace(regexp_replace(normalize("title" || E'\n' || "wording", nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), '[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]', ' ', 'g') end)
) stored;
create index "event_search_idx" on "event" using gin ("search");

drop index "passage_search_idx";
alter table "passage" drop column "search";
