/** What somebody selected in a text, as whole words, and what stands around it. Units of UTF-16, ends exclusive. */

import type { Form } from "../vocabulary.ts";

export type Units = readonly [number, number];

const WORD = /[\p{L}\p{N}]/u;
const OPENING = "“„«‟‘\"'";
const QUOTES = /["“”„«»]/u;

/** Return the selection without room at its ends, grown to whole words; null where it holds no word. */
export function snapped(text: string, [from, to]: Units): Units | null {
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  while (start < end && /\s/u.test(text[start] ?? "")) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end--;
  if (!WORD.test(text.slice(start, end))) return null;
  if (WORD.test(text[start] ?? "")) while (start > 0 && WORD.test(text[start - 1] ?? "")) start--;
  if (WORD.test(text[end - 1] ?? "")) while (end < text.length && WORD.test(text[end] ?? "")) end++;
  return [start, end];
}

/** Return the sentences that hold a part of a text; a line ends one. */
export function sentenceAround(text: string, [from, to]: Units): Units {
  const first = text.lastIndexOf("\n", Math.max(0, from - 1)) + 1;
  const after = text.indexOf("\n", to);
  const line = text.slice(first, after < 0 ? text.length : after);
  let [start, end] = [from, to];
  for (const { segment, index } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(line)) {
    const [begin, over] = [first + index, first + index + segment.length];
    if (begin <= from && from < over) start = begin;
    if (begin < to && to <= over) end = over;
  }
  while (end > to && /\s/u.test(text[end - 1] ?? "")) end--;
  return [start, end];
}

/** Return the words of a part of a text. */
export function wordsIn(text: string, [from, to]: Units): Units[] {
  const words = new Intl.Segmenter("en", { granularity: "word" }).segment(text.slice(from, to));
  return [...words].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [[from + index, from + index + segment.length] as const] : [],
  );
}

/** Return words that stand beside each other as one part each. */
export function joined(text: string, words: readonly Units[]): Units[] {
  const found: Units[] = [];
  for (const [start, end] of words.toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && !text.slice(last[1], start).trim()) found[found.length - 1] = [last[0], Math.max(end, last[1])];
    else found.push([start, end]);
  }
  return found;
}

/** Return where words stand in a text: the place nearest to `near`; null where they stand nowhere. */
export function placeOf(text: string, words: string, near: number): Units | null {
  let best: number | null = null;
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best === null ? null : [best, best + words.length];
}

/** Return how words are given by the quotation marks at and in them. */
export function formOf(text: string, [start, end]: Units): Form {
  const before = text[start - 1] ?? " ";
  if (OPENING.includes(text[start] ?? " ") || (before !== " " && OPENING.includes(before))) return "direct";
  return QUOTES.test(text.slice(start, end)) ? "mixed" : "indirect";
}
