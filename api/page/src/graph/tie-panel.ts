/** The evidence for a tie: its statements, each with the sentence that says so. */

import { statementCard } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import { markLegend } from "../components/marked.ts";
import { name } from "../components/text.ts";
import type { Context } from "../context.ts";
import { h } from "../dom.ts";
import type { Values } from "../place.ts";
import { Problem } from "../problem.ts";
import type { Card, Page } from "../shapes.ts";
import type { Node, Tie } from "./network.ts";
import { RELATION_WORDS } from "./relations.ts";
import type { Told } from "./told.ts";

const A_PAGE = 20;
const MOST = 200;

export function tiePanel(
  context: Context,
  tie: Tie,
  ends: readonly [Node, Node],
  filters: Values,
  signal: AbortSignal,
): HTMLElement {
  const [source, target] = ends;
  const list = pagedList<Card>({
    first: (signal) => evidence(context, tie, filters, signal),
    next: (address, signal) => context.api.json(address, { signal }),
    row: (card) => statementCard(card),
    empty: "No statement is left under these filters.",
    label: "Evidence",
    signal,
  });
  return h(
    "section",
    { class: "tie-panel", "aria-label": "Evidence" },
    h("h2", {}, name(source.name), ` ${RELATION_WORDS[tie.relation]} `, name(target.name)),
    h("p", { class: "quiet" }, told(tie)),
    markLegend(),
    list,
  );
}

export function told(tie: Tie): string {
  const stances = [tie.for && `${tie.for} for`, tie.against && `${tie.against} against`].filter((part) => part);
  return [`${tie.count}×`, ...stances].join(", ");
}

async function evidence(
  { api, settings }: Context,
  tie: Tie,
  filters: Values,
  signal: AbortSignal,
): Promise<Page<Card>> {
  if (tie.relation === "speaks-of") {
    return api.statementsOf(tie.source, { as: "speaker", about: tie.target, limit: A_PAGE, ...filters }, signal);
  }
  if (tie.relation === "colleague") {
    throw new Problem({ detail: "Offices in one organisation tie these two; no statement does." });
  }
  // The other relations have no listing of cards: their statements are the edges between the two.
  const params = { actor: [tie.source, tie.target], depth: 0, kinds: tie.relation, format: "graphology", size: MOST };
  const { edges } = await api.json<Told>("subgraph", { params: { ...filters, ...params }, signal });
  const ids = edges
    .filter(({ source, target }) => source.endsWith(tie.source) && target.endsWith(tie.target))
    .map(({ attributes }) => String(attributes.statement).slice(settings.base.length));
  const items = await Promise.all([...new Set(ids)].slice(0, A_PAGE).map((id) => api.statement(id, signal)));
  return { items, limit: A_PAGE, next: null, snapshot: "" };
}
