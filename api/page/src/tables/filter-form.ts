/** The filters of a table: which rows are shown. */

import type { Context } from "../context.ts";
import { h } from "../dom.ts";
import { ACTS, FORMS, STANCES } from "../vocabulary.ts";
import { ActorField } from "./actor-field.ts";

export interface Filtered {
  readonly actors: Readonly<Record<string, string>>;
  readonly filters: readonly string[];
  /** How many actors each field takes. */
  readonly most?: number;
}

export interface FilterForm {
  readonly element: HTMLElement;
  show(params: URLSearchParams): void;
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  act: ACTS,
  form: FORMS,
  stance: STANCES,
  period: ["day", "week", "month", "year"],
};
const LABELS: Readonly<Record<string, string>> = {
  act: "Act",
  form: "Form",
  stance: "Stance",
  words: "Words",
  matter: "Words of the matter",
  title: "Office",
  since: "From",
  until: "Until",
  source: "Source",
  confidence: "At least this sure",
  period: "Counted by",
};

export function filterForm(context: Context, { actors, filters, most = 1 }: Filtered): FilterForm {
  const { api, router, signal } = context;
  const begin = { open: null, at: null, of: null, shown: null };
  const fields = Object.entries(actors).map(([key, label]) => {
    const changed = (ids: readonly string[]): void => router.set({ ...begin, [key]: ids });
    return [key, new ActorField(api, { label, most: key === "about" ? 1 : most, changed, signal })] as const;
  });
  const controls = filters.map((key) => control(key));
  const form = h(
    "form",
    { class: "table-filters", "aria-label": "Filters" },
    fields.map(([, field]) => field.element),
    controls.map((each) =>
      h("div", { class: "field" }, h("label", { for: each.id }, LABELS[each.name] ?? each.name), each),
    ),
    h("button", { type: "reset" }, "No filters"),
  );
  const apply = (): void => {
    const told = controls.map((each) => [each.name, each.value.trim()]);
    router.set({ ...begin, ...Object.fromEntries(told) });
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    // The boxes that find actors tell of themselves.
    if (controls.some((each) => each === event.target) && form.reportValidity()) apply();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    const none = Object.fromEntries([...Object.keys(actors), ...filters].map((key) => [key, null]));
    router.set({ ...begin, ...none });
  });
  return {
    element: form,
    show(params): void {
      for (const [key, field] of fields) field.show(params.getAll(key));
      for (const each of controls) each.value = params.get(each.name) ?? "";
    },
  };
}

function control(name: string): HTMLInputElement | HTMLSelectElement {
  const words = WORDS[name];
  const attributes = { name, id: `narrow-${name}` };
  if (words) {
    const any = h("option", { value: "" }, name === "period" ? "as fits" : "any");
    return h("select", attributes, any, ...words.map((word) => h("option", { value: word }, word)));
  }
  if (name === "since" || name === "until") return h("input", { ...attributes, type: "date" });
  if (name === "confidence")
    return h("input", { ...attributes, type: "number", min: 0, max: 1, step: "any", placeholder: "0.5" });
  return h("input", { ...attributes, type: "search", autocomplete: "off" });
}

/** Return what the address says of these filters, as parameters of a request. */
export function filtersIn(params: URLSearchParams, { actors, filters }: Filtered): Record<string, string[]> {
  return Object.fromEntries([...Object.keys(actors), ...filters].map((key) => [key, params.getAll(key)]));
}
