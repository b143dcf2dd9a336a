/** The filters: which statements the picture is made of. */

import { Facets } from "../components/facets.ts";
import type { Context } from "../context.ts";
import { h } from "../dom.ts";
import type { Page } from "../shapes.ts";
import { ACTS, FORMS, STANCES } from "../vocabulary.ts";
import { FILTERS, filtersOf, isFiltered } from "./filters.ts";

const NARROWED_BY = { act: "Act", stance: "Stance", form: "Form", source: "Source", month: "Month" };

export interface FilterBar {
  readonly element: HTMLElement;
  /** What is on, each to be taken off. */
  readonly chips: HTMLElement;
  show(params: URLSearchParams): void;
}

export function filterBar(context: Context): FilterBar {
  const sources = h("datalist", { id: "sources" });
  const acts = h(
    "select",
    { name: "act" },
    h("option", { value: "" }, "any"),
    ACTS.map((act) => h("option", { value: act }, act)),
  );
  const stances = h(
    "select",
    { name: "stance" },
    ["", ...STANCES].map((stance) => h("option", { value: stance }, stance || "any")),
  );
  const confidence = h("input", {
    name: "confidence",
    type: "number",
    min: 0,
    max: 1,
    step: "any",
    placeholder: "0.5",
  });
  const form = h(
    "form",
    { class: "filters" },
    field("Act", acts),
    field("Stance", stances),
    field("Form", choice("form", FORMS, "any")),
    field("Status", choice("status", ["unsaid", "asked", "supposed", "any"], "said")),
    field("Words", h("input", { name: "words", type: "search", autocomplete: "off" })),
    field("From", h("input", { name: "since", type: "date" })),
    field("Until", h("input", { name: "until", type: "date" })),
    field("Source", h("input", { name: "source", list: "sources", autocomplete: "off" })),
    field("At least this sure", confidence),
    h("button", { type: "reset" }, "No filters"),
    sources,
  );
  const summary = h("summary", {}, "Filters");
  const facets = new Facets(context, { listing: "statements", of: NARROWED_BY, params: filtersOf });
  form.addEventListener("submit", (event) => event.preventDefault());
  // One at a time: of others several may be chosen, which a box does not show.
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !form.reportValidity()) return;
    context.router.set({ [target.name]: target.value });
  });
  form.addEventListener("reset", () => context.router.set(Object.fromEntries(FILTERS.map((name) => [name, null]))));
  const element = h("details", { class: "filter-box" }, summary, h("div", { class: "narrow" }, form, facets.element));
  element.addEventListener("toggle", () => {
    if (!element.open) return;
    facets.show(context.router.place.params);
    if (!sources.childElementCount) void listSources(context, sources);
  });
  return {
    element,
    chips: facets.chips,
    show(params): void {
      facets.show(params, element.open);
      for (const name of FILTERS) {
        const control = form.elements.namedItem(name);
        if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
          control.value = params.get(name) ?? "";
      }
      summary.textContent = isFiltered(params) ? "Filters (on)" : "Filters";
    },
  };
}

function choice(name: string, words: readonly string[], otherwise: string): HTMLSelectElement {
  const options = words.map((word) => h("option", { value: word }, word === "any" ? "any, said or not" : word));
  return h("select", { name }, h("option", { value: "" }, otherwise), options);
}

function field(label: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement {
  control.id = `filter-${control.name}`;
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}

async function listSources({ api, signal }: Context, list: Element): Promise<void> {
  try {
    const { items } = await api.json<Page<{ source: string | null }>>("articles", { params: { limit: 1000 }, signal });
    const names = new Set(items.map(({ source }) => source).filter((source) => source !== null));
    list.append(...[...names].toSorted().map((name) => h("option", { value: name })));
  } catch {
    // The box still takes a source that is typed; there is only nothing to choose from.
  }
}
