/** Doubtful statements: right as they stand, wrong, or right with corrections. */

import { statementCard } from "../../components/card.ts";
import { clip } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { h } from "../../dom.ts";
import { correctionForm } from "./correct.ts";
import type { Decision, Work } from "./desk.ts";
import type { Corrected, DoubtfulCard } from "./shapes.ts";

const DONE = { accept: "Accepted", reject: "Rejected", correct: "Corrected" } as const;

export function statementWork({ api, signal }: Context, below: string | null): Work<DoubtfulCard> {
  const decision = (card: DoubtfulCard, verdict: keyof typeof DONE, corrected: Corrected = {}): Decision => ({
    told: `${DONE[verdict]}: “${clip(card.words, 60)}”`,
    send: () => api.send("POST", "reviews", { statement: card.id, verdict, ...corrected }),
    takeBack: (id) => api.fetch(`reviews/${id}`, { method: "DELETE" }),
  });
  return {
    label: "The statement to decide about",
    empty: "Nothing is left to review: every doubtful statement was decided about.",
    ask: (limit, signal) => api.json("reviews/queue", { params: { limit, below }, signal }),
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
    card.review && ` · ${card.review.verdict}ed by ${card.review.by}`,
  );
}
