/** Statements over time in one line of bars. */

import type { Context } from "../../context.ts";
import { fill, h, svg } from "../../dom.ts";
import { href, type Values } from "../../place.ts";
import { isAbort } from "../../problem.ts";
import { periodName, type Timeline } from "../../timeline/shapes.ts";

const WIDTH = 600;
const HEIGHT = 36;
const WIDEST = 24;

export function sparkline(element: Element, { api, signal }: Context, given: Values, called: string): void {
  const { by, about, act, ...rest } = given;
  const acts = Array.isArray(act) ? act.join(",") : act;
  const params = { ...rest, by, about, act: acts };
  api
    .json<Timeline>("timeline", { params, signal })
    .then((told) => draw(element, told, called, href("timeline", params)))
    .catch((error: unknown) => isAbort(error) || fill(element));
}

function draw(
  element: Element,
  { series: [series], period, first, last }: Timeline,
  called: string,
  link: string,
): void {
  if (!series?.total || !first || !last || series.periods.length < 2) {
    fill(element);
    return;
  }
  const highest = Math.max(...series.periods.map(({ count }) => count));
  const step = Math.min(WIDEST, WIDTH / series.periods.length);
  const bars = series.periods.map((span, index) => {
    const height = (span.count / highest) * HEIGHT;
    const bar = { x: index * step, y: HEIGHT - height, width: Math.max(1, step - 1), height };
    return svg("rect", bar, svg("title", {}, `${periodName(span, period)}: ${span.count}`));
  });
  const width = step * series.periods.length;
  const told = `${series.total} statements from ${first} to ${last}, by ${period}, ${highest} at the most`;
  fill(
    element,
    h(
      "a",
      { href: link, "aria-label": `${called} over time: ${told}` },
      svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, "aria-hidden": "true" }, bars),
      h("span", { class: "quiet" }, `${first} – ${last}, by ${period}`),
    ),
  );
}
