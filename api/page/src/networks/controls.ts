/** What a network is made of: its kind, what it is divided by, what counts, and how it is shown. */

import type { Context } from "../context.ts";
import { fill, h } from "../dom.ts";
import { CHOICES } from "./load.ts";

export interface Controls {
  readonly element: HTMLElement;
  show(params: URLSearchParams): void;
  /** Return what is chosen in words. */
  told(params: URLSearchParams): string;
}

const BACKBONES = [
  ["", "all ties"],
  ["0.5", "those that stand out (α = 0.5)"],
  ["0.3", "those that stand out clearly (α = 0.3)"],
  ["0.1", "only the backbone (α = 0.1)"],
] as const;
const VIEWS = { picture: "Picture", matrix: "Matrix", list: "List", matters: "Group matters" };

export function controls({ router }: Context): Controls {
  const element = h("form", { class: "network-controls", "aria-label": "Network" });
  element.addEventListener("submit", (event) => event.preventDefault());
  return {
    element,
    show(params): void {
      const kind = params.get("kind") ?? "congruence";
      const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
      const choices = CHOICES.filter(({ kinds }) => !kinds || kinds.includes(kind));
      const fields = choices.map(({ name, label, options }) =>
        select(name, label, options, params.get(name) ?? options[0]?.[0] ?? "", (value) =>
          // A choice of one kind may be none of another.
          router.set(name === "kind" ? { kind: value, normalisation: null, tie: null, at: null } : { [name]: value }),
        ),
      );
      const reported = h("input", { type: "checkbox", checked: params.has("reported") });
      reported.addEventListener("change", () => router.set({ reported: reported.checked ? "true" : null }));
      const views = Object.entries(VIEWS).map(([name, label]) => {
        const on = (params.get("view") ?? "picture") === name;
        return h(
          "a",
          { class: "button", href: router.link({ view: name }), "aria-current": on ? "true" : null },
          label,
        );
      });
      fill(
        element,
        fields,
        select("backbone", "Shown are", BACKBONES, params.get("backbone") ?? "", (value) =>
          router.set({ backbone: value }),
        ),
        h("label", { class: "check" }, reported, " also what others tell of them"),
        h("div", { class: "network-views", role: "group", "aria-label": "Shown as" }, views),
      );
      if (focused) element.querySelector<HTMLElement>(`select[name="${CSS.escape(focused)}"]`)?.focus();
    },
    told(params): string {
      const kind = params.get("kind") ?? "congruence";
      const found = CHOICES[0]?.options.find(([value]) => value === kind)?.[1] ?? "Networks";
      return `${found.charAt(0).toUpperCase()}${found.slice(1)}`;
    },
  };
}

function select(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const box = h(
    "select",
    { name },
    options.map(([each, told]) => h("option", { value: each, selected: each === value }, told)),
  );
  box.addEventListener("change", () => changed(box.value));
  return h("label", { class: "field" }, label, box);
}
