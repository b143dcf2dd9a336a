/** The margin beside an article: what each mark stands for. */

import { actorLink } from "../components/actor.ts";
import { statementCard } from "../components/card.ts";
import { name } from "../components/text.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Article, Card, Ref } from "../shapes.ts";
import { crowded, tops } from "./placing.ts";

export interface Margin {
  readonly element: HTMLElement;
  select(statement: string | null, reveal: boolean): void;
  /** Put each card beside its sentence; `at` tells where that begins, in pixels from the top of the text. */
  align(at: (statement: string) => number | null): void;
  /** Show a form in the place of a card, so many pixels from the top of the text; null takes it away. */
  making(form: HTMLElement | null, at: () => number): void;
}

export interface MarginOptions {
  readonly link: (statement: string | null) => string;
  /** What can be done with a statement that is chosen. */
  readonly doing: (card: Card) => Child;
}

// No statement has this id.
const MADE = "";

export function margin(article: Article, { link, doing }: MarginOptions): Margin {
  const entries = new Map<string, HTMLElement>();
  const ordered = article.statements.toSorted((one, other) => startOf(one.spans) - startOf(other.spans));
  const done = new Map<string, HTMLElement>();
  for (const card of ordered) {
    const show = h("a", { class: "show", href: link(card.id) }, "Show in the text");
    const more = h("div", { class: "doing" });
    done.set(card.id, more);
    const shut = h("a", { class: "shut", href: link(null), "aria-label": "Close" }, "×");
    entries.set(card.id, h("li", {}, shut, statementCard(card, { beside: true, more: [show, more] })));
  }
  const cards = h("ol", { class: "plain-list cards" }, [...entries.values()]);
  let chosen: string | null = null;
  let made: { readonly entry: HTMLElement; readonly at: () => number } | null = null;
  const element = h(
    "aside",
    { class: "margin", "aria-label": "What is marked" },
    h("h2", {}, `Statements (${ordered.length})`),
    cards,
    offices(article),
    actors(article),
  );
  return {
    element,
    select(statement, reveal): void {
      if (chosen !== null) entries.get(chosen)?.classList.remove("on");
      chosen = statement;
      const entry = statement === null ? undefined : entries.get(statement);
      const card = ordered.find(({ id }) => id === statement);
      const place = done.get(statement ?? "");
      if (card && place && !place.firstChild) fill(place, doing(card));
      entry?.classList.add("on");
      if (reveal) entry?.scrollIntoView({ block: "nearest" });
    },
    align(at): void {
      const known = ordered.flatMap(({ id }) => {
        const [entry, top] = [entries.get(id), at(id)];
        entry?.classList.remove("short");
        return entry && top !== null ? [{ id, entry, at: top, height: entry.offsetHeight }] : [];
      });
      const all = known.length === ordered.length;
      if (made) {
        const top = made.at();
        const before = known.filter((one) => one.at <= top).length;
        known.splice(before, 0, { id: MADE, entry: made.entry, at: top, height: made.entry.offsetHeight });
      }
      const middle = known.findIndex(({ id }) => id === (made ? MADE : chosen));
      const placed = shortened(known, middle);
      const found = tops(placed, middle);
      let end = 0;
      for (const [index, { entry, height }] of placed.entries()) {
        const top = found[index] ?? 0;
        entry.style.setProperty("--top", `${Math.round(top)}px`);
        end = Math.max(end, top + height);
      }
      cards.classList.toggle("placed", all && known.length > 0);
      cards.style.setProperty("--height", `${Math.round(end)}px`);
    },
    making(form, at): void {
      made?.entry.remove();
      made = form && { entry: h("li", { class: "making on" }, form), at };
      if (made) cards.append(made.entry);
    },
  };
}

interface Entry {
  readonly id: string;
  readonly entry: HTMLElement;
  readonly at: number;
  readonly height: number;
}

// Above the chosen card there may be too little room: those next to it tell no more than who and what then.
function shortened(entries: readonly Entry[], chosen: number): readonly Entry[] {
  const above = entries.slice(0, Math.max(0, chosen));
  for (const { entry } of above) entry.classList.add("short");
  const heights = entries.map(({ entry }) => entry.offsetHeight);
  const count = crowded(
    entries.map(({ at, height }, index) => ({ at, height, short: heights[index] ?? height })),
    chosen,
  );
  for (const { entry } of above.slice(0, above.length - count)) entry.classList.remove("short");
  return entries.map((one, index) =>
    index < chosen && index >= chosen - count ? { ...one, height: heights[index] ?? one.height } : one,
  );
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
