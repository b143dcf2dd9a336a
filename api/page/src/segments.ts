/** Cuts a text where its marks begin and end, so that marks that overlap can be shown in place. */

import { Offsets } from "./offsets.ts";

/** A mark on a text: code points, the end exclusive. */
export interface Mark<Kind extends string = string> {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

export interface Segment<M extends Mark> {
  readonly text: string;
  readonly start: number;
  /** The marks that cover this part, the longest first. */
  readonly marks: readonly M[];
}

/** Return the parts of `text` in order; together they are the whole of it. Marks outside the text are cut to it. */
export function segments<M extends Mark>(text: string, marks: readonly M[]): Segment<M>[] {
  const offsets = new Offsets(text);
  const clipped = marks.filter((mark) => mark.start < mark.end && mark.start < offsets.length && mark.end > 0);
  const cuts = new Set([0, offsets.length]);
  for (const mark of clipped) cuts.add(Math.max(0, mark.start)).add(Math.min(mark.end, offsets.length));
  const ordered = [...cuts].sort((one, other) => one - other);
  const byStart = clipped.toSorted((one, other) => one.start - other.start);
  const found: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  for (const [index, start] of ordered.entries()) {
    const end = ordered[index + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (let mark = byStart[next]; mark && mark.start <= start; mark = byStart[++next]) open.push(mark);
    const covering = open.toSorted((one, other) => other.end - other.start - (one.end - one.start));
    found.push({ text: offsets.slice(start, end), start, marks: covering });
  }
  return found;
}
