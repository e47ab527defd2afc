import { ZOOM } from "../page/columns";
import { enter } from "../page/contest";
import { createSuperclusterContest } from "../page/supercluster";

// As fast as it can be: an index for the zoom that is on the screen alone, to be made again when that changes.
enter(createSuperclusterContest({ minZoom: ZOOM, maxZoom: ZOOM }));
