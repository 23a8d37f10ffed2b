/**
 * Imports run down only: routes → server → pure rooms + db (design: "The house").
 * `npm run check` runs these rules; each comment says why the rule stands.
 */
const PURE =
  "^app/(reader|correction|instruments|scoring|survey|promise|evidence|assessment|followup|reports|charts|format)/";
const REACT = "^node_modules/(@types/)?(react|react-dom|recharts)/";
const REMIX = "^node_modules/(@remix-run|remix)/";
const DATABASE =
  "^node_modules/(@types/)?(kysely|better-sqlite3|pg|pg-copy-streams|@electric-sql|kysely-pglite-dialect)/";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one idea in two places.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that resolves to nothing escapes every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
    {
      name: "pure-stays-in-pure",
      comment: "Pure rooms know each other and nothing above them.",
      severity: "error",
      from: { path: PURE },
      to: { path: "^(app|db|scripts|tests)/", pathNot: PURE },
    },
    {
      name: "reader-stands-alone",
      comment: "The reader turns text into structure; it knows no score, no survey, no chart and no page.",
      severity: "error",
      from: { path: "^app/reader/" },
      to: { path: PURE, pathNot: "^app/(reader|format)/" },
    },
    {
      name: "pure-without-frameworks",
      comment: "Pure rooms run anywhere: no Remix, no database.",
      severity: "error",
      from: { path: PURE },
      to: { path: [REMIX, DATABASE] },
    },
    {
      name: "pure-without-react",
      comment: "Only charts may draw with React (on the server).",
      severity: "error",
      from: { path: PURE, pathNot: "^app/charts/" },
      to: { path: REACT },
    },
    {
      name: "pure-without-machine",
      comment:
        "No files, clock, network or environment. Hashing and buffers compute from their argument alone.",
      severity: "error",
      from: { path: PURE },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|buffer|util)$" },
    },
    {
      name: "db-knows-only-pure-types",
      comment: "The database stores what the pure rooms describe; it calls nothing of the app.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^app/", pathNot: PURE },
    },
    {
      name: "db-takes-types-only",
      comment: "Of the pure rooms the database may use the types and the registries, never the work.",
      severity: "error",
      from: { path: "^db/" },
      to: {
        path: PURE,
        pathNot: [
          "^app/reader/(components|findings-registry|schema)[.]ts$",
          "^app/survey/(editions|codes|schema|model)[.]ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "db-without-pages",
      comment: "SQL lives in db and nowhere near a page.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: [REACT, REMIX] },
    },
    {
      name: "sql-lives-in-db",
      comment: "Only db talks to a driver or builds a query; the server may name Kysely's types.",
      severity: "error",
      from: { path: "^(app|scripts)/" },
      to: { path: DATABASE, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-knows-no-page",
      comment: "A use case does not know who shows it.",
      severity: "error",
      from: { path: "^app/server/" },
      to: { path: "^app/(routes|ui)/|^app/(root|entry[.]server|entry[.]client)[.]tsx?$" },
    },
    {
      name: "ui-is-shared-and-dumb",
      comment: "Shared controls get their values as props.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^(app/(routes|server)|db|scripts)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "routes-never-reach-the-database",
      comment:
        "A route calls one use case of app/server; the use case joins the pure rooms with the database.",
      severity: "error",
      from: { path: "^app/(routes|ui)/|^app/(root|entry[.]server|entry[.]client)[.]tsx?$" },
      to: { path: ["^db/", DATABASE] },
    },
    {
      name: "app-knows-no-script-or-test",
      comment:
        "Scripts and tests stand on the house, not under it. Scripts that measure may use what the tests measure with.",
      severity: "error",
      from: { path: "^(app|db)/" },
      to: { path: "^(scripts|tests)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|[.]cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".d.ts", ".json"],
    },
  },
};
