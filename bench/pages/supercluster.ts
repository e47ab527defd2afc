import { enter } from "../page/contest";
import { createSuperclusterContest } from "../page/supercluster";

// As it comes: an index for every zoom that a reader may turn to.
enter(createSuperclusterContest({ minZoom: 0, maxZoom: 16 }));
