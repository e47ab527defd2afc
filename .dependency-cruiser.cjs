// The walls between the rooms, as ARCHITECTURE.md draws them: what each may import, of ours and from outside.
const ROOMS = {
  core: {
    rooms: [],
    packages: ["@date-fns/utc", "d3-geo", "date-fns", "geojson", "topojson-client", "topojson-specification"],
  },
  wire: { rooms: ["core"], packages: ["zod"] },
  server: {
    rooms: ["core", "wire", "generated"],
    packages: [
      "@mozilla/readability",
      "@photostructure/tz-lookup",
      "@prisma/adapter-pg",
      "@prisma/client",
      "better-auth",
      "openid-client",
      "csv-parse",
      "franc-min",
      "htmlparser2",
      "ipaddr.js",
      "linkedom",
      "pdfjs-dist",
      "pg",
      "pg-copy-streams",
      "server-only",
      "undici",
      "uuidv7",
      "zod",
      "node",
    ],
  },
  state: { rooms: ["core", "wire"], packages: ["react", "zustand"] },
  components: {
    rooms: ["core", "state", "wire"],
    packages: ["d3-scale", "leaflet", "react", "react-dom", "react-leaflet", "next"],
  },
  app: {
    rooms: ["components", "core", "server", "state", "wire"],
    packages: ["@fontsource-variable", "next", "node", "react", "react-dom"],
  },
  prisma: { rooms: ["core"], packages: [] },
};

const TESTS = "\\.test\\.tsx?$";

/** Nothing of this project outside the room itself and the rooms that it may see. */
const toRoomRule = ([room, { rooms }]) => ({
  name: `${room}-sees-only-its-rooms`,
  severity: "error",
  from: { path: `^${room}/`, pathNot: TESTS },
  to: { pathNot: [`^(${[room, ...rooms].join("|")})/`, "node_modules/"], dependencyTypesNot: ["core"] },
});

/** No package but those named. Types that come with a package count as the package. */
const toPackageRule = ([room, { packages }]) => ({
  name: `${room}-uses-only-its-packages`,
  severity: "error",
  from: { path: `^${room}/`, pathNot: TESTS },
  to: {
    path: "node_modules/",
    pathNot: packages.map((name) => `node_modules/(@types/)?${name}/`),
  },
});

/** Node's own modules only where the program is at home on a server. */
const toNodeRule = ([room]) => ({
  name: `${room}-does-not-use-node`,
  severity: "error",
  from: { path: `^${room}/`, pathNot: TESTS },
  to: { dependencyTypes: ["core"] },
});

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(toRoomRule),
    ...Object.entries(ROOMS).map(toPackageRule),
    ...Object.entries(ROOMS)
      .filter(([, { packages }]) => !packages.includes("node"))
      .map(toNodeRule),
    {
      name: "react-in-one-file-of-state",
      comment: "The store is plain; one hook joins it to React.",
      severity: "error",
      from: { path: "^state/", pathNot: ["^state/use-dashboard\\.ts$", TESTS] },
      to: { path: "node_modules/react/" },
    },
    {
      name: "zod-mini-in-the-browser",
      comment: "The whole of zod weighs twenty times as much.",
      severity: "error",
      from: { path: "^(state|components)/" },
      to: { path: "node_modules/zod/", pathNot: "node_modules/zod/mini/", reachable: true },
    },
    {
      name: "program-does-not-see-its-tools",
      severity: "error",
      from: { path: "^(app|components|core|server|state|wire|prisma)/", pathNot: TESTS },
      to: { path: "^(scripts|test|e2e|bench)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      // Two files may name each other's types: nothing of that is left when they run.
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      // Next finds the files of app by their names; the others are named on a command line or in a setting.
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^app/",
          "^scripts/(end-with-parent|tell-peer)\\.mjs$",
          "^test/server-only\\.ts$",
          TESTS,
        ],
      },
      to: {},
    },
    {
      name: "all-imports-resolve",
      severity: "error",
      from: {},
      // leaflet.timeline, of the benchmark, names a file of types first that it does not bring.
      to: { couldNotResolve: true, pathNot: "^leaflet\\.timeline$" },
    },
  ],
  options: {
    // Followed no further, yet seen: excluded packages would make the rules about them pass in silence.
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|generated/prisma/internal)/" },
    tsConfig: { fileName: "tsconfig.json" },
    // What is only a type is a wall crossed all the same.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts", ".css"],
    },
  },
};
