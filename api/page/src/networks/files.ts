/** The network as files, by the tool that reads them. */

import type { Api } from "../api.ts";
import { h } from "../dom.ts";
import type { Values } from "../place.ts";

const TOOLS = [
  ["graphml", "graphml", "visone, igraph in R (GraphML)"],
  ["gexf", "gexf", "Gephi (GEXF)"],
  ["nodes-edges", "zip", "R, spreadsheets (nodes and edges as CSV)"],
  ["ucinet", "dl", "UCINET (DL)"],
  ["pajek", "net", "Pajek"],
  ["cyjs", "cyjs", "Cytoscape"],
] as const;
const MOST = 20_000;

export function files(api: Api, asked: Values): HTMLElement {
  const link = (format: string, ending: string, label: string): HTMLElement => {
    const href = api.address("networks", { ...asked, format, size: MOST });
    return h("li", {}, h("a", { href, download: `${String(asked.kind)}.${ending}` }, label));
  };
  return h(
    "details",
    {},
    h("summary", {}, "Download this network"),
    h(
      "ul",
      { class: "plain-list" },
      TOOLS.map(([format, ending, label]) => link(format, ending, label)),
    ),
    h(
      "p",
      { class: "hint" },
      "All its ties, before the backbone; a file for each window comes with “sayso network --window”.",
    ),
  );
}
