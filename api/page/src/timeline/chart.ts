/** One actor's statements over time: a bar a period, stacked by act, walked through with the arrow keys. */

import { plain } from "../components/text.ts";
import { svg } from "../dom.ts";
import { ACTS } from "../vocabulary.ts";
import { actsTold, type Chosen, countOf, periodName, type Series, type Span, type Timeline } from "./shapes.ts";

const HEIGHT = 190;
const TOP = 10;
const BOTTOM = 24;
const LEFT = 40;
const LABEL_WIDTH = 90;
const WIDEST_BAR = 48;
const THINNEST_GAP = 3;

export interface ChartOptions {
  readonly series: Series;
  readonly period: Timeline["period"];
  readonly chosen: Chosen;
  readonly width: number;
  /** The highest bar of all charts, so that they can be compared. */
  readonly highest: number;
  readonly label: string;
  readonly selected: string | null;
  readonly select: (span: Span) => void;
}

export function chart(options: ChartOptions): SVGSVGElement {
  const { series, width, highest, label } = options;
  const step = (width - LEFT) / Math.max(1, series.periods.length);
  const scale = (HEIGHT - TOP - BOTTOM) / Math.max(1, highest);
  const bars = series.periods.map((span, index) => bar(options, span, LEFT + index * step, step, scale));
  const drawn = svg(
    "svg",
    { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "group", "aria-label": label, class: "chart" },
    svg("g", { "aria-hidden": "true" }, ...heights(highest, scale, width), ...dates(options, step)),
    bars.filter((each) => each !== null),
  );
  walkable(drawn);
  return drawn;
}

function bar(options: ChartOptions, span: Span, x: number, step: number, scale: number): SVGElement | null {
  const { chosen, period, selected, select } = options;
  const count = countOf(span.acts, chosen);
  if (!count) return null;
  const room = Math.min(WIDEST_BAR, step > 2 * THINNEST_GAP ? step - THINNEST_GAP : step);
  const left = x + (step - room) / 2;
  let y = HEIGHT - BOTTOM;
  const parts = ACTS.filter((act) => span.acts[act] && (!chosen.size || chosen.has(act))).map((act) => {
    const height = (span.acts[act] ?? 0) * scale;
    y -= height;
    return svg(
      "rect",
      { x: left, y, width: Math.max(1, room), height, class: `f-${act}` },
      svg("title", {}, `${span.acts[act]} ${act}, ${periodName(span, period)}`),
    );
  });
  // The whole height takes the click: small bars are hard to hit.
  const hit = svg("rect", { x, y: TOP, width: step, height: HEIGHT - TOP - BOTTOM, class: "hit" });
  const told = `${periodName(span, period)}: ${count} ${count === 1 ? "statement" : "statements"}: ${actsTold(span.acts, chosen)}`;
  const on = span.begin === selected;
  const attributes = {
    class: "bar-of",
    role: "button",
    "aria-label": told,
    "aria-pressed": String(on),
    "data-begin": span.begin,
  };
  const element = svg("g", { ...attributes, tabindex: -1 }, hit, parts);
  element.addEventListener("click", () => select(span));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    select(span);
  });
  return element;
}

/** One stop of the Tab key for all bars; arrows, Home and End go from bar to bar. */
function walkable(drawn: SVGSVGElement): void {
  const bars = [...drawn.querySelectorAll<SVGElement>(".bar-of")];
  const first = bars.find((bar) => bar.getAttribute("aria-pressed") === "true") ?? bars[0];
  first?.setAttribute("tabindex", "0");
  drawn.addEventListener("keydown", (event) => {
    const at = bars.findIndex((each) => each.matches(":focus"));
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: bars.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined || at < 0 ? undefined : bars[to];
    if (!next) return;
    event.preventDefault();
    for (const bar of bars) bar.setAttribute("tabindex", bar === next ? "0" : "-1");
    next.focus();
  });
}

function heights(highest: number, scale: number, width: number): SVGElement[] {
  const rough = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const lines: SVGElement[] = [];
  for (let value = 0; value <= highest; value += step) {
    const y = HEIGHT - BOTTOM - value * scale;
    lines.push(svg("line", { x1: LEFT, x2: width, y1: y, y2: y, class: "rule" }));
    lines.push(svg("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, value.toLocaleString("en")));
  }
  return lines;
}

function dates({ series, period, width }: ChartOptions, step: number): SVGElement[] {
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  return series.periods.flatMap((span, index) => {
    if (index % every) return [];
    const x = LEFT + (index + 0.5) * step;
    const end = x > width - LABEL_WIDTH / 2;
    const anchor = end ? "end" : x < LEFT + LABEL_WIDTH / 2 ? "start" : "middle";
    const at = end ? width : anchor === "start" ? LEFT : x;
    return [svg("text", { x: at, y: HEIGHT - 6, "text-anchor": anchor }, plain(periodName(span, period, true)))];
  });
}
