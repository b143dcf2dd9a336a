/** How two actors hang together: hop by hop, each leading to its evidence. */

import { name } from "../components/text.ts";
import { type Child, h } from "../dom.ts";
import type { Hop, Paths } from "../shapes.ts";
import { tieKey } from "./network.ts";

export function pathList(paths: readonly Paths[], tieLink: (key: string) => string): Child {
  return paths.map((found) =>
    h(
      "section",
      { class: "paths", "aria-label": "Path" },
      h("h2", {}, name(found.from.name), " to ", name(found.to.name)),
      found.length === null && h("p", { class: "empty" }, "No path of statements leads from one to the other."),
      h(
        "ol",
        {},
        found.paths.map(({ hops }) =>
          h(
            "li",
            {},
            hops.map((hop) => hopLine(hop, tieLink)),
          ),
        ),
      ),
      found.more && h("p", { class: "quiet" }, "There are more paths of this length."),
    ),
  );
}

function hopLine({ from, to, reversed, count }: Hop, tieLink: (key: string) => string): Child {
  const [speaker, subject] = reversed ? [to, from] : [from, to];
  const link = tieLink(tieKey("speaks-of", speaker.id, subject.id));
  return h(
    "div",
    {},
    h("a", { href: link }, name(speaker.name), " speaks of ", name(subject.name)),
    h("span", { class: "quiet" }, ` ${count}×`),
  );
}
