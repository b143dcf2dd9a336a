/** The form above a network: its kind, what it is made over, what counts, and how it is shown. */

import type { Context } from "../context.ts";
import { fill, h } from "../dom.ts";
import { type Choice, choicesOf } from "./choices.ts";

export interface Controls {
  readonly element: HTMLElement;
  show(params: URLSearchParams): void;
}

const BACKBONES = [
  ["", "all ties"],
  ["0.5", "those that stand out (α = 0.5)"],
  ["0.3", "those that stand out clearly (α = 0.3)"],
  ["0.1", "only the backbone (α = 0.1)"],
] as const;
const NARROW = "(max-width: 48rem)";
const VIEWS = { picture: "Picture", matrix: "Matrix", list: "List", matters: "Group matters" };
// A choice of one kind may be none of another, and another network has other windows.
const LET_GO = { tie: null, at: null, nth: null };

export function controls({ router }: Context): Controls {
  const element = h("form", { class: "network-controls", "aria-label": "Network" });
  element.addEventListener("submit", (event) => event.preventDefault());
  return {
    element,
    show(params): void {
      const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
      const made = choicesOf(params);
      const fields = made.map((choice) =>
        selectField(choice, (value) => {
          const gone = choice.name === "kind" ? { normalisation: null, count: null, qualifier: null } : {};
          router.set({ ...gone, [choice.name]: value, ...LET_GO });
        }),
      );
      const backbone = {
        name: "backbone",
        label: "Shown are",
        options: BACKBONES,
        value: params.get("backbone") ?? "",
      };
      const positions = made.every(({ name, value }) => name !== "count" || value === "positions");
      const reported = h("input", { type: "checkbox", checked: params.has("reported") });
      reported.addEventListener("change", () => router.set({ reported: reported.checked ? "true" : null, nth: null }));
      const views = Object.entries(VIEWS).map(([name, label]) => {
        const on = viewOf(params) === name;
        return h(
          "a",
          { class: "button", href: router.link({ view: name }), "aria-current": on ? "true" : null },
          label,
        );
      });
      fill(
        element,
        fields,
        selectField(backbone, (value) => router.set({ backbone: value })),
        positions && h("label", { class: "check" }, reported, " also what others tell of them"),
        h("div", { class: "network-views", role: "group", "aria-label": "Shown as" }, views),
      );
      if (focused) element.querySelector<HTMLElement>(`select[name="${CSS.escape(focused)}"]`)?.focus();
    },
  };
}

/** Return how a network is shown: a phone has no room for a picture of one, and begins with the list. */
export function viewOf(params: URLSearchParams): string {
  return params.get("view") ?? (matchMedia(NARROW).matches ? "list" : "picture");
}

export function selectField({ name, label, options, value }: Choice, changed: (value: string) => void): HTMLElement {
  const box = h(
    "select",
    { name, "aria-label": label },
    options.map(([each, told]) => h("option", { value: each, selected: each === value }, told)),
  );
  box.addEventListener("change", () => changed(box.value));
  return h("label", { class: "field" }, label, box);
}
