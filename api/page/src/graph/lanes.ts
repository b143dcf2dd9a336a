/** Ties of one pair side by side: how far each lies beside the line from centre to centre, so that all end at their nodes. */

import type { Network, Tie } from "./network.ts";

const APART = 9;

/** Return, by key of a tie, the pixels to the right of the way it points; a tie alone runs straight. */
export function lanesOf({ ties }: Pick<Network, "ties">): ReadonlyMap<string, number> {
  const pairs = new Map<string, Tie[]>();
  for (const tie of ties.values()) {
    const pair = [tie.source, tie.target].sort().join(" ");
    const among = pairs.get(pair);
    if (among) among.push(tie);
    else pairs.set(pair, [tie]);
  }
  const lanes = new Map<string, number>();
  for (const among of pairs.values()) {
    const ordered = among.toSorted((one, other) => side(one) - side(other) || (one.key < other.key ? -1 : 1));
    for (const [index, tie] of ordered.entries()) {
      const aside = (index - (ordered.length - 1) / 2) * APART;
      // Seen along the tie's own way, what lies on the right of the pair's may lie on its left.
      lanes.set(tie.key, side(tie) * aside);
    }
  }
  return lanes;
}

/** Keep a lane within both ends: ties of small actors run closer together. */
export function withinEnds(lane: number, ...radii: readonly number[]): number {
  const most = 0.75 * Math.min(...radii);
  return Math.max(-most, Math.min(most, lane));
}

function side({ source, target }: Tie): 1 | -1 {
  return source < target ? 1 : -1;
}
