/** Those whom an actor meets, both ways; each leads to the two side by side. */

import { kindSign } from "../../components/actor.ts";
import { name } from "../../components/text.ts";
import { type Child, h } from "../../dom.ts";
import { href } from "../../place.ts";
import type { Actor } from "../../shapes.ts";

const MOST_PARTNERS = 10;

export function partners(actor: Actor): Child {
  const list = (label: string, some: Actor["speaksOf"]): Child => {
    if (!some.length) return null;
    const most = Math.max(1, ...some.map(({ count }) => count));
    const rows = some.slice(0, MOST_PARTNERS).map(({ actor: other, count }) => {
      const bar = h("span", { class: "act-bar", "aria-hidden": "true" });
      bar.style.setProperty("--share", String(count / most));
      return h(
        "li",
        {},
        h(
          "a",
          { class: "partner", href: href("between", { a: actor.id, b: other.id }) },
          h("span", { class: "facet-label" }, kindSign(other.kind), name(other.name)),
          bar,
          h("span", { class: "number" }, count.toLocaleString("en")),
        ),
      );
    });
    return h("section", { "aria-label": label }, h("h2", {}, label), h("ul", { class: "plain-list partners" }, rows));
  };
  return [list("Speaks most of", actor.speaksOf), list("Spoken of most by", actor.spokenOfBy)];
}
