/** The table behind the chart: the same figures in rows. */

import { h } from "../dom.ts";
import { ACTS } from "../vocabulary.ts";
import { type Chosen, countOf, periodName, type Series, type Span, type Timeline } from "./shapes.ts";

export function figures(
  series: Series,
  period: Timeline["period"],
  chosen: Chosen,
  label: string,
  select: (span: Span) => void,
): HTMLElement {
  const acts = ACTS.filter((act) => series.acts[act] && (!chosen.size || chosen.has(act)));
  const rows = series.periods
    .filter(({ acts }) => countOf(acts, chosen))
    .map((span) =>
      h(
        "tr",
        {},
        h(
          "th",
          { scope: "row" },
          h("button", { type: "button", class: "plain", onclick: () => select(span) }, periodName(span, period)),
        ),
        acts.map((act) => h("td", { class: "number" }, span.acts[act] ?? 0)),
        h("td", { class: "number" }, countOf(span.acts, chosen)),
      ),
    );
  const heads = ["When", ...acts, "all"].map((head) => h("th", { scope: "col" }, head));
  return h(
    "details",
    { class: "figures" },
    h("summary", {}, "As a table"),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": `${label}, as a table` },
      h("table", {}, h("caption", {}, label), h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows)),
    ),
  );
}
