/** The backbone of a network: the ties that stand out among those of one of their ends (Serrano, Boguñá and Vespignani 2009). */

import type { Weighed } from "./load.ts";

/** Return the ties whose weight would be met by chance less often than `alpha`, at one end at least; 1 keeps all. */
export function backbone(ties: readonly Weighed[], alpha: number): Weighed[] {
  if (alpha >= 1) return [...ties];
  const strength = new Map<string, number>();
  const degree = new Map<string, number>();
  for (const { source, target, weight } of ties) {
    for (const end of [source, target]) {
      strength.set(end, (strength.get(end) ?? 0) + Math.abs(weight));
      degree.set(end, (degree.get(end) ?? 0) + 1);
    }
  }
  const chance = (end: string, weight: number): number => {
    const [whole, count] = [strength.get(end) ?? 0, degree.get(end) ?? 0];
    // The one tie of an end tells nothing of how its ties differ.
    return count < 2 || !whole ? 1 : (1 - Math.abs(weight) / whole) ** (count - 1);
  };
  return ties.filter(({ source, target, weight }) => Math.min(chance(source, weight), chance(target, weight)) < alpha);
}
