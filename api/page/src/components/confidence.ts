import { h } from "../dom.ts";

/** How sure the extraction is: of statements at 0.9, nine in ten are right. */
export function confidence(value: number | null): HTMLElement {
  if (value === null) return h("span", { class: "absent" }, "no confidence told");
  const percent = Math.round(value * 100);
  const meter = h("meter", {
    min: 0,
    max: 100,
    low: 50,
    high: 80,
    optimum: 100,
    value: percent,
    "aria-hidden": "true",
  });
  return h("span", { class: "confidence", title: "How sure the extraction is" }, meter, ` ${percent} % sure`);
}
