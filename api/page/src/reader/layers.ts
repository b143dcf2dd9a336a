/** What is marked in an article, layer by layer. */

import type { Mark } from "../segments.ts";
import type { Article, SpanPair } from "../shapes.ts";

export const LAYERS = ["statements", "demands", "positions", "actors", "offices"] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  statements: "Statements",
  demands: "Demands",
  positions: "Stances",
  actors: "Actors",
  offices: "Offices",
};

export type MarkKind = "content" | "speaker" | "cue" | "demand" | "position" | "mention" | "office";

export interface TextMark extends Mark<MarkKind> {
  /** The statement that the mark belongs to; null for what no statement holds. */
  readonly statement: string | null;
  /** What a person reads who points at it. */
  readonly told: string;
}

/** Return the marks of the layers that are wanted, in code points of the article's text. */
export function marksOf(article: Article, layers: ReadonlySet<Layer>): TextMark[] {
  const found: TextMark[] = [];
  const add = (kind: MarkKind, spans: readonly SpanPair[], statement: string | null, told: string): void => {
    for (const [start, end] of spans) found.push({ kind, start, end, statement, told });
  };
  if (layers.has("statements")) {
    for (const { id, act, speakers, spans } of article.statements) {
      const who = speakers.map(({ name }) => name).join(", ") || "somebody not named";
      add("content", spans.content, id, `what ${who} says (${act})`);
      add("cue", spans.cue, id, `cue: ${act}`);
      add("speaker", spans.speaker, id, `speaker: ${who}`);
    }
  }
  if (layers.has("demands")) {
    for (const { by, of, span, statement } of article.demands) {
      const whom = of.map(({ name }) => name).join(", ") || "nobody named";
      add("demand", [span], statement, `${by.name} demands this of ${whom}`);
    }
  }
  if (layers.has("positions")) {
    for (const { holder, stance, span, statement } of article.positions) {
      add("position", [span], statement, `${holder.name} is ${stance} this`);
    }
  }
  if (layers.has("actors")) {
    for (const { start, end, actor } of article.mentions) add("mention", [[start, end]], null, `means ${actor.name}`);
  }
  if (layers.has("offices")) {
    for (const { person, title, organisation, spans } of article.posts) {
      add("office", spans, null, `${person.name}: ${[title, organisation?.name].filter((part) => part).join(", ")}`);
    }
  }
  return found;
}
