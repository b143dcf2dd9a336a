/** The statements of one bar, with the sentences that prove them. */

import { statementCard } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import type { Context } from "../context.ts";
import { type Child, h } from "../dom.ts";
import { href, type Values } from "../place.ts";
import type { Row, Rows } from "../tables/rows.ts";
import { type Chosen, countOf, periodName, type Series, type Span, type Timeline } from "./shapes.ts";

const AT_ONCE = 20;

export interface Bar {
  readonly series: Series;
  readonly span: Span;
  readonly period: Timeline["period"];
  readonly chosen: Chosen;
  readonly label: string;
  /** What the timeline is narrowed to, besides acts and days. */
  readonly filters: Values;
  readonly since: string | null;
  readonly until: string | null;
}

export function statements({ api }: Context, bar: Bar, signal: AbortSignal): HTMLElement {
  const { series, span, period, chosen, filters } = bar;
  // The first and the last period may reach beyond the days that are asked for.
  const since = [span.begin, bar.since ?? ""].toSorted().at(-1);
  const until = [span.end, bar.until || span.end].toSorted()[0];
  const asked = { ...filters, by: series.actor?.id ?? null, since, until };
  const list = (act: string | null, total: number): Child => [
    act && h("h3", {}, `${act} (${total.toLocaleString("en")})`),
    pagedList<Row>({
      first: (signal) =>
        api.json<Rows>("statements", { params: { ...asked, act, sort: "day", limit: AT_ONCE }, signal }),
      next: (address, signal) => api.json<Rows>(address, { signal }),
      row: ({ card }) => card && statementCard(card),
      empty: "No statements: they may have been changed meanwhile.",
      total,
      label: act ? `Statements: ${act}` : "Statements",
      signal,
    }),
  ];
  const acts = [...chosen].filter((act) => span.acts[act]);
  const table = href("tables", { ...asked, kind: "statements", act: acts.length === 1 ? acts[0] : null });
  return h(
    "section",
    { class: "of-bar", "aria-label": "Statements of the chosen time" },
    h("h2", { tabindex: -1 }, `${periodName(span, period)}: ${bar.label}`),
    h("p", {}, h("a", { href: table }, "The same as a table")),
    chosen.size ? acts.map((act) => list(act, span.acts[act] ?? 0)) : list(null, countOf(span.acts, chosen)),
  );
}
