/** Behind a tie: the positions of both on what they share, with the sentences. */

import { statementCard } from "../components/card.ts";
import { problemPanel } from "../components/problem.ts";
import { name } from "../components/text.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Values } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { Card, Page } from "../shapes.ts";
import type { Stance } from "../vocabulary.ts";
import type { Discourse, Weighed } from "./load.ts";
import { weightTold } from "./matrix.ts";

interface PositionRow {
  readonly stance: Stance;
  readonly matter: string;
  readonly day: string | null;
  readonly card: Card | null;
}

const MOST = 200;

export function panel(
  context: Context,
  network: Discourse,
  tie: Weighed,
  days: Values,
  signal: AbortSignal,
): HTMLElement {
  const [one, other] = [tie.source, tie.target];
  const nameOf = (id: string): string => network.nodes.get(id)?.name ?? id;
  const body = h("div", { class: "loading" }, "Loading…");
  const actors = [one, other].filter((id) => !network.isMatter(id));
  Promise.all(actors.map((id) => positionsOf(context, id, days, signal)))
    .then((found) => fill(body, shared(found, actors.map(nameOf), network.isMatter(other) ? nameOf(other) : null)))
    .catch((error: unknown) => isAbort(error) || fill(body, problemPanel(error)))
    .finally(() => body.classList.remove("loading"));
  const told = tie.matters === 1 ? "1 matter" : `${tie.matters} matters`;
  return h(
    "section",
    { "aria-label": "Behind this tie" },
    h("h2", {}, name(nameOf(one)), " and ", name(nameOf(other))),
    h("p", { class: "quiet" }, `Weight ${weightTold(tie.weight)}, on ${told}`, tie.about && [": ", name(tie.about)]),
    body,
  );
}

async function positionsOf(
  { api }: Context,
  holder: string,
  days: Values,
  signal: AbortSignal,
): Promise<readonly PositionRow[]> {
  const params = { holder, limit: MOST, sort: "day", ...days };
  return (await api.json<Page<PositionRow>>("positions", { params, signal })).items;
}

function shared(found: readonly (readonly PositionRow[])[], names: readonly string[], matter: string | null): Child {
  const [first = [], second = []] = found;
  const of = (rows: readonly PositionRow[]) => new Set(rows.map((row) => words(row.matter)));
  const both = matter === null ? intersection(of(first), of(second)) : new Set([words(matter)]);
  const group = (rows: readonly PositionRow[], who: string): Child => {
    const kept = rows.filter((row) => both.has(words(row.matter)));
    return [h("h3", {}, name(who)), (kept.length ? kept : rows).map(({ card }) => card && statementCard(card))];
  };
  const loose = both.size === 0 && h("p", { class: "hint" }, "Worded differently: these are all their positions.");
  return [loose, found.map((rows, index) => group(rows, names[index] ?? ""))];
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((each) => other.has(each)));
}
