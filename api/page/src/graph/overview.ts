/** All actors and ties as lists: what the picture shows, for those who do not use one. */

import { kindSign } from "../components/actor.ts";
import { name } from "../components/text.ts";
import { type Child, h } from "../dom.ts";
import { type Network, type Node, signOf, type Tie } from "./network.ts";
import { RELATION_WORDS } from "./relations.ts";
import { told } from "./tie-panel.ts";

export interface OverviewLinks {
  readonly actor: (id: string) => string;
  readonly tie: (key: string) => string;
}

const MOST = 200;

export function overview(
  { nodes, ties }: Network,
  links: OverviewLinks,
  groups: ReadonlyMap<string, number> | null = null,
): HTMLElement {
  if (!nodes.size) return h("p", { class: "empty" }, "Nobody is shown: add an actor, or take filters away.");
  const actors = [...nodes.values()].toSorted((one, other) => other.mentions - one.mentions);
  const strongest = [...ties.values()].toSorted((one, other) => other.count - one.count);
  const nameOf = (id: string): Child => name(nodes.get(id)?.name ?? id);
  const tieRow = (tie: Tie): Child =>
    h(
      "li",
      {},
      h(
        "a",
        { href: links.tie(tie.key), class: `tie s-${signOf(tie)}` },
        nameOf(tie.source),
        ` ${RELATION_WORDS[tie.relation]} `,
        nameOf(tie.target),
      ),
      h("span", { class: "quiet" }, ` ${told(tie)}`),
    );
  const actorRow = (id: string, mentions: number): Child => {
    const node = nodes.get(id);
    return (
      node &&
      h(
        "li",
        {},
        h("a", { href: links.actor(id), class: "actor" }, kindSign(node.kind), name(node.name)),
        h("span", { class: "quiet" }, ` named ${mentions}×`),
      )
    );
  };
  return h(
    "section",
    { class: "overview", "aria-label": "Actors and ties" },
    h("h2", {}, `Ties (${ties.size})`),
    h("ul", { class: "plain-list" }, strongest.slice(0, MOST).map(tieRow)),
    rest(ties.size),
    h("h2", {}, `Actors (${nodes.size})`),
    grouped(actors.slice(0, MOST), groups).map(([group, some]) => [
      group !== null &&
        h("h3", {}, h("span", { class: `swatch-of community-${Math.min(group + 1, 8)}` }), `Community ${group + 1}`),
      h(
        "ul",
        { class: "plain-list" },
        some.map(({ id, mentions }) => actorRow(id, mentions)),
      ),
    ]),
    rest(nodes.size),
  );
}

function grouped(actors: readonly Node[], groups: ReadonlyMap<string, number> | null): [number | null, Node[]][] {
  if (!groups) return [[null, [...actors]]];
  const found = Map.groupBy(actors, ({ id }) => groups.get(id) ?? 0);
  return [...found].toSorted(([one], [other]) => one - other);
}

function rest(size: number): Child {
  return (
    size > MOST && h("p", { class: "quiet" }, `The first ${MOST} of ${size}; the picture and its downloads hold all.`)
  );
}
