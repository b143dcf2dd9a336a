/** Facets: what rows can be narrowed by, with how many there are of each value; several at once, and chips of what is on. */

import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Values } from "../place.ts";
import { isAbort, toldOf } from "../problem.ts";
import type { Kind } from "../shapes.ts";
import { kindSign } from "./actor.ts";
import { isMonth, lastDay, monthTold } from "./months.ts";
import { clip, name, plain } from "./text.ts";

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly kind: Kind | null;
  readonly count: number;
}

interface Answer {
  readonly total: number;
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>;
  readonly values: Readonly<Record<string, number>>;
}

export interface FacetsOptions {
  readonly listing: "statements" | "demands" | "positions";
  /** Facets by their name in the service, with what they are called. */
  readonly of: Readonly<Record<string, string>>;
  /** What is asked for, as the service takes it. */
  readonly params: (params: URLSearchParams) => Values;
  /** Facets of which the address holds several in one, with commas between. */
  readonly joined?: ReadonlySet<string>;
  /** What the page is about, and so no filter to be taken off. */
  readonly fixed?: ReadonlySet<string>;
  /** What an address lets go when another value is chosen. */
  readonly begin?: Values;
}

const FIRST = 8;
const MORE = 60;
const NO_FILTERS = new Set(["sort", "period"]);
// Of these the service takes one.
const ONE = new Set(["stance", "status"]);
export const FACET_WORDS: Readonly<Record<string, string>> = {
  by: "Speaker",
  about: "About",
  act: "Act",
  stance: "Stance",
  form: "Form",
  source: "Source",
  month: "Month",
  status: "Status",
  topic: "Topic",
};
export class Facets {
  readonly element = h("div", { class: "facets", role: "group", "aria-label": "Narrow by" });
  readonly chips = h("ul", { class: "chips active-filters plain-list", "aria-label": "Filters that are on" });
  readonly #context: Context;
  readonly #options: FacetsOptions;
  readonly #names = new Map<string, string>();
  readonly #open = new Set<string>();
  #asking = new AbortController();
  #asked = "";
  #answer: Answer | null = null;

  constructor(context: Context, options: FacetsOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Show what is on, and count for what the address says, unless nobody looks at the counts. */
  show(params: URLSearchParams, counting = true): void {
    this.#tellChips(params);
    if (!counting) return;
    const asked = JSON.stringify([this.#options.params(params), this.#open.size > 0]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#ask(params);
  }

  async #ask(params: URLSearchParams): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { api } = this.#context;
    const signal = AbortSignal.any([this.#asking.signal, this.#context.signal]);
    const { listing, of } = this.#options;
    const limit = this.#open.size ? MORE : FIRST;
    const asked = { ...this.#options.params(params), listing, of: Object.keys(of).join(","), limit };
    try {
      this.#answer = await api.json<Answer>("facets", { params: asked, signal });
      for (const values of Object.values(this.#answer.facets)) {
        for (const { value, label, kind } of values) if (kind) this.#names.set(value, label);
      }
      this.#draw();
      this.#tellChips(this.#context.router.place.params);
    } catch (error) {
      if (!isAbort(error)) fill(this.element, h("p", { class: "told" }, toldOf(error)));
    }
  }

  #draw(): void {
    const answer = this.#answer;
    if (!answer) return;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.facet : undefined;
    const groups = Object.entries(this.#options.of).map(([facet, label]) => this.#group(answer, facet, label));
    fill(this.element, groups);
    if (focused && !this.element.contains(document.activeElement))
      this.element.querySelector<HTMLElement>(`[data-facet="${CSS.escape(focused)}"]`)?.focus();
  }

  #group(answer: Answer, facet: string, label: string): Child {
    const values = answer.facets[facet] ?? [];
    const open = this.#open.has(facet);
    const shown = open ? values : values.slice(0, FIRST);
    if (!shown.length) return null;
    const all = answer.values[facet] ?? values.length;
    const more = (): void => {
      if (open) this.#open.delete(facet);
      else this.#open.add(facet);
      this.#asked = "";
      this.show(this.#context.router.place.params);
      if (open) this.#draw();
    };
    return h(
      "section",
      { class: "facet", "aria-label": label },
      h("h3", {}, label),
      h(
        "ul",
        { class: "plain-list" },
        shown.map((value) => this.#value(facet, value)),
      ),
      (open || all > shown.length) &&
        h(
          "button",
          { type: "button", class: "plain more", onclick: more, "aria-label": `${open ? "Fewer" : "More"}: ${label}` },
          open ? "fewer" : `more of ${all.toLocaleString("en")}`,
        ),
    );
  }

  #value(facet: string, { value, label, kind, count }: FacetValue): HTMLElement {
    const on = this.#chosen(facet).includes(value);
    const turn = (): void => this.#set(facet, value, !on);
    const told = facet === "month" ? monthTold(value) : label;
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "plain facet-value",
          "aria-pressed": String(on),
          "data-facet": `${facet} ${value}`,
          onclick: turn,
        },
        kind && kindSign(kind),
        h("span", { class: "facet-label" }, name(clip(told, 60))),
        h("span", { class: "number quiet" }, count.toLocaleString("en")),
      ),
    );
  }

  #chosen(facet: string): string[] {
    const { params } = this.#context.router.place;
    if (facet === "month") {
      const since = params.get("since") ?? "";
      return isMonth(since, params.get("until") ?? "") ? [since.slice(0, 7)] : [];
    }
    const told = params.getAll(facet === "topic" ? "words" : facet);
    return this.#options.joined?.has(facet) ? told.flatMap((one) => one.split(",")).filter((one) => one) : told;
  }

  #set(facet: string, value: string, on: boolean): void {
    const { router } = this.#context;
    const begin = this.#options.begin ?? {};
    if (facet === "month") {
      router.set({ ...begin, since: on ? `${value}-01` : null, until: on ? lastDay(value) : null });
      return;
    }
    const chosen = this.#chosen(facet).filter((other) => other !== value);
    const single = ONE.has(facet) || facet === "topic";
    const values = on ? (single ? [value] : [...chosen, value]) : chosen;
    const key = facet === "topic" ? "words" : facet;
    router.set({ ...begin, [key]: this.#options.joined?.has(facet) ? values.join(",") : values });
  }

  #tellChips(params: URLSearchParams): void {
    const asked = Object.entries(this.#options.params(params));
    const drop = (key: string, value: string): void => {
      const left = params.getAll(key).flatMap((one) => (this.#options.joined?.has(key) ? one.split(",") : [one]));
      const kept = left.filter((one) => one !== value);
      const begin = this.#options.begin ?? {};
      this.#context.router.set({ ...begin, [key]: this.#options.joined?.has(key) ? kept.join(",") : kept });
    };
    const chips = asked
      .filter(([key]) => !NO_FILTERS.has(key) && !this.#options.fixed?.has(key))
      .flatMap(([key, values]) => {
        const several = (Array.isArray(values) ? values : [values]) as readonly unknown[];
        return several
          .flatMap((one) => (this.#options.joined?.has(key) ? String(one ?? "").split(",") : [String(one ?? "")]))
          .filter((one) => one)
          .map((value) => this.#chip(key, value, () => drop(key, value)));
      });
    fill(this.chips, chips);
    this.chips.hidden = !chips.length;
  }

  #chip(key: string, value: string, drop: () => void): HTMLElement {
    const label = CHIP_WORDS[key] ?? FACET_WORDS[key] ?? this.#options.of[key] ?? key;
    const told = this.#names.get(value) ?? value;
    return h(
      "li",
      { class: "chip" },
      h("span", { class: "quiet" }, `${label}: `),
      name(clip(told, 60)),
      h(
        "button",
        { type: "button", class: "plain", "aria-label": `Without ${label}: ${plain(clip(told, 60))}`, onclick: drop },
        "×",
      ),
    );
  }
}

/** Show facets beside what they narrow; on a phone they are folded away. */
export function facetBox(facets: Facets): HTMLElement {
  const open = !matchMedia("(max-width: 48rem)").matches;
  return h("details", { class: "facet-box", open }, h("summary", {}, "Narrow"), facets.element);
}

const CHIP_WORDS: Readonly<Record<string, string>> = {
  words: "Words",
  since: "From",
  until: "Until",
  confidence: "At least this sure",
  matter: "Matter",
  title: "Office",
};
