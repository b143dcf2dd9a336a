/** The evidence for a tie: its statements, each with the sentence that says so. */

import { statementCard } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import { markLegend } from "../components/marked.ts";
import { name } from "../components/text.ts";
import type { Context } from "../context.ts";
import { h } from "../dom.ts";
import { href, type Values } from "../place.ts";
import type { Card } from "../shapes.ts";
import { Evidence } from "./evidence.ts";
import type { Node, Tie } from "./network.ts";
import { RELATION_WORDS } from "./relations.ts";
import { counted } from "./told-tie.ts";

export function tiePanel(
  context: Context,
  tie: Tie,
  ends: readonly [Node, Node],
  filters: Values,
  signal: AbortSignal,
): HTMLElement {
  const [source, target] = ends;
  const evidence = new Evidence(context.api, context.settings.base, tie, filters);
  const list = pagedList<Card>({
    first: (signal) => evidence.first(signal),
    next: (address, signal) => evidence.next(address, signal),
    row: (card) => statementCard(card),
    empty: "No statement is left under these filters.",
    label: "Evidence",
    signal,
  });
  return h(
    "section",
    { class: "tie-panel", "aria-label": "Evidence" },
    h("h2", {}, name(source.name), ` ${RELATION_WORDS[tie.relation]} `, name(target.name)),
    h("p", { class: "quiet" }, counted(tie, target.name)),
    tie.relation !== "colleague" &&
      h(
        "p",
        { class: "facts" },
        h("a", { href: href("between", { a: source.id, b: target.id }) }, "Both ways, side by side"),
        h(
          "a",
          { href: context.api.address("sheets", { one: source.id, other: target.id }), download: "" },
          "Both as one page to send",
        ),
      ),
    markLegend(),
    list,
  );
}

export function told(tie: Tie): string {
  const stances = [tie.for && `${tie.for} for`, tie.against && `${tie.against} against`].filter((part) => part);
  return [`${tie.count}×`, ...stances].join(", ");
}
