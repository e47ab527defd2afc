-- A window's edges lie some days from those of the cube, and a row for each cell and category of a day filled a page for
-- each of a thousand: reading them took most of the time. The sums of a bin and category now stand side by side.
create table "rollup_packed" (
  "dossierId" uuid not null,
  "grain" text not null,
  "level" smallint not null,
  "bin" integer not null,
  "category" text not null,
  "cells" integer[] not null,
  "starts" integer[] not null,
  "ends" integer[] not null
);

set local work_mem = '256MB';
insert into "rollup_packed" ("dossierId", "grain", "level", "bin", "category", "cells", "starts", "ends")
select "dossierId", "grain", "level", "bin", "category", array_agg("cell"), array_agg("starts"), array_agg("ends")
from (select * from "rollup" order by "dossierId", "grain", "level", "bin", "category", "cell") as sorted
group by 1, 2, 3, 4, 5;

drop table "rollup";
alter table "rollup_packed" rename to "rollup";
alter table "rollup"
  add constraint "rollup_pkey" primary key ("dossierId", "grain", "level", "bin", "category"),
  add constraint "rollup_grain_check" check ("grain" in ('day', 'month')),
  add constraint "rollup_lengths_check" check (cardinality("cells") > 0 and cardinality("starts") = cardinality("cells") and cardinality("ends") = cardinality("cells")),
  add constraint "rollup_counts_check" check (0 <= all ("starts") and 0 <= all ("ends"));
