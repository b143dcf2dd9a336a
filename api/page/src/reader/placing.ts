/** Where cards stand beside a text: each at its sentence, none on another; the chosen one exactly there. */

export interface Beside {
  /** Where the sentence begins, in pixels from the top. */
  readonly at: number;
  readonly height: number;
}

/** A card, and how high it is where only its head is shown. */
export interface Shortable extends Beside {
  readonly short: number;
}

const GAP = 8;

/** Return the tops of cards in the order of their sentences. */
export function tops(cards: readonly Beside[], chosen: number): number[] {
  const found = cards.map(({ at }) => at);
  const first = chosen >= 0 ? chosen : 0;
  for (let index = 1; index < cards.length; index++) {
    if (index === first) continue;
    const free = (found[index - 1] ?? 0) + (cards[index - 1]?.height ?? 0) + GAP;
    found[index] = Math.max(found[index] ?? 0, free);
  }
  for (let index = first - 1; index >= 0; index--) {
    const free = (found[index + 1] ?? 0) - (cards[index]?.height ?? 0) - GAP;
    found[index] = Math.min(found[index] ?? 0, free);
  }
  // Where those above the chosen one find too little room they lie on one another like cards in a hand.
  if ((found[0] ?? 0) < 0)
    for (let index = 0; index < first; index++) found[index] = ((found[first] ?? 0) * index) / first;
  return found;
}

/** Return how many of those right above the chosen one have to be short, so that all above it find room. */
export function crowded(cards: readonly Shortable[], chosen: number): number {
  const room = (count: number): boolean => {
    const heights = cards.map(({ at, height, short }, index) => ({
      at,
      height: index >= chosen - count && index < chosen ? short : height,
    }));
    return tops(heights.slice(0, chosen + 1), chosen).every((top, index, all) => {
      const above = heights[index - 1];
      return top >= 0 && (!above || top >= (all[index - 1] ?? 0) + above.height);
    });
  };
  for (let count = 0; count < chosen; count++) if (room(count)) return count;
  return Math.max(0, chosen);
}
