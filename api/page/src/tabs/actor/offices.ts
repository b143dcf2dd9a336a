/** The offices of an actor, each with the words that tell of it. */

import { actorLink } from "../../components/actor.ts";
import { name, textNodes } from "../../components/text.ts";
import { type Child, h } from "../../dom.ts";
import { href } from "../../place.ts";
import type { Actor } from "../../shapes.ts";

const MOST_OFFICES = 6;

export function offices({ posts, kind, id }: Actor): Child {
  const held = kind === "organisation" || kind === "country";
  const all =
    held && h("p", {}, h("a", { href: href("tables", { kind: "posts", organisation: id }) }, "Who holds its offices"));
  if (!posts.length) return all;
  const same = ({ title, organisation, former }: Actor["posts"][number]): string =>
    `${former} ${title.toLowerCase()} ${organisation?.id}`;
  const grouped = [...Map.groupBy(posts, same).values()].flatMap((some) =>
    some[0] ? [{ ...some[0], told: some.length }] : [],
  );
  const rows = grouped.slice(0, MOST_OFFICES).map(({ title, organisation, former, article, evidence, told }) => {
    const address = href("articles", { article: article.id.replace(/^article\//, "") });
    return h(
      "li",
      {},
      h("p", {}, former && "former ", name(title), organisation && [", ", actorLink(organisation)]),
      evidence && h("blockquote", {}, ...textNodes(evidence)),
      h("a", { class: "read", href: address }, "Read in: ", name(article.title || article.identifier)),
      told > 1 && h("span", { class: "quiet" }, ` and told ${told - 1}× more`),
    );
  });
  const rest = grouped.length - rows.length;
  return h(
    "section",
    { "aria-label": "Offices" },
    h("h2", {}, "Offices"),
    h("ul", { class: "plain-list offices" }, rows),
    rest > 0 && h("p", {}, h("a", { href: href("tables", { kind: "posts", person: id }) }, `and ${rest} more`)),
    all,
  );
}
