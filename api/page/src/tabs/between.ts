import "../styles/answers.css";
import { actBars } from "../components/act-bars.ts";
import { actorLink, actorLinks } from "../components/actor.ts";
import { actorSearch } from "../components/actor-search.ts";
import { statementCard } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import { problemPanel } from "../components/problem.ts";
import { clip, name, plain } from "../components/text.ts";
import type { Context, Mount, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href, type Place, type Values } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { Card, Page, Ref } from "../shapes.ts";

interface Sides {
  readonly for: number;
  readonly against: number;
}

interface Way {
  readonly total: number;
  readonly acts: Readonly<Record<string, number>>;
  readonly first: string | null;
  readonly last: string | null;
  readonly toward: Sides;
  readonly matters: Sides;
}

interface Told {
  readonly a: Ref;
  readonly b: Ref;
  readonly offices: boolean;
  readonly holders: Readonly<Record<"a" | "b", readonly { actor: Ref; title: string }[]>>;
  readonly ways: readonly [Way, Way];
}

const FILTERS = ["form", "status", "stance", "words", "source", "since", "until", "confidence"] as const;
const AT_ONCE = 20;

export const mount: Mount = (container, context) => new BetweenTab(container, context);

class BetweenTab implements Tab {
  readonly #context: Context;
  readonly #container: Element;
  #asking = new AbortController();
  #asked: string | null = null;

  constructor(container: Element, context: Context) {
    this.#container = container;
    this.#context = context;
  }

  show({ params }: Place): void {
    const asked = params.toString();
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#asking.abort();
    this.#asking = new AbortController();
    const [a, b] = [params.get("a"), params.get("b")];
    if (a && b) void this.#ask(params, AbortSignal.any([this.#asking.signal, this.#context.signal]));
    else fill(this.#container, h("h1", {}, "Two actors, side by side"), this.#choose());
  }

  #params(params: URLSearchParams): Values {
    const told = Object.fromEntries(FILTERS.map((key) => [key, params.getAll(key)]));
    return { ...told, a: params.get("a"), b: params.get("b"), offices: params.get("offices") };
  }

  async #ask(params: URLSearchParams, signal: AbortSignal): Promise<void> {
    if (!this.#container.childElementCount) fill(this.#container, h("p", { class: "loading" }, "Loading…"));
    try {
      const told = await this.#context.api.json<Told>("between", { params: this.#params(params), signal });
      document.title = `${plain(clip(told.a.name, 40))} and ${plain(clip(told.b.name, 40))} · SaySo`;
      fill(this.#container, ...this.#view(told, params, signal));
    } catch (error) {
      if (isAbort(error)) return;
      const again = (): void => {
        this.#asked = null;
        this.show(this.#context.router.place);
      };
      fill(this.#container, problemPanel(error, again), this.#choose());
    }
  }

  #view(told: Told, params: URLSearchParams, signal: AbortSignal): Child[] {
    const { router } = this.#context;
    const { a, b } = told;
    const descending = params.get("sort") === "-day";
    const offices = h("input", { type: "checkbox", checked: told.offices });
    offices.addEventListener("change", () => router.set({ offices: offices.checked ? "true" : null, act: null }));
    const order = h(
      "a",
      { class: "button", href: router.link({ sort: descending ? null : "-day" }) },
      descending ? "Latest first" : "Earliest first",
    );
    const graph = href("graph", { actor: [a.id, b.id], tie: `speaks-of ${a.id} ${b.id}` });
    return [
      h("h1", {}, actorLink(a), " and ", actorLink(b)),
      h(
        "div",
        { class: "buttons" },
        h("label", {}, offices, " with those who hold their offices"),
        order,
        h("a", { class: "button", href: href("between", { ...this.#params(params), a: b.id, b: a.id }) }, "Swap"),
        h("a", { class: "button", href: graph }, "In the graph"),
        h("details", { class: "other" }, h("summary", {}, "Other actors"), this.#choose()),
      ),
      told.offices && h("p", { class: "quiet" }, holders(told)),
      h("div", { class: "two-sides" }, this.#side(told, 0, params, signal), this.#side(told, 1, params, signal)),
    ];
  }

  #side(told: Told, which: 0 | 1, params: URLSearchParams, signal: AbortSignal): HTMLElement {
    const { api, router } = this.#context;
    const [one, other] = which ? [told.b, told.a] : [told.a, told.b];
    const way = told.ways[which];
    const chosen = new Set(params.getAll("act").filter((act) => way.acts[act]));
    const asked = { ...this.#params(params), act: [...chosen], way: which ? "ba" : "ab", limit: AT_ONCE };
    const total = chosen.size ? [...chosen].reduce((sum, act) => sum + (way.acts[act] ?? 0), 0) : way.total;
    const list = pagedList<Card>({
      first: (signal) =>
        api.json<Page<Card>>("between", { params: { ...asked, sort: params.get("sort") ?? "day" }, signal }),
      next: (address, signal) => api.json<Page<Card>>(address, { signal }),
      row: (card) => statementCard(card),
      empty: "Nothing, as far as the articles go.",
      total,
      label: `${one.name} about ${other.name}`,
      signal,
    });
    const acts = (acts: readonly string[]): void => router.set({ act: acts });
    return h(
      "section",
      { "aria-label": `${one.name} about ${other.name}` },
      h(
        "h2",
        {},
        name(one.name),
        " about ",
        name(other.name),
        h("span", { class: "quiet" }, ` ${statements(way.total)}`),
      ),
      way.total > 0 && h("p", { class: "quiet" }, days(way), sides(way, other)),
      actBars(way.acts, chosen, acts),
      list,
    );
  }

  #choose(): HTMLElement {
    const { api, router, signal } = this.#context;
    const box = (key: "a" | "b", label: string): HTMLElement =>
      actorSearch(api, {
        label,
        placeholder: "Find an actor…",
        pick: ({ id }) => router.set({ [key]: id, act: null }),
        signal,
      }).element;
    return h("div", { class: "choose-two" }, box("a", "The one"), box("b", "The other"));
  }
}

export function statements(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "statement" : "statements"}`;
}

function days({ first, last }: Way): string {
  if (!first) return "";
  return first === last ? `${first}. ` : `${first} to ${last}. `;
}

/** Tell the one count of sides: those on the other, and those on matters, which say nothing of the other. */
function sides({ toward, matters }: Way, other: Ref): Child[] {
  const told = ({ for: for_, against }: Sides): string =>
    [for_ && `${for_} for`, against && `${against} against`].filter((part) => part).join(", ");
  const [on, besides] = [told(toward), told(matters)];
  return [
    "Sides on ",
    name(other.name),
    ": ",
    h("b", {}, on || "none"),
    besides ? `; on matters alone: ${besides}.` : ".",
  ];
}

function holders({ a, b, holders }: Told): Child[] {
  const told = (actor: Ref, some: readonly { actor: Ref; title: string }[]): Child[] => {
    if (!some.length) return [name(actor.name), ": nobody is told to hold an office. "];
    const each = some.map(({ actor, title }, index) => [index ? ", " : "", ...actorLinks([actor], ""), ` (${title})`]);
    return [name(actor.name), ": ", ...each.flat(), ". "];
  };
  return [...told(a, holders.a), ...told(b, holders.b)];
}
