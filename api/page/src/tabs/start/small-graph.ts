/** A small picture of the strongest ties: actors on a ring, names outside it, so that none covers another. */

import { clip, plain } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { h, svg } from "../../dom.ts";
import { signOf, widthOf } from "../../graph/network.ts";
import { type Part, partOf, type Told } from "../../graph/told.ts";
import { href } from "../../place.ts";

const ASKED = 18;
const MOST_ACTORS = 12;
const [WIDTH, HEIGHT, ACROSS, DOWN] = [480, 300, 120, 110];
const LONGEST_NAME = 22;

export async function strongestTies({ api, settings, signal }: Context): Promise<Part> {
  const params = { kinds: "speaks-of", aggregate: "true", format: "graphology", size: ASKED };
  const part = partOf(await api.json<Told>("subgraph", { params, signal }), "speaks-of", settings.base);
  return { ...part, ties: part.ties.toSorted((one, other) => other.count - one.count) };
}

export function smallGraph({ nodes, ties }: Part): HTMLElement {
  // Those of the strongest ties first, and so neighbours on the ring.
  const first = new Set([...new Set(ties.flatMap(({ source, target }) => [source, target]))].slice(0, MOST_ACTORS));
  const among = ties.filter(({ source, target }) => source !== target && first.has(source) && first.has(target));
  const ids = [...new Set(among.flatMap(({ source, target }) => [source, target]))];
  const spots = new Map(ids.map((id, index) => [id, at(index, ids.length)]));
  const called = new Map(nodes.map((node) => [node.id, plain(node.name)]));
  const lines = among.flatMap((tie) => {
    const [from, to] = [spots.get(tie.source), spots.get(tie.target)];
    if (!from || !to) return [];
    const path = `M${from.x} ${from.y}Q${WIDTH / 2} ${HEIGHT / 2} ${to.x} ${to.y}`;
    const told = `${called.get(tie.source)} speaks of ${called.get(tie.target)} ${tie.count}×`;
    const line = svg(
      "path",
      { d: path, class: `l-${signOf(tie)}`, "stroke-width": widthOf(tie) },
      svg("title", {}, told),
    );
    return [svg("a", { href: href("between", { a: tie.source, b: tie.target }), "aria-label": told }, line)];
  });
  const dots = nodes.flatMap((node) => {
    const spot = spots.get(node.id);
    if (!spot) return [];
    const label = clip(plain(node.name), LONGEST_NAME);
    const place = { x: spot.x + 10 * spot.cos, y: spot.y + 14 * spot.sin + 4, "text-anchor": anchor(spot.cos) };
    return [
      svg(
        "a",
        { href: href("actor", { id: node.id }) },
        svg("circle", { cx: spot.x, cy: spot.y, r: 6, class: `n-${node.kind}` }),
        svg("text", place, label),
      ),
    ];
  });
  const drawn = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "The strongest ties" },
    lines,
    dots,
  );
  return h(
    "figure",
    { class: "small-graph" },
    drawn,
    h("figcaption", {}, h("a", { href: href("graph") }, "The whole graph")),
  );
}

function at(index: number, all: number): { x: number; y: number; cos: number; sin: number } {
  const turn = (2 * Math.PI * (index + 0.5)) / all - Math.PI / 2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: Math.round(WIDTH / 2 + ACROSS * cos), y: Math.round(HEIGHT / 2 + DOWN * sin), cos, sin };
}

function anchor(cos: number): string {
  if (cos > 0.2) return "start";
  return cos < -0.2 ? "end" : "middle";
}
