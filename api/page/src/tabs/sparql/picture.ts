/** Triples as a graph: things and values as nodes, properties as edges. */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { clip, plain } from "../../components/text.ts";
import { h } from "../../dom.ts";
import { Layout } from "../../graph/layout.ts";
import { palette } from "../../palette.ts";
import { short, type Term } from "./terms.ts";

const MOST = 2000;
const LONGEST = 40;

export function picture(
  triples: readonly (readonly [Term, Term, Term])[],
  base: string,
  signal: AbortSignal,
): HTMLElement {
  const graph = new MultiDirectedGraph();
  const colours = palette();
  const shown = triples.slice(0, MOST);
  const label = (text: string): string => clip(plain(text), LONGEST);
  for (const [subject, property, value] of shown) {
    const ends = [node(subject), node(value)] as const;
    graph.addDirectedEdge(...ends, {
      label: label(short(property.value, base)),
      color: colours.quiet,
      size: 2,
      type: "arrow",
    });
  }
  function node(term: Term): string {
    const key = `${term.type} ${term.value} ${term.datatype ?? ""} ${term["xml:lang"] ?? ""}`;
    if (!graph.hasNode(key)) {
      const angle = graph.order * 2.4;
      const far = Math.sqrt(graph.order + 1) * 10;
      const color = term.type === "literal" ? colours.group : colours.person;
      graph.addNode(key, {
        label: label(term.type === "uri" ? short(term.value, base) : term.value),
        x: Math.cos(angle) * far,
        y: Math.sin(angle) * far,
        size: term.type === "literal" ? 4 : 7,
        color,
      });
    }
    return key;
  }
  const canvas = h("div", { class: "picture" });
  const told = `${shown.length} of ${triples.length} triples drawn, ${graph.order} nodes. The table has all of them.`;
  const element = h("div", {}, canvas, h("p", { class: "quiet", role: "status" }, told));
  // The picture needs its place on the page before it can be drawn.
  requestAnimationFrame(() => {
    if (signal.aborted || !canvas.isConnected) return;
    const sigma = new Sigma(graph, canvas, {
      renderEdgeLabels: true,
      labelColor: { color: colours.ink },
      edgeLabelColor: { color: colours.quiet },
      allowInvalidContainer: true,
    });
    const layout = new Layout(() => undefined);
    layout.start(graph);
    signal.addEventListener("abort", () => {
      layout.stop();
      sigma.kill();
    });
  });
  return element;
}
