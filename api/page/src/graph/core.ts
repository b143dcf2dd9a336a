/** The first actors of a large network: those with the strongest ties, among whom something is said. */

import type { Tie } from "./network.ts";
import type { Part } from "./told.ts";

/** Return the `most` actors that take most part, and the ties among them; nobody stands there without a tie. */
export function coreOf({ nodes, ties }: Part, most: number): Part {
  const part = new Map<string, number>();
  const count = (id: string, weight: number): unknown => part.set(id, (part.get(id) ?? 0) + weight);
  for (const { source, target, count: weight } of ties) {
    if (source === target) continue;
    count(source, weight);
    count(target, weight);
  }
  const ranked = nodes.toSorted(
    (one, other) =>
      (part.get(other.id) ?? 0) - (part.get(one.id) ?? 0) ||
      other.mentions - one.mentions ||
      (one.id < other.id ? -1 : 1),
  );
  const partners = partnersOf(ties);
  const chosen = new Set(ranked.slice(0, most).map(({ id }) => id));
  for (const id of chosen) if (!tied(id, chosen, partners)) chosen.delete(id);
  for (const { id } of ranked) {
    if (chosen.size >= most) break;
    if (!chosen.has(id) && tied(id, chosen, partners)) chosen.add(id);
  }
  // Where all ties lie in pairs apart from one another, nothing more can be joined.
  for (const { source, target } of ties) {
    if (chosen.size + 1 < most && source !== target) chosen.add(source).add(target);
  }
  return {
    nodes: nodes.filter(({ id }) => chosen.has(id)),
    ties: ties.filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
  };
}

function partnersOf(ties: readonly Tie[]): ReadonlyMap<string, ReadonlySet<string>> {
  const partners = new Map<string, Set<string>>();
  for (const { source, target } of ties) {
    if (source === target) continue;
    partners.set(source, (partners.get(source) ?? new Set()).add(target));
    partners.set(target, (partners.get(target) ?? new Set()).add(source));
  }
  return partners;
}

function tied(id: string, among: ReadonlySet<string>, partners: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return [...(partners.get(id) ?? [])].some((other) => among.has(other));
}
