/** Doubtful statements: right as they stand, wrong, or right with corrections. */

import { statementCard } from "../../components/card.ts";
import { clip, name } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { h } from "../../dom.ts";
import type { Values } from "../../place.ts";
import { correctionForm } from "./correct.ts";
import type { Decision, Work } from "./desk.ts";
import type { Corrected, DoubtfulCard } from "./shapes.ts";

const DONE = { accept: "Accepted", reject: "Rejected", correct: "Corrected" } as const;

export interface Wanted {
  readonly below: string | null;
  /** One statement alone, whether it is doubtful or not. */
  readonly statement: string | null;
  /** Of whom, from where, which acts. */
  readonly filters: Values;
}

export function statementWork({ api, signal }: Context, { below, statement, filters }: Wanted): Work<DoubtfulCard> {
  let decided = false;
  const decision = (card: DoubtfulCard, verdict: keyof typeof DONE, corrected: Corrected = {}): Decision => ({
    told: `${DONE[verdict]}: “${clip(card.words, 60)}”`,
    send: () => {
      decided = true;
      return api.send("POST", "reviews", { statement: card.id, verdict, ...corrected });
    },
    takeBack: (id) => api.fetch(`reviews/${id}`, { method: "DELETE" }),
  });
  const alone = async (id: string, signal: AbortSignal): Promise<{ items: DoubtfulCard[]; total: number }> => {
    if (decided) return { items: [], total: 0 };
    const card = await api.statement(id, signal);
    return { items: [{ ...card, doubt: 0, signs: ["you asked for it"] }], total: 1 };
  };
  return {
    label: "The statement to decide about",
    empty: statement
      ? "It was decided about."
      : Object.values(filters).flat().length
        ? "Nothing is left to review here: take filters away for the rest."
        : "Nothing is left to review: no statement is doubtful and undecided.",
    ask: async (limit, signal) => {
      if (statement === null) return api.json("reviews/queue", { params: { limit, below, ...filters }, signal });
      return { ...(await alone(statement, signal)), limit, next: null, snapshot: "" };
    },
    id: (card) => card.id,
    view: (card) => statementCard(card, { more: signs(card) }),
    actions: [
      { key: "a", label: "Accept", main: true, act: (card) => decision(card, "accept") },
      {
        key: "c",
        label: "Correct",
        act: (card, decided) =>
          correctionForm(card, api, signal, (corrected) => decided(decision(card, "correct", corrected))),
      },
      { key: "r", label: "Reject", act: (card) => decision(card, "reject") },
    ],
  };
}

function signs(card: DoubtfulCard): HTMLElement {
  return h(
    "p",
    { class: "signs" },
    h("b", {}, "Why it is here: "),
    card.signs.join(", "),
    card.review && [" · decided before by ", name(card.review.by)],
  );
}
