/** The whole widget: title, picture, legend, and the panel of what is chosen. */

import { clip, name, plain } from "../components/text.ts";
import { fill, h } from "../dom.ts";
import type { Sign } from "../graph/network.ts";
import { type Choice, type Drawn, NOTHING } from "./drawn.ts";
import { panel } from "./panel.ts";
import { Stage } from "./stage.ts";
import { style, type Theme, theme } from "./theme.ts";

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  none: "no stance told",
  for: "for",
  against: "against (dashed)",
  both: "for and against",
};

export interface View {
  choose(choice: Choice): void;
  end(): void;
}

/** Draw into an element; `chosen` hears what the reader chooses. */
export function show(root: HTMLElement, drawn: Drawn, height: number, chosen: (choice: Choice) => void): View {
  const look = theme();
  const container = h("div", { class: "stage", style: `height:${height}px` });
  const told = h("div", { class: "panel", "aria-live": "polite" });
  const list = chooser(drawn, (node) => pick({ node, tie: "" }));
  let stage: Stage | null = null;
  const mark = (choice: Choice): void => {
    list.value = choice.node;
    fill(told, panel(drawn, choice, pick));
    stage?.choose(choice);
  };
  const pick = (choice: Choice): void => {
    mark(choice);
    chosen(choice);
  };
  const button = (sign: string, words: string, act: () => void): HTMLElement =>
    h("button", { type: "button", title: words, "aria-label": words, onclick: act }, sign);
  const head = h(
    "header",
    {},
    h("h3", {}, name(drawn.title)),
    h("span", { class: "quiet grow" }, drawn.told),
    list,
    button("+", "Closer", () => stage?.zoom(0.7)),
    button("−", "Farther", () => stage?.zoom(1.4)),
    button("⤢", "All of it", () => stage?.fit()),
  );
  root.append(
    h("style", {}, style(look)),
    h("div", { class: "sayso-widget" }, head, container, legend(drawn, look), told),
  );
  stage = begin(container, drawn, look, pick);
  const sizes = new ResizeObserver(() => stage?.resize());
  sizes.observe(container);
  return {
    choose: mark,
    end: () => {
      sizes.disconnect();
      stage?.end();
    },
  };
}

/** Begin the picture; where the browser has no WebGL the static one stands in. */
function begin(container: HTMLElement, drawn: Drawn, look: Theme, choose: (choice: Choice) => void): Stage | null {
  const probe = document.createElement("canvas");
  if (probe.getContext("webgl2") || probe.getContext("webgl")) return new Stage(container, drawn, look, { choose });
  container.style.height = "auto";
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.picture)}`;
  container.append(h("img", { alt: plain(drawn.title), src: address }));
  return null;
}

function chooser(drawn: Drawn, choose: (id: string) => void): HTMLSelectElement {
  const names = drawn.nodes.map((node) => [clip(plain(node.name), 60) || node.id, node.id] as const);
  names.sort(([one], [other]) => one.localeCompare(other));
  return h(
    "select",
    { "aria-label": "Choose a node", onchange: (event: Event) => choose((event.target as HTMLSelectElement).value) },
    h("option", { value: NOTHING.node }, "Choose a node …"),
    names.map(([words, id]) => h("option", { value: id }, words)),
  );
}

function legend(drawn: Drawn, look: Theme): HTMLElement {
  const swatch = (colour: string): HTMLElement => h("span", { class: "swatch", style: `background:${colour}` });
  const kinds = Object.entries(drawn.colours).map(([kind, colour]) => h("span", {}, swatch(colour), kind || "other"));
  const found = new Set(drawn.ties.map(({ sign }) => sign));
  const signs = (Object.keys(SIGN_WORDS) as Sign[])
    .filter((sign) => found.has(sign))
    .map((sign) => h("span", {}, h("span", { style: `color:${look.signs[sign]}` }, "━ "), SIGN_WORDS[sign]));
  return h("footer", {}, kinds, signs);
}
