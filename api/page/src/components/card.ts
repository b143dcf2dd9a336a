/** One statement: who says what about whom, the sentence that says so, and where it stands. */

import { type Child, h } from "../dom.ts";
import { href } from "../place.ts";
import type { ArticleRef, Card } from "../shapes.ts";
import { actChip } from "./act.ts";
import { actorLinks } from "./actor.ts";
import { avatar } from "./avatar.ts";
import { citeButtons } from "./cite.ts";
import { confidence } from "./confidence.ts";
import { marked } from "./marked.ts";
import { clip, name, opensQuoted, quoted, textNodes } from "./text.ts";

const LONGEST_WORDS = 160;

export interface CardOptions {
  /** More below the sentence: buttons of a review, say. */
  readonly more?: Child;
  /** Beside the article itself: the words instead of the sentence, and no link to where one is. */
  readonly beside?: boolean;
}

export function statementCard(card: Card, options: CardOptions = {}): HTMLElement {
  return h(
    "article",
    { class: `card act-${card.act}`, "data-statement": card.id },
    h("header", {}, ...headline(card)),
    options.beside
      ? beside(card)
      : h("blockquote", opensQuoted(card.sentence) ? { class: "hanging" } : {}, marked(card.sentence, card.marks)),
    stances(card),
    h("footer", {}, ...foot(card, options)),
    options.more,
  );
}

/** Return the address of the reader at a statement. */
export function readerHref(card: { readonly id: string; readonly article: Pick<ArticleRef, "id"> }): string {
  return href("articles", { article: card.article.id.replace(/^article\//, ""), statement: card.id });
}

function headline(card: Card): Child[] {
  const speaker = card.speakers.length
    ? actorLinks(card.speakers, "", card.speakers.length > 1)
    : [
        h(
          "span",
          { class: "absent" },
          card.speakerText ? ["“", name(card.speakerText), "” (not resolved)"] : "not named",
        ),
      ];
  return [
    avatar(card.speakers[0]),
    h(
      "span",
      { class: "who" },
      ...speaker,
      card.speakingAs.length > 0 && h("span", { class: "office" }, ", ", name(card.speakingAs.join(", "))),
    ),
    actChip(card.act),
    h("span", { class: "whom" }, "about ", ...actorLinks(card.about, "nobody named")),
    card.addressees.length > 0 && h("span", {}, "to ", ...actorLinks(card.addressees, "")),
    card.medium.length > 0 && h("span", {}, "in ", ...actorLinks(card.medium, "")),
  ];
}

function stances(card: Card): Child {
  const lines = [
    ...card.positions.map(({ holder, stance, matter, toward }) =>
      h(
        "li",
        { class: `stance ${stance}` },
        ...actorLinks([holder], ""),
        " is ",
        h("b", {}, stance),
        " ",
        quoted(matter),
        h(
          "span",
          { class: "side-on quiet" },
          toward.length ? [": a side on ", ...actorLinks(toward, "")] : ": a side on this matter, on no actor",
        ),
      ),
    ),
    ...card.demands.map(({ by, of, matter }) =>
      h(
        "li",
        { class: "demand" },
        ...actorLinks([by], ""),
        " demands of ",
        ...actorLinks(of, "nobody named"),
        ": ",
        quoted(matter),
      ),
    ),
  ];
  return lines.length > 0 && h("ul", { class: "stances" }, lines);
}

function beside(card: Card): Child {
  const cue = card.cue && [h("mark", { class: "m-cue" }, ...textNodes(card.cue)), " "];
  const words = name(clip(card.words, LONGEST_WORDS));
  return [
    cue && h("p", { class: "quiet" }, cue),
    h("p", { class: `quotation${opensQuoted(card.words) ? " hanging" : ""}` }, words),
  ];
}

function foot(card: Card, options: CardOptions): Child[] {
  const { article } = card;
  const date = card.saidOn ?? article.published?.slice(0, 10);
  return [
    !options.beside &&
      h("a", { class: "read", href: readerHref(card) }, "Read in: ", name(article.title || article.identifier)),
    !options.beside && article.source && name(article.source),
    date && h("time", { datetime: date }, date),
    card.when && h("span", { title: "as the article says" }, name(card.when)),
    h("span", {}, card.form),
    card.repeats.length > 0 && h("span", {}, `also in ${card.repeats.length} more`),
    confidence(card),
    citeButtons(card, readerHref(card)),
    h("a", { class: "to-review", href: href("review", { statement: card.id }) }, reviewed(card)),
  ];
}

function reviewed({ review }: Card): Child {
  if (!review) return "Review";
  const done = { accept: "accepted", correct: "corrected", add: "added" }[review.verdict] ?? review.verdict;
  return [`${done} by `, name(review.by)];
}
