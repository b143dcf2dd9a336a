/** A sign that something is going on, for what takes longer than one would wait without one. */

import { fill, h } from "../dom.ts";

// So that it is drawn before a fifth of a second has passed.
const AFTER_MS = 150;

export class Working {
  readonly element = h("div", { class: "working", role: "status" });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Say what is going on, unless it is over soon. */
  begin(words = "Working…"): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => fill(this.element, h("span", { class: "working-bar" }), h("span", {}, words)),
      AFTER_MS,
    );
  }

  end(): void {
    clearTimeout(this.#timer);
    fill(this.element);
  }
}
