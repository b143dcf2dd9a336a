/** The tools above the picture. */

import { actorSearch } from "../components/actor-search.ts";
import type { Context } from "../context.ts";
import { type Child, h } from "../dom.ts";
import type { Scene } from "./scene.ts";

export interface BarOptions {
  readonly scene: () => Scene | null;
  readonly add: (actor: string) => void;
  readonly undo: () => void;
  readonly more: Child;
}

export interface Bar {
  readonly element: HTMLElement;
  show(params: URLSearchParams, listed: boolean, undoable: boolean): void;
  arranging(running: boolean): void;
}

export function bar({ api, router, signal }: Context, { scene, add, undo, more }: BarOptions): Bar {
  const search = actorSearch(api, {
    label: "Add an actor",
    placeholder: "Add an actor…",
    pick: ({ id }) => add(id),
    signal,
  });
  const zoom = (by: number) => () => scene()?.zoom(by);
  const back = h("button", { type: "button", onclick: undo }, "Undo");
  const arrange = h("button", { type: "button" }, "Arrange");
  arrange.addEventListener("click", () => {
    router.set({ spots: null }, { replace: true });
    scene()?.arrange();
  });
  const toggle = h("a", { class: "button", href: "" }, "List");
  const lists = h("button", { type: "button", class: "lists" }, "Actors and ties");
  lists.addEventListener("click", () => {
    const open = lists.getAttribute("aria-expanded") === "true";
    router.set(open ? { side: null, at: null, tie: null } : { side: "open" }, { replace: true });
  });
  const colour = h(
    "select",
    { "aria-label": "Colour by" },
    h("option", { value: "" }, "Colour: kind"),
    h("option", { value: "community" }, "Colour: community"),
  );
  colour.addEventListener("change", () => router.set({ colour: colour.value }, { replace: true }));
  const drawing = [
    arrange,
    h("button", { type: "button", "aria-label": "Zoom in", onclick: zoom(0.75) }, "+"),
    h("button", { type: "button", "aria-label": "Zoom out", onclick: zoom(1.33) }, "−"),
    h("button", { type: "button", onclick: () => scene()?.fit() }, "Show all"),
    colour,
  ];
  return {
    element: h(
      "div",
      { class: "graph-bar" },
      search.element,
      back,
      h("div", { class: "drawing" }, drawing),
      toggle,
      more,
      h("div", { class: "drawing end" }, lists),
    ),
    show(params, listed, undoable): void {
      back.disabled = !undoable;
      toggle.textContent = listed ? "Picture" : "List";
      toggle.href = router.link({ view: listed ? "picture" : "list" });
      colour.value = params.get("colour") ?? "";
      lists.setAttribute("aria-expanded", String(isOpen(params)));
    },
    arranging(running): void {
      arrange.textContent = running ? "Stop" : "Arrange";
    },
  };
}

/** Say whether the drawer is open: something is chosen, or the lists are asked for. */
export function isOpen(params: URLSearchParams): boolean {
  return params.has("at") || params.has("tie") || params.get("side") === "open";
}
