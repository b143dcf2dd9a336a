/** The tabs, in their order. Each is a file of its own, loaded when it is first opened. */

import type { Mount } from "./context.ts";

export interface TabEntry {
  readonly name: string;
  readonly label: string;
  /** Places that links lead to; the bar above names the others. */
  readonly hidden?: boolean;
  readonly load: () => Promise<{ readonly mount: Mount }>;
}

export const TABS: readonly TabEntry[] = [
  { name: "start", label: "Start", load: () => import("./tabs/start.ts") },
  { name: "graph", label: "Graph", load: () => import("./tabs/graph.ts") },
  { name: "tables", label: "Tables", load: () => import("./tabs/tables.ts") },
  { name: "timeline", label: "Timeline", load: () => import("./tabs/timeline.ts") },
  { name: "networks", label: "Networks", load: () => import("./tabs/networks.ts") },
  { name: "articles", label: "Articles", load: () => import("./tabs/articles.ts") },
  { name: "add", label: "Add", load: () => import("./tabs/add.ts") },
  { name: "review", label: "Review", load: () => import("./tabs/review.ts") },
  { name: "sparql", label: "SPARQL", load: () => import("./tabs/sparql.ts") },
  { name: "results", label: "Results", hidden: true, load: () => import("./tabs/results.ts") },
  { name: "actor", label: "Actor", hidden: true, load: () => import("./tabs/actor.ts") },
  { name: "between", label: "Side by side", hidden: true, load: () => import("./tabs/between.ts") },
];
