import { describe, expect, it } from "vitest";
import { parseGazetteer } from "./gazetteer";
import { toPlaceNamed } from "./place-named";
import { lookUpName, searchGazetteer } from "./search-gazetteer";

// Countries, regions, cities; then the names in order. The numbers of the places count from 0 in base 36.
const FILE = `gazetteer 1	2	2	5	12
Asia/Seoul	America/New_York
127.99	36.46	44000000	0	South Korea	1835841	0	KR	
-103.59	41.83	259000000	1	United States	6252001	1	US	
126.93	37.55	10400000	0	Seoul	1835847	0		10
-89	40	12000000	1	Illinois	4896861	1		300
126.978	37.566	10349312	0	Seoul	1835848	0	2	
127.7	34.8	3000	0	Seosan-ri	1	0		
-89.644	39.802	116000	1	Springfield	4250542	1	3	
-93.292	37.215	170000	1	Springfield	4409896	1		
-86.1	32.4	2500	1	Seoul	2	1		
america	1
illinois	3!
seosan ri	5!	Seosan-ri
seoul	2!
seoul	4!
seoul	8!
south korea	0!
springfield	6!
springfield	7!
us	1	US
서울	2
서울	4
`;
const GAZETTEER = parseGazetteer(FILE);
const ids = (query: string, options: Partial<Parameters<typeof searchGazetteer>[2]> = {}) =>
  searchGazetteer(GAZETTEER, query, { limit: 10, ...options }).map(({ geonamesId }) => geonamesId);

describe("searchGazetteer", () => {
  it("puts whole names first, then the more populous, and a city before its region", () => {
    expect(ids("seoul")).toEqual([1835848, 1835847, 2]);
    expect(ids("SEO")).toEqual([1835848, 1835847, 1, 2]);
    expect(ids("s")).toEqual([1835841, 1835848, 4409896, 1835847, 4250542, 1, 2]);
  });

  it("finds a place by any of its names, and says by which", () => {
    const [place] = searchGazetteer(GAZETTEER, "서울", { limit: 1 });
    expect(place).toEqual({
      name: "Seoul",
      kind: "city",
      lon: 126.978,
      lat: 37.566,
      radiusKm: null,
      geonamesId: 1835848,
      countryCode: "KR",
      country: "South Korea",
      region: "Seoul",
      zone: "Asia/Seoul",
      population: 10349312,
      matched: "서울",
      isExact: true,
    });
    expect(searchGazetteer(GAZETTEER, "u.s.", { limit: 1 })[0]).toMatchObject({
      name: "United States",
      matched: "US",
    });
    expect(searchGazetteer(GAZETTEER, "amer", { limit: 1 })[0]).toMatchObject({
      matched: "America",
      isExact: false,
    });
  });

  it("takes what follows a comma for the country or region", () => {
    expect(ids("Springfield, Illinois")).toEqual([4250542]);
    expect(ids("Seoul, US")).toEqual([2]);
    expect(ids("Seoul, South K")).toEqual([1835848, 1835847]);
    expect(ids("Seoul, France")).toEqual([]);
  });

  it("prefers what is near, and countries that are spoken of, only among what fits alike", () => {
    expect(ids("springfield")).toEqual([4409896, 4250542]);
    expect(ids("springfield", { near: { lon: -89.6, lat: 39.8 } })).toEqual([4250542, 4409896]);
    expect(ids("seo")).toEqual([1835848, 1835847, 1, 2]);
    expect(ids("seo", { countries: ["US"] })).toEqual([1835848, 2, 1835847, 1]);
    // Who tells of Alabama and has the map there means no capital on the other side of the world.
    expect(ids("seo", { countries: ["US"], near: { lon: -86, lat: 32 } })[0]).toBe(2);
    expect(ids("springfield", { countries: ["KR"], limit: 1 })).toEqual([4409896]);
  });

  it("finds nothing for nothing", () => {
    expect(["", " , ", "…", "zzz", "seoul city"].map((query) => ids(query))).toEqual([[], [], [], [], []]);
  });
});

describe("lookUpName", () => {
  it("takes no beginning of a name for the name", () => {
    expect(lookUpName(GAZETTEER, "Seo", { limit: 5 })).toEqual([]);
    expect(lookUpName(GAZETTEER, "Séoul", { limit: 5 }).map(({ geonamesId }) => geonamesId)).toEqual([
      1835848, 1835847, 2,
    ]);
  });
});

describe("toPlaceNamed", () => {
  it("takes a village only for a place of a country that is spoken of", () => {
    expect(toPlaceNamed(GAZETTEER, "Seosan-ri", [])).toBeNull();
    expect(toPlaceNamed(GAZETTEER, "Seosan-ri", ["KR"])).toMatchObject({ geonamesId: 1 });
    expect(toPlaceNamed(GAZETTEER, "Seoul", ["US"])).toMatchObject({ geonamesId: 1835848 });
    expect(toPlaceNamed(GAZETTEER, "Monday", ["US", "KR"])).toBeNull();
  });
});

describe("parseGazetteer", () => {
  it("refuses another version, and a file that is cut off or too long", () => {
    expect(() => parseGazetteer(FILE.replace("gazetteer 1", "gazetteer 2"))).toThrow(
      "got version gazetteer 2",
    );
    expect(() => parseGazetteer(`${FILE}zzz\t1\n`)).toThrow("it ends at");
    expect(() => parseGazetteer(FILE.slice(0, 400))).toThrow("it ends at");
  });
});
