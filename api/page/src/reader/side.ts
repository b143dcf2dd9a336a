/** For or against which words: a position that was not found. */

import { h } from "../dom.ts";
import { STANCES, type Stance } from "../vocabulary.ts";

const NONE = "no side";

export class SideField {
  readonly element: HTMLElement;
  readonly matter = h("input", { type: "text", dir: "auto", "aria-label": "On which words" });
  readonly #stance = h(
    "select",
    {},
    [NONE, ...STANCES].map((word) => h("option", { value: word }, word)),
  );

  constructor(label: string) {
    this.element = h("div", { class: "side" }, h("label", {}, label, this.#stance), this.matter);
    this.matter.hidden = true;
    this.#stance.addEventListener("change", () => this.#shown());
  }

  /** For, against, or null where no side is taken. */
  get stance(): Stance | null {
    return STANCES.find((each) => each === this.#stance.value) ?? null;
  }

  /** Take a side on some words, if none is taken yet. */
  take(words: string): void {
    this.matter.value = words;
    if (!this.stance) this.#stance.value = STANCES[0];
    this.#shown();
  }

  #shown(): void {
    this.matter.hidden = this.stance === null;
  }
}
