/** The time beneath the picture: how much is said when; a window dragged in it narrows the picture, and plays. */

import type { Context } from "../context.ts";
import { fill, h, svg } from "../dom.ts";
import type { Values } from "../place.ts";
import { isAbort } from "../problem.ts";
import { countOf, periodName, type Timeline } from "../timeline/shapes.ts";
import { beginning, isWhole, shifted, type Window, windowOf } from "./time-window.ts";

export interface TimeBarOptions {
  /** The days of a window; null for all time. */
  readonly narrow: (days: { since: string | null; until: string | null }) => void;
  /** Whether the last window is still being shown: playing waits for it. */
  readonly busy: () => boolean;
}

type Part = "from" | "to" | "both";

const WIDTH = 1000;
const HEIGHT = 44;
const TICK_MS = 1200;
const PAUSE_MS = 250;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -6,
  PageUp: 6,
};

export class TimeBar {
  readonly element = h("section", { class: "time-bar", "aria-label": "Time", hidden: true });
  readonly #context: Context;
  readonly #options: TimeBarOptions;
  readonly #drawn = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
    role: "group",
    "aria-label": "Statements over time",
  });
  readonly #shade = svg("g", {});
  readonly #told = h("output", {});
  readonly #play = h("button", { type: "button", onclick: () => this.#toggle() }, "▶ Play");
  readonly #all = h("button", { type: "button", onclick: () => this.#commit(null) }, "All time");
  readonly #handles = { from: this.#handle("from", "Begin"), to: this.#handle("to", "End") };
  #asked = "";
  #found: Timeline | null = null;
  #window: Window = { from: 0, to: 0 };
  #playing: ReturnType<typeof setInterval> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context, options: TimeBarOptions) {
    this.#context = context;
    this.#options = options;
    fill(
      this.element,
      this.#play,
      h("div", { class: "time-line" }, this.#drawn, this.#handles.from, this.#handles.to),
      this.#told,
      this.#all,
    );
    this.#drawn.addEventListener("pointerdown", (event) => this.#drag(event));
    context.signal.addEventListener("abort", () => this.#stop());
  }

  /** Show the window that the address tells; the bars are those of all time. */
  async show(params: URLSearchParams): Promise<void> {
    const asked = { source: params.getAll("source"), confidence: params.getAll("confidence") };
    const acts = (params.get("act") ?? "").split(",").filter((act) => act);
    const key = JSON.stringify([asked, acts]);
    if (key !== this.#asked) {
      this.#asked = key;
      await this.#ask(asked, new Set(acts), key);
    }
    if (!this.#found || key !== this.#asked) return;
    this.#window = windowOf(
      this.#periods,
      this.#context.router.place.params.get("since"),
      this.#context.router.place.params.get("until"),
    );
    this.#shadeWindow();
  }

  get #periods(): Timeline["series"][number]["periods"] {
    return this.#found?.series[0]?.periods ?? [];
  }

  async #ask(params: Values, acts: ReadonlySet<string>, key: string): Promise<void> {
    try {
      const found = await this.#context.api.json<Timeline>("timeline", { params, signal: this.#context.signal });
      if (key !== this.#asked) return;
      this.#found = found;
    } catch (error) {
      // The picture does without: what is wrong is told there.
      if (!isAbort(error)) this.#asked = "";
      this.#found = null;
    }
    const periods = this.#periods;
    this.element.hidden = periods.length < 2;
    const counts = periods.map((span) => countOf(span.acts, acts));
    const highest = Math.max(1, ...counts);
    const step = WIDTH / Math.max(1, periods.length);
    const bars = counts.map((count, index) => {
      const height = count ? Math.max(1.5, (count / highest) * (HEIGHT - 4)) : 0;
      return svg("rect", {
        x: index * step + step * 0.08,
        y: HEIGHT - height,
        width: step * 0.84,
        height,
        class: "bar-of-time",
      });
    });
    fill(this.#drawn, bars, this.#shade);
  }

  #shadeWindow(): void {
    const size = this.#periods.length;
    const { from, to } = this.#window;
    const step = WIDTH / Math.max(1, size);
    const whole = isWhole(this.#window, size);
    fill(
      this.#shade,
      svg("rect", { x: 0, y: 0, width: from * step, height: HEIGHT, class: "out-of-window" }),
      svg("rect", { x: (to + 1) * step, y: 0, width: WIDTH - (to + 1) * step, height: HEIGHT, class: "out-of-window" }),
    );
    for (const part of ["from", "to"] as const) {
      const handle = this.#handles[part];
      const at = part === "from" ? from : to + 1;
      handle.style.setProperty("inset-inline-start", `${(100 * at) / Math.max(1, size)}%`);
      const span = this.#periods[part === "from" ? from : to];
      const attributes = {
        valuemin: 0,
        valuemax: size - 1,
        valuenow: part === "from" ? from : to,
        valuetext: span ? this.#name(span) : "",
      };
      for (const [name, value] of Object.entries(attributes)) handle.setAttribute(`aria-${name}`, String(value));
    }
    const [first, last] = [this.#periods[from], this.#periods[to]];
    const names = first && last ? [...new Set([this.#name(first), this.#name(last)])].join(" – ") : "";
    this.#told.textContent = names;
    this.#all.disabled = whole;
  }

  #name(span: Timeline["series"][number]["periods"][number]): string {
    return periodName(span, this.#found?.period ?? "month", true);
  }

  #handle(part: "from" | "to", label: string): HTMLElement {
    const handle = h("div", { class: `time-handle ${part}`, role: "slider", tabindex: 0, "aria-label": label });
    handle.addEventListener("keydown", (event) => {
      const size = this.#periods.length;
      const step = event.key === "Home" ? -size : event.key === "End" ? size : STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.#move(part, step);
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#commit(this.#window), PAUSE_MS);
    });
    handle.addEventListener("pointerdown", (event) => this.#follow(event, part, this.#window));
    return handle;
  }

  // Within the window its whole is dragged; elsewhere a new one begins.
  #drag(event: PointerEvent): void {
    const at = this.#at(event);
    const { from, to } = this.#window;
    const inside = !isWhole(this.#window, this.#periods.length) && at >= from && at <= to;
    if (!inside) {
      this.#window = { from: at, to: at };
      this.#shadeWindow();
    }
    this.#follow(event, inside ? "both" : "to", this.#window);
  }

  #follow(event: PointerEvent, part: Part, begun: Window): void {
    event.preventDefault();
    this.#stop();
    const start = this.#at(event);
    const moved = new AbortController();
    const { signal } = moved;
    const follow = (event: PointerEvent): void => {
      this.#window = begun;
      // A new window grows either way.
      const by = this.#at(event) - start;
      if (part === "to" && begun.from === begun.to && by < 0) this.#move("from", by);
      else this.#move(part, by);
    };
    addEventListener("pointermove", follow, { signal });
    const end = (): void => {
      moved.abort();
      this.#commit(this.#window);
    };
    addEventListener("pointerup", end, { signal });
    addEventListener("pointercancel", end, { signal });
  }

  #at({ clientX }: PointerEvent): number {
    const { left, width } = this.#drawn.getBoundingClientRect();
    const size = this.#periods.length;
    return Math.max(0, Math.min(size - 1, Math.floor(((clientX - left) / (width || 1)) * size)));
  }

  #move(part: Part, by: number): void {
    this.#window = shifted(this.#window, part, by, this.#periods.length);
    this.#shadeWindow();
  }

  #commit(window: Window | null): void {
    const [first, last] = window ? [this.#periods[window.from], this.#periods[window.to]] : [];
    const whole = !window || isWhole(window, this.#periods.length);
    if (!window) this.#stop();
    this.#options.narrow({ since: whole ? null : (first?.begin ?? null), until: whole ? null : (last?.end ?? null) });
  }

  #toggle(): void {
    if (this.#playing !== undefined) {
      this.#stop();
      return;
    }
    this.#play.textContent = "❚❚ Pause";
    this.#window = beginning(this.#window, this.#periods.length);
    this.#shadeWindow();
    this.#commit(this.#window);
    this.#playing = setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    if (this.#options.busy()) return;
    if (this.#window.to >= this.#periods.length - 1) {
      this.#stop();
      return;
    }
    this.#move("both", 1);
    this.#commit(this.#window);
  }

  #stop(): void {
    clearInterval(this.#playing);
    this.#playing = undefined;
    this.#play.textContent = "▶ Play";
  }
}
