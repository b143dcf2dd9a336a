/** Where cards stand beside a text: each at its sentence, none on another; the chosen one exactly there. */

export interface Beside {
  /** Where the sentence begins, in pixels from the top. */
  readonly at: number;
  readonly height: number;
}

const GAP = 8;

/** Return the tops of cards in the order of their sentences. */
export function tops(cards: readonly Beside[], chosen: number): number[] {
  const found = cards.map(({ at }) => at);
  const first = chosen >= 0 ? chosen : 0;
  for (let index = first + 1; index < cards.length; index++) {
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
