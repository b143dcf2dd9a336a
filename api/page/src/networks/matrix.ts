/** A network as a table: a row and a column an actor (or a matter), ordered so that groups stand together. */

import { kindSign } from "../components/actor.ts";
import { clip, name } from "../components/text.ts";
import { type Child, h } from "../dom.ts";
import { communitiesOf } from "../graph/communities.ts";
import type { Node } from "../graph/network.ts";
import type { Discourse, Weighed } from "./load.ts";

const MOST = 60;
const LONGEST = 28;
const SHADES = 4;

export function matrix(network: Discourse, two: boolean, link: (key: string) => string): HTMLElement {
  const tied = new Set([...network.ties.values()].flatMap(({ source, target }) => [source, target]));
  const ordered = inGroups(network).filter(({ id }) => tied.has(id));
  const rows = (two ? ordered.filter(({ id }) => !network.isSecond(id)) : ordered).slice(0, MOST);
  const columns = (two ? ordered.filter(({ id }) => network.isSecond(id)) : ordered).slice(0, MOST);
  const cells = new Map<string, Weighed>();
  for (const tie of network.ties.values()) {
    cells.set(`${tie.source} ${tie.target}`, tie);
    if (!two) cells.set(`${tie.target} ${tie.source}`, tie);
  }
  const heaviest = Math.max(...[...network.ties.values()].map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE);
  const cell = (row: Node, column: Node): Child => {
    const tie = cells.get(`${row.id} ${column.id}`);
    if (!tie) return h("td", row.id === column.id ? { class: "same" } : {});
    const shade = Math.ceil((Math.abs(tie.weight) / heaviest) * SHADES);
    const sign = tie.against ? "against" : tie.for ? "for" : "none";
    const label = `${row.name}, ${column.name}: ${weightTold(tie.weight)}`;
    return h(
      "td",
      { class: `w-${sign} shade-${shade}` },
      h("a", { href: link(tie.key), title: label, "aria-label": label }, weightTold(tie.weight)),
    );
  };
  const head = (node: Node): Child =>
    h("th", { scope: "col" }, h("div", {}, h("span", {}, name(clip(node.name, LONGEST)))));
  const longest = Math.max(...columns.map((column) => clip(column.name, LONGEST).length));
  const cut = rows.length < (two ? ordered.length - columns.length : ordered.length);
  const element = h(
    "div",
    { class: "matrix", tabindex: 0, role: "region", "aria-label": "Matrix" },
    h(
      "table",
      {},
      h("caption", { class: "quiet" }, cut ? `The first ${MOST}, in groups.` : "In groups, the largest first."),
      h("thead", {}, h("tr", {}, h("td", {}), columns.map(head))),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, !row.what && kindSign(row.kind), name(clip(row.name, LONGEST))),
            columns.map((column) => cell(row, column)),
          ),
        ),
      ),
    ),
  );
  // As high as the longest head needs, up to what would take the room of the rows.
  element.style.setProperty("--longest", `${Math.min(9, 0.5 * longest + 0.5)}rem`);
  return element;
}

export function weightTold(weight: number): string {
  return (Number.isInteger(weight) ? String(weight) : weight.toFixed(2)).replace("-", "−");
}

function inGroups(network: Discourse): Node[] {
  const groups = communitiesOf(network);
  return [...network.nodes.values()].toSorted(
    (one, other) => (groups.get(one.id) ?? 0) - (groups.get(other.id) ?? 0) || other.mentions - one.mentions,
  );
}
