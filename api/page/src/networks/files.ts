/** The network as files, by the tool that reads them; of windows, the one that is shown and all of them. */

import type { Api } from "../api.ts";
import { h } from "../dom.ts";
import type { Values } from "../place.ts";

const TOOLS = [
  ["graphml", "graphml", "visone, igraph (GraphML)"],
  ["gexf", "gexf", "Gephi (GEXF)"],
  ["nodes-edges", "zip", "R, spreadsheets (nodes and edges as CSV)"],
  ["matrix", "csv", "R, spreadsheets (matrix as CSV)"],
  ["ucinet", "dl", "UCINET (DL)"],
  ["pajek", "net", "Pajek"],
  ["cyjs", "cyjs", "Cytoscape"],
] as const;
const MOST = 20_000;
// The headings of both tables are such that igraph takes them as they are.
const IN_R = `library(igraph)
unzip("FILE", exdir = "network")
g <- graph_from_data_frame(read.csv("network/edges.csv"), directed = FALSE,
                           vertices = read.csv("network/nodes.csv"))`;

export function files(api: Api, asked: Values): HTMLElement {
  const stem = String(asked.kind);
  const each = asked.nth ? `${stem}-${asked.nth}` : stem;
  const link = (format: string, name: string, label: string, values: Values = {}): HTMLElement => {
    const href = api.address("networks", { ...asked, format, size: MOST, ...values });
    return h("li", {}, h("a", { href, download: name }, label));
  };
  return h(
    "details",
    {},
    h("summary", {}, "Download this network"),
    asked.nth ? h("h3", {}, "The window that is shown") : null,
    h(
      "ul",
      { class: "plain-list" },
      TOOLS.map(([format, ending, label]) => link(format, `${each}.${ending}`, label)),
    ),
    asked.nth
      ? [
          h("h3", {}, "All windows, a file each, in one zip"),
          h(
            "ul",
            { class: "plain-list" },
            TOOLS.map(([format, , label]) => link(format, `${stem}-windows-${format}.zip`, label, { nth: null })),
          ),
        ]
      : null,
    h("p", { class: "hint" }, "All its ties, before the backbone. R reads the nodes and edges so:"),
    h("pre", { tabindex: 0 }, h("code", {}, IN_R.replace("FILE", `${each}.zip`))),
  );
}
