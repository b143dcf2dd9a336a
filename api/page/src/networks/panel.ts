/** Behind a tie: the very statements that it is made of, by whose they are, with the sentences. */

import { statementCard } from "../components/card.ts";
import { problemPanel } from "../components/problem.ts";
import { name } from "../components/text.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { isAbort } from "../problem.ts";
import type { Card } from "../shapes.ts";
import type { Discourse, Weighed } from "./load.ts";
import { weightTold } from "./matrix.ts";

const AT_ONCE = 20;

export function panel(context: Context, network: Discourse, tie: Weighed, signal: AbortSignal): HTMLElement {
  const nameOf = (id: string): string => network.nodes.get(id)?.name ?? id;
  const ends = [tie.source, tie.target].filter((id) => !network.nodes.get(id)?.what);
  const body = h("div", {});
  const status = h("div", { class: "list-status", role: "status" });
  const cards: Card[] = [];
  const more = async (): Promise<void> => {
    fill(status, h("span", { class: "loading" }, "Loading…"));
    const wanted = tie.statements.slice(cards.length, cards.length + AT_ONCE);
    try {
      cards.push(...(await Promise.all(wanted.map((id) => context.api.statement(id, signal)))));
      fill(body, grouped(cards, network.isSecond(tie.target) ? [] : ends, nameOf));
      const left = tie.statements.length - cards.length;
      fill(
        status,
        left ? `${cards.length} of ${tie.statements.length} shown ` : `all ${cards.length} shown`,
        left > 0 && h("button", { type: "button", onclick: () => void more() }, "More"),
      );
    } catch (error) {
      if (!isAbort(error))
        fill(
          status,
          problemPanel(error, () => void more()),
        );
    }
  };
  void more();
  const statements = tie.statements.length === 1 ? "1 statement" : `${tie.statements.length} statements`;
  return h(
    "section",
    { "aria-label": "Behind this tie" },
    h("h2", {}, name(nameOf(tie.source)), " and ", name(nameOf(tie.target))),
    h(
      "p",
      { class: "quiet" },
      `Weight ${weightTold(tie.weight)}, of ${statements}`,
      tie.about && [": ", name(tie.about)],
    ),
    body,
    status,
  );
}

// Of two actors each has what it holds, or says; of what is no actor all stands in one row.
function grouped(cards: readonly Card[], ends: readonly string[], nameOf: (id: string) => string): Child {
  if (!ends.length) return cards.map((card) => statementCard(card));
  const of = (id: string): Card[] =>
    cards.filter(({ positions, speakers }) =>
      [...positions.map(({ holder }) => holder), ...speakers].some((actor) => actor.id === id),
    );
  return ends.map((id) => [h("h3", {}, name(nameOf(id))), of(id).map((card) => statementCard(card))]);
}
