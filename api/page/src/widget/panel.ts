/** The node or tie that is chosen: names, counts, the sentence. Everything in it is text. */

import { name, plain } from "../components/text.ts";
import { type Child, h } from "../dom.ts";
import type { Choice, Drawn, DrawnTie } from "./drawn.ts";

const MOST_TIES = 50;

export function panel(drawn: Drawn, choice: Choice, choose: (choice: Choice) => void): Child {
  const tie = drawn.ties.find(({ key }) => key === choice.tie);
  if (tie) return tieTold(drawn, tie, choose);
  const node = drawn.nodes.find(({ id }) => id === choice.node);
  if (!node) return null;
  const ties = drawn.ties.filter(({ source, target }) => source === node.id || target === node.id);
  ties.sort((one, other) => other.weight - one.weight);
  return [
    h("h4", {}, name(node.name), node.kind ? ` (${node.kind})` : ""),
    node.told ? h("div", { class: "quiet" }, node.told) : null,
    h(
      "ul",
      {},
      ties.slice(0, MOST_TIES).map((tie) => tieLine(drawn, tie, choose)),
    ),
    ties.length > MOST_TIES ? h("div", { class: "quiet" }, `${MOST_TIES} of ${ties.length}`) : null,
  ];
}

function ends(drawn: Drawn, tie: DrawnTie): Child {
  const called = new Map(drawn.nodes.map((node) => [node.id, node.name]));
  return [name(called.get(tie.source)), drawn.directed ? " → " : " — ", name(called.get(tie.target))];
}

function tieLine(drawn: Drawn, tie: DrawnTie, choose: (choice: Choice) => void): Child {
  const open = (): void => choose({ node: "", tie: tie.key });
  return h("li", {}, h("button", { type: "button", onclick: open }, ends(drawn, tie)), ` ${tie.told}`);
}

function tieTold(drawn: Drawn, tie: DrawnTie, choose: (choice: Choice) => void): Child {
  const back = (id: string): Child => {
    const node = drawn.nodes.find((one) => one.id === id);
    return h("button", { type: "button", onclick: () => choose({ node: id, tie: "" }) }, name(node?.name));
  };
  return [
    h("h4", {}, ends(drawn, tie)),
    h("div", { class: "quiet" }, tie.told),
    tie.sentence ? h("blockquote", {}, h("bdi", {}, plain(tie.sentence))) : null,
    /^https?:\/\//i.test(tie.url)
      ? h("a", { href: tie.url, target: "_blank", rel: "noopener noreferrer" }, "the article")
      : null,
    " ",
    back(tie.source),
    " ",
    back(tie.target),
  ];
}
