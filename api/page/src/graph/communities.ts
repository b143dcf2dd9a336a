/** Groups of actors that are tied more among themselves than with others (Louvain's method), the same each time. */

import type { Network } from "./network.ts";

const MOST_ROUNDS = 20;
const LEAST_GAIN = 1e-9;

type Weights = Map<number, number>;

/** Return the number of each actor's community, 0 the largest; ties against somebody do not bind. */
export function communitiesOf({ nodes, ties }: Network): ReadonlyMap<string, number> {
  const ids = [...nodes.keys()].sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  let weights: Weights[] = ids.map(() => new Map());
  for (const tie of ties.values()) {
    const [one, other] = [numbers.get(tie.source), numbers.get(tie.target)];
    if (one === undefined || other === undefined || one === other || tie.against > tie.for) continue;
    add(weights, one, other, tie.count);
    add(weights, other, one, tie.count);
  }
  let members = ids.map((_, number) => [number]);
  for (;;) {
    const chosen = moved(weights);
    const found = [...new Set(chosen)];
    if (found.length === weights.length) break;
    const rank = new Map(found.map((community, number) => [community, number]));
    const place = chosen.map((community) => rank.get(community) ?? 0);
    members = found.map((_, number) => members.flatMap((some, index) => (place[index] === number ? some : [])));
    weights = merged(weights, place, found.length);
  }
  const ordered = members.toSorted((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0));
  return new Map(ordered.flatMap((some, community) => some.map((number) => [ids[number] ?? "", community] as const)));
}

// Each goes to the community of the neighbours where modularity gains most, until nobody gains.
function moved(weights: readonly Weights[]): number[] {
  const strength = weights.map((some) => sum(some.values()));
  const total = sum(strength) || 1;
  const community = weights.map((_, number) => number);
  const within = [...strength];
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const [number, some] of weights.entries()) {
      const own = community[number] ?? number;
      const toward = new Map<number, number>([[own, 0]]);
      for (const [other, weight] of some) {
        if (other !== number) toward.set(community[other] ?? 0, (toward.get(community[other] ?? 0) ?? 0) + weight);
      }
      within[own] = (within[own] ?? 0) - (strength[number] ?? 0);
      const gain = (to: number, weight: number): number =>
        weight - ((strength[number] ?? 0) * (within[to] ?? 0)) / total;
      let [best, most] = [own, gain(own, toward.get(own) ?? 0)];
      for (const [to, weight] of toward) {
        if (gain(to, weight) > most + LEAST_GAIN) [best, most] = [to, gain(to, weight)];
      }
      within[best] = (within[best] ?? 0) + (strength[number] ?? 0);
      if (best !== own) changed = true;
      community[number] = best;
    }
  }
  return community;
}

function merged(weights: readonly Weights[], place: readonly number[], size: number): Weights[] {
  const whole: Weights[] = Array.from({ length: size }, () => new Map());
  for (const [number, some] of weights.entries()) {
    for (const [other, weight] of some) add(whole, place[number] ?? 0, place[other] ?? 0, weight);
  }
  return whole;
}

function add(weights: readonly Weights[], from: number, to: number, weight: number): void {
  const some = weights[from];
  some?.set(to, (some.get(to) ?? 0) + weight);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
