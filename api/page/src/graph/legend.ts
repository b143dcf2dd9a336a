/** What colours, shapes, lines and sizes mean. */

import { KIND_WORDS, kindSign } from "../components/actor.ts";
import { h, svg } from "../dom.ts";
import type { Kind } from "../shapes.ts";
import type { Sign } from "./network.ts";

export const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  none: "no stance told",
  for: "for",
  against: "against",
  both: "for and against",
};

/** The pattern of a line; "for" is a double line. */
export const DASHES: Readonly<Record<Sign, string | null>> = { none: null, for: null, against: "7 5", both: "9 4 2 4" };

const STATEMENTS =
  "The larger, the more often named; the thicker, the more statements. Arrows point at whom is spoken about. A stance colours a tie where one of its statements at least takes it.";

/** The legend of statements; other networks tell what their sizes, lines and colours mean instead. */
export function legend(signed: Partial<Record<Sign, string>> = SIGN_WORDS, words = STATEMENTS): HTMLElement {
  const kinds = (Object.keys(KIND_WORDS) as Kind[]).map((kind) => h("li", {}, kindSign(kind), KIND_WORDS[kind]));
  const signs = Object.entries(signed).map(([sign, told]) => h("li", {}, line(sign as Sign), told));
  return h(
    "details",
    { class: "legend", open: true },
    h("summary", {}, "Legend"),
    h("ul", {}, kinds),
    h("ul", {}, signs),
    h("p", { class: "quiet" }, words),
  );
}

function line(sign: Sign): SVGElement {
  const stroke = (width: number, name: string, dash: string | null): SVGElement =>
    svg("line", { x1: 0, y1: 6, x2: 40, y2: 6, "stroke-width": width, class: name, "stroke-dasharray": dash });
  const drawn = [stroke(sign === "none" ? 2 : 4, `l-${sign}`, DASHES[sign])];
  if (sign === "for") drawn.push(stroke(1.4, "l-ground", null));
  return svg("svg", { width: 40, height: 12, viewBox: "0 0 40 12", "aria-hidden": "true" }, drawn);
}
