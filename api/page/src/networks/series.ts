/** The series of windows: how wide and how weighed they are, and a slider from the first to the last, which plays. */

import type { Context } from "../context.ts";
import { fill, h } from "../dom.ts";
import { nthOf, windowChoices } from "./choices.ts";
import { selectField } from "./controls.ts";

const PAUSE_MS = 200;
const TICK_MS = 1200;

export class Series {
  readonly element = h("section", { class: "series", "aria-label": "Windows" });
  readonly #context: Context;
  readonly #busy: () => boolean;
  readonly #fields = h("div", { class: "fields" });
  readonly #slider = h("input", { type: "range", min: 1, max: 1, step: 1, "aria-label": "Window" });
  readonly #told = h("output", {});
  readonly #play = h("button", { type: "button", onclick: () => this.#toggle() }, "▶ Play");
  readonly #row = h("div", { class: "slide", hidden: true }, this.#play, this.#slider, this.#told);
  #pause: ReturnType<typeof setTimeout> | undefined;
  #playing: ReturnType<typeof setInterval> | undefined;

  constructor(context: Context, busy: () => boolean) {
    this.#context = context;
    this.#busy = busy;
    fill(this.element, this.#fields, this.#row);
    this.#slider.addEventListener("input", () => {
      this.#told.textContent = `${this.#slider.value} of ${this.#slider.max}`;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#go(Number(this.#slider.value)), PAUSE_MS);
    });
    context.signal.addEventListener("abort", () => this.#stop());
  }

  show(params: URLSearchParams): void {
    const { router } = this.#context;
    const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
    const choices = windowChoices(params);
    fill(
      this.#fields,
      choices.map((choice) =>
        selectField(choice, (value) => router.set({ [choice.name]: value, nth: null, tie: null, at: null })),
      ),
    );
    if (focused) this.#fields.querySelector<HTMLElement>(`select[name="${CSS.escape(focused)}"]`)?.focus();
    if (choices.length > 1) return;
    this.#row.hidden = true;
    this.#stop();
  }

  /** Tell which window is shown: its days, and how many there are. */
  tell(params: URLSearchParams, days: string, of: number): void {
    this.#row.hidden = of < 1;
    this.#slider.max = String(of);
    this.#slider.value = String(nthOf(params));
    this.#slider.setAttribute("aria-valuetext", `${nthOf(params)} of ${of}, ${days}`);
    this.#told.textContent = `${nthOf(params)} of ${of}: ${days}`;
    this.#play.disabled = of < 2;
  }

  #go(nth: number): void {
    this.#context.router.set({ nth, tie: null, at: null }, { replace: true });
  }

  #toggle(): void {
    if (this.#playing !== undefined) {
      this.#stop();
      return;
    }
    this.#play.textContent = "❚❚ Pause";
    if (this.#slider.value === this.#slider.max) this.#go(1);
    this.#playing = setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    if (this.#busy()) return;
    const [at, last] = [Number(this.#slider.value), Number(this.#slider.max)];
    if (at < last) this.#go(at + 1);
    if (at + 1 >= last) this.#stop();
  }

  #stop(): void {
    clearInterval(this.#playing);
    clearTimeout(this.#pause);
    this.#playing = undefined;
    this.#play.textContent = "▶ Play";
  }
}
