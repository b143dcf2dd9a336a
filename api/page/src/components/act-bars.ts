/** Bars of acts: how many statements do what; each narrows to its act, or lets it go. */

import { h } from "../dom.ts";

export function actBars(
  acts: Readonly<Record<string, number>>,
  chosen: ReadonlySet<string>,
  choose: (acts: readonly string[]) => void,
): HTMLElement {
  const most = Math.max(1, ...Object.values(acts));
  const rows = Object.entries(acts).map(([act, count]) => {
    const on = chosen.has(act);
    const turned = on ? [...chosen].filter((other) => other !== act) : [...chosen, act];
    const bar = h("span", { class: `act-bar b-${act}`, "aria-hidden": "true" });
    bar.style.setProperty("--share", String(count / most));
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "plain", "aria-pressed": String(on), onclick: () => choose(turned) },
        h("span", { class: "act-name" }, act),
        bar,
        h("span", { class: "number" }, count.toLocaleString("en")),
      ),
    );
  });
  return h("ul", { class: "act-bars plain-list" }, rows);
}
