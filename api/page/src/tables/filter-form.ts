/** The filters of a table: which rows are shown. */

import type { Context } from "../context.ts";
import { h } from "../dom.ts";
import type { GoOptions } from "../router.ts";
import { ACTS, FORMS, STANCES, STATUSES } from "../vocabulary.ts";
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

type Control = HTMLInputElement | HTMLSelectElement;

const TYPING_MS = 300;
const SEVERAL = "several";
const WORDS: Readonly<Record<string, readonly string[]>> = {
  act: ACTS,
  form: FORMS,
  // Without a choice it is what was said.
  status: [...STATUSES.filter((status) => status !== "said"), "any"],
  stance: STANCES,
  period: ["day", "week", "month", "year"],
};
const LABELS: Readonly<Record<string, string>> = {
  act: "Act",
  form: "Form",
  status: "Status",
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
    return [key, new ActorField(api, { label, most, changed, signal })] as const;
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
  let typing: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(typing));
  const apply = (each: Control, options: GoOptions = {}): void => {
    clearTimeout(typing);
    const value = each.value.trim();
    // Several values of one are chosen among the facets, and stay until another is chosen here.
    if (value === SEVERAL || value === (router.place.params.get(each.name) ?? "")) return;
    if (form.reportValidity()) router.set({ ...begin, [each.name]: value }, options);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  // The boxes that find actors tell of themselves.
  form.addEventListener("change", ({ target }) => {
    const each = controls.find((one) => one === target);
    if (each) apply(each);
  });
  // What is typed filters at once; nothing waits for the box to be left.
  form.addEventListener("input", ({ target }) => {
    const each = controls.find((one) => one === target);
    if (each?.type !== "search") return;
    clearTimeout(typing);
    typing = setTimeout(() => apply(each, { replace: router.place.params.has(each.name) }), TYPING_MS);
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
      for (const each of controls) {
        const several = params.getAll(each.name).length > 1;
        const value = several && each instanceof HTMLSelectElement ? SEVERAL : (params.get(each.name) ?? "");
        // Who is typing is ahead of the address.
        if (each !== document.activeElement || each.type !== "search") each.value = value;
      }
    },
  };
}

function control(name: string): Control {
  const words = WORDS[name];
  const attributes = { name, id: `narrow-${name}` };
  if (words) {
    const any = h("option", { value: "" }, { period: "as fits", status: "said" }[name] ?? "any");
    const several = h("option", { value: SEVERAL, hidden: true }, SEVERAL);
    return h(
      "select",
      attributes,
      any,
      ...words.map((word) => h("option", { value: word }, told(name, word))),
      several,
    );
  }
  if (name === "since" || name === "until") return h("input", { ...attributes, type: "date" });
  if (name === "confidence")
    return h("input", { ...attributes, type: "number", min: 0, max: 1, step: "any", placeholder: "0.5" });
  return h("input", { ...attributes, type: "search", autocomplete: "off" });
}

function told(name: string, word: string): string {
  return name === "status" && word === "any" ? "any, said or not" : word;
}

/** Return what the address says of these filters, as parameters of a request. */
export function filtersIn(params: URLSearchParams, { actors, filters }: Filtered): Record<string, string[]> {
  return Object.fromEntries([...Object.keys(actors), ...filters].map((key) => [key, params.getAll(key)]));
}
