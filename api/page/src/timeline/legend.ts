/** The legend: which colour is which act, and a filter by it. */

import { fill, h } from "../dom.ts";
import { ACTS } from "../vocabulary.ts";
import type { Chosen, Timeline } from "./shapes.ts";

export class Legend {
  readonly element = h("div", { class: "acts", role: "group", "aria-label": "Acts: choose which are shown" });
  readonly #choose: (acts: readonly string[]) => void;

  constructor(choose: (acts: readonly string[]) => void) {
    this.#choose = choose;
  }

  show({ series }: Timeline, chosen: Chosen): void {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.act : undefined;
    const total = (act: string): number => series.reduce((sum, { acts }) => sum + (acts[act] ?? 0), 0);
    const shown = ACTS.filter((act) => total(act) || chosen.has(act));
    const button = (act: string): HTMLElement => {
      const turned = chosen.has(act) ? [...chosen].filter((other) => other !== act) : [...chosen, act];
      return h(
        "button",
        {
          type: "button",
          "data-act": act,
          "aria-pressed": String(chosen.has(act)),
          onclick: () => this.#choose(turned),
        },
        h("span", { class: `swatch b-${act}`, "aria-hidden": "true" }),
        `${act} ${total(act).toLocaleString("en")}`,
      );
    };
    const all = h("button", { type: "button", disabled: !chosen.size, onclick: () => this.#choose([]) }, "All acts");
    fill(this.element, all, shown.map(button));
    if (focused) this.element.querySelector<HTMLElement>(`[data-act="${CSS.escape(focused)}"]`)?.focus();
  }
}
