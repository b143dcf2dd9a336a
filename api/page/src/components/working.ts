/** A sign that something is going on, for what takes longer than one would wait without one. */

import { fill, h } from "../dom.ts";

// So that it is drawn before a fifth of a second has passed.
const AFTER_MS = 120;
// What begins later than this after a person did something begins by itself.
const OF_ITSELF_MS = 1000;

// One wait may come after another, a tab's file before what the tab asks for: a person waits from when they did something.
let acted = -Infinity;
for (const type of ["click", "keydown", "input", "change", "hashchange"]) {
  addEventListener(type, ({ timeStamp }) => (acted = timeStamp), { capture: true });
}

export class Working {
  readonly element = h("div", { class: "working", role: "status" });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Say what is going on, unless it is over soon. */
  begin(words = "Working…"): void {
    clearTimeout(this.#timer);
    const waited = performance.now() - acted;
    this.#timer = setTimeout(
      () => fill(this.element, h("span", { class: "working-bar" }), h("span", {}, words)),
      waited < OF_ITSELF_MS ? Math.max(0, AFTER_MS - waited) : AFTER_MS,
    );
  }

  end(): void {
    clearTimeout(this.#timer);
    fill(this.element);
  }
}
