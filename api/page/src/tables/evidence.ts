/** What proves a row: its statement with the sentence, or the words that tell of a post. */

import { path } from "../api.ts";
import { statementCard } from "../components/card.ts";
import { problemPanel } from "../components/problem.ts";
import { name, textNodes } from "../components/text.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { ArticleRef } from "../shapes.ts";
import { plainCell, type Row } from "./rows.ts";

interface Post {
  readonly title: string;
  readonly organisation: { readonly name: string } | null;
  readonly former: boolean;
  readonly article: ArticleRef;
  readonly evidence: string;
}

export function evidence(context: Context, row: Row): Child {
  if (row.card) return statementCard(row.card);
  const places = h("div", {}, h("blockquote", {}, ...textNodes(plainCell(row, "evidence"))));
  void listPlaces(context, row, places);
  return places;
}

/** Every place that tells of the post, each with a way into its article. */
async function listPlaces({ api, signal }: Context, row: Row, places: Element): Promise<void> {
  try {
    const { posts } = await api.json<{ posts: readonly Post[] }>(`actors/${path(plainCell(row, "personId"))}`, {
      signal,
    });
    const told = posts.filter(
      ({ title, organisation, former }) =>
        title === row.title && former === row.former && (organisation?.name ?? null) === row.organisation,
    );
    if (!told.length) return;
    fill(places, h("ul", { class: "plain-list" }, told.map(placeOf)));
  } catch (error) {
    if (!isAbort(error)) places.append(problemPanel(error));
  }
}

function placeOf({ article, evidence }: Post): HTMLElement {
  const address = href("articles", { article: article.id.replace(/^article\//, "") });
  return h(
    "li",
    {},
    h("blockquote", {}, ...textNodes(evidence)),
    h("a", { class: "read", href: address }, "Read in: ", name(article.title || article.identifier)),
  );
}
