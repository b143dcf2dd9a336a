/** The margin beside an article: what each mark stands for. */

import { actorLink } from "../components/actor.ts";
import { statementCard } from "../components/card.ts";
import { name } from "../components/text.ts";
import { type Child, h } from "../dom.ts";
import type { Article, Ref } from "../shapes.ts";

export interface Margin {
  readonly element: HTMLElement;
  select(statement: string | null, reveal: boolean): void;
}

export function margin(article: Article, link: (statement: string) => string): Margin {
  const entries = new Map<string, HTMLElement>();
  const ordered = article.statements.toSorted((one, other) => startOf(one.spans) - startOf(other.spans));
  for (const card of ordered) {
    const show = h("a", { href: link(card.id) }, "Show in the text");
    entries.set(card.id, h("li", {}, statementCard(card, { beside: true, more: show })));
  }
  let chosen: HTMLElement | undefined;
  const element = h(
    "aside",
    { class: "margin", "aria-label": "What is marked" },
    h("h2", {}, `Statements (${ordered.length})`),
    h("ol", { class: "plain-list" }, [...entries.values()]),
    offices(article),
    actors(article),
  );
  return {
    element,
    select(statement, reveal): void {
      chosen?.classList.remove("on");
      chosen = statement === null ? undefined : entries.get(statement);
      chosen?.classList.add("on");
      if (reveal) chosen?.scrollIntoView({ block: "nearest" });
    },
  };
}

function startOf(spans: Article["statements"][number]["spans"]): number {
  return Math.min(...[...spans.content, ...spans.cue, ...spans.speaker].map(([start]) => start));
}

function offices({ posts }: Article): Child {
  if (!posts.length) return null;
  const rows = posts.map(({ person, title, organisation, former }) =>
    h(
      "li",
      {},
      actorLink(person),
      former ? ", former " : ", ",
      name(title),
      organisation && [", ", actorLink(organisation)],
    ),
  );
  return [h("h2", {}, `Offices (${posts.length})`), h("ul", { class: "plain-list" }, rows)];
}

function actors({ mentions }: Article): Child {
  const byActor = Map.groupBy(mentions, ({ actor }) => actor.id);
  const ordered = [...byActor.values()].toSorted((one, other) => other.length - one.length);
  const row = (actor: Ref, count: number): Child =>
    h("li", {}, actorLink(actor), h("span", { class: "quiet" }, ` ${count}×`));
  const rows = ordered.flatMap((some) => (some[0] ? [row(some[0].actor, some.length)] : []));
  return rows.length > 0 && [h("h2", {}, `Actors (${rows.length})`), h("ul", { class: "plain-list" }, rows)];
}
