/** Deciding about a statement where it stands: right, wrong, or other values in the place of those found. */

import "../styles/review.css";
import { Working } from "../components/working.ts";
import type { Context } from "../context.ts";
import { fill, h } from "../dom.ts";
import { toldOf } from "../problem.ts";
import type { Card } from "../shapes.ts";
import { correctionForm } from "../tabs/review/correct.ts";
import type { Corrected } from "../tabs/review/shapes.ts";

/** Return the form for a statement; `own` is sent besides, `done` is called once the service has taken a decision. */
export function coding(card: Card, own: { apart?: true }, context: Context, done: () => void): HTMLElement {
  const { api, signal, toast } = context;
  const working = new Working();
  const element = h("div", { class: "coding" });
  const decide = async (verdict: "accept" | "reject" | "correct", values: Corrected = {}): Promise<void> => {
    element.inert = true;
    working.begin("Saving…");
    try {
      await api.send("POST", "reviews", { statement: card.id, verdict, ...values, ...own }, { signal });
      done();
    } catch (error) {
      toast(toldOf(error), "error");
    } finally {
      working.end();
      element.inert = false;
    }
  };
  const form = correctionForm(
    { ...card, doubt: 0, signs: [] },
    api,
    signal,
    (values) => void decide("correct", values),
  );
  fill(
    element,
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", onclick: () => void decide("accept") }, "It is right"),
      h("button", { type: "button", onclick: () => void decide("reject") }, "It is no statement"),
    ),
    form,
    working.element,
  );
  return element;
}
