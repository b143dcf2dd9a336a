/** Where actors begin, before the layout moves them: the same each time, and no two in one place. */

import type { Network } from "./network.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Return what finds the first place of an actor: beside one that it is tied to, else on a sunflower's spiral. */
export function beginnings(network: Network, at: (id: string) => Point | null): (id: string) => Point {
  const tied = Map.groupBy(
    [...network.ties.values()].flatMap(({ source, target }) => [
      [source, target],
      [target, source],
    ]),
    ([id]) => id,
  );
  const numbers = new Map([...network.nodes.keys()].map((id, number) => [id, number]));
  return (id) => {
    const turn = hash(id) * 2 * Math.PI;
    for (const [, other] of tied.get(id) ?? []) {
      const beside = other && at(other);
      if (beside) return { x: beside.x + 12 * Math.cos(turn), y: beside.y + 12 * Math.sin(turn) };
    }
    const number = numbers.get(id) ?? 0;
    const radius = 10 * Math.sqrt(number + 1);
    return { x: radius * Math.cos(number * GOLDEN_ANGLE), y: radius * Math.sin(number * GOLDEN_ANGLE) };
  };
}

function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  return (value >>> 0) / 2 ** 32;
}
