/** What was decided: by whom, when, and the way back. */

import { pagedList } from "../../components/list.ts";
import { clip, name, quoted } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { type Child, fill, h } from "../../dom.ts";
import { href } from "../../place.ts";
import { toldOf } from "../../problem.ts";
import type { Correction, JudgementRow, ReviewTold, Value } from "./shapes.ts";

const DONE = { accept: "accepted", reject: "rejected", correct: "corrected", add: "added" } as const;
const LONGEST = 160;

export function history(container: Element, context: Context, signal: AbortSignal): void {
  const { api, settings } = context;
  const reviews = pagedList<ReviewTold>({
    first: (signal) => api.json("reviews", { params: { limit: 50 }, signal }),
    next: (address, signal) => api.json(address, { signal }),
    row: (review) => reviewRow(review, context),
    empty: "Nobody has reviewed a statement yet.",
    label: "Reviews",
    signal,
  });
  const judgements = pagedList<JudgementRow>({
    first: (signal) => api.json("merges", { params: { limit: 50 }, signal }),
    next: (address, signal) => api.json(address, { signal }),
    row: (row) => judgementRow(row, context, settings.base),
    empty: "Nobody has decided who is one with whom yet.",
    label: "Merges",
    signal,
  });
  fill(
    container,
    h("section", {}, h("h2", {}, "Statements"), reviews),
    h("section", {}, h("h2", {}, "One, or two?"), judgements),
  );
}

function reviewRow(review: ReviewTold, context: Context): Child {
  const { article } = review;
  const where = href("articles", {
    article: article.id.replace(/^article\//, ""),
    statement: review.verdict === "reject" ? null : review.statement,
  });
  const undo = (): Promise<unknown> => context.api.fetch(`reviews/${review.id}`, { method: "DELETE" });
  return h(
    "div",
    { class: `decided ${review.verdict}` },
    h("p", {}, h("b", {}, DONE[review.verdict]), " ", quoted(clip(review.words, LONGEST))),
    review.corrections.length > 0 &&
      h(
        "ul",
        {},
        review.corrections.map((one) => h("li", {}, ...correction(one))),
      ),
    h(
      "p",
      { class: "facts quiet" },
      h("span", {}, "by ", name(review.by)),
      moment(review.when),
      review.note && name(review.note),
      h("a", { href: where }, "in: ", name(article.title || article.identifier)),
      !review.statement && h("span", {}, "found in no article now"),
      review.takenBack
        ? h("span", {}, "taken back by ", name(review.takenBack.by), " ", moment(review.takenBack.when))
        : undoButton(undo, context),
    ),
  );
}

function judgementRow(row: JudgementRow, context: Context, base: string): Child {
  const actor = (named: string | null, iri: string): Child => name(named ?? iri.replace(base, ""));
  const id = row.judgement.replace(base, "");
  return h(
    "div",
    { class: "decided" },
    h(
      "p",
      {},
      actor(row.one, row.oneIRI),
      " and ",
      row.one === row.other ? name(row.otherIRI.replace(base, "")) : actor(row.other, row.otherIRI),
      ": ",
      h("b", {}, row.verdict === "one" ? "one" : "not the same"),
    ),
    h(
      "p",
      { class: "facts quiet" },
      h("span", {}, "by ", name(row.by)),
      h("time", { datetime: row.day }, row.day),
      row.why && name(row.why),
      undoButton(() => context.api.fetch(`merges/${id}/undo`, { method: "POST" }), context),
    ),
  );
}

function correction({ field, matter, was, becomes }: Correction): Child[] {
  return [field, matter !== undefined && [" on ", quoted(clip(matter))], ": ", ...told(was), " → ", ...told(becomes)];
}

function told(values: readonly Value[]): Child[] {
  if (!values.length) return [h("span", { class: "absent" }, "nobody")];
  const text = (value: Value): string => {
    if (typeof value === "string") return value;
    return "name" in value ? value.name : `${value[0]}–${value[1]}`;
  };
  return [name(values.map(text).join(", "))];
}

function moment(when: string): HTMLElement {
  return h("time", { datetime: when }, new Date(when).toLocaleString());
}

function undoButton(undo: () => Promise<unknown>, { session, signIn, toast }: Context): HTMLButtonElement {
  const button = h("button", { type: "button" }, "Take back");
  button.addEventListener("click", async () => {
    if (!session.signedIn && !(await signIn())) return;
    button.disabled = true;
    try {
      await undo();
      button.textContent = "Taken back";
    } catch (error) {
      button.disabled = false;
      toast(toldOf(error), "error");
    }
  });
  return button;
}
