/** Actors and ties: what is in the picture. */

import type { Kind } from "../shapes.ts";
import type { Stance } from "../vocabulary.ts";
import type { Relation } from "./relations.ts";

// Up to so many nodes have room for their full size.
const ROOMY = 400;
const SMALLEST = 0.35;

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** What it is where it is no actor: a matter, a source, a month. */
  readonly what?: string;
  readonly mentions: number;
  readonly statements: number;
  readonly about: number;
}

/** All that one actor does toward another in one relation, counted. */
export interface Tie {
  readonly key: string;
  readonly relation: Relation;
  readonly source: string;
  readonly target: string;
  readonly count: number;
  readonly for: number;
  readonly against: number;
  /** Sides on matters alone, by which no tie is coloured: "against sending troops". */
  readonly on?: string;
}

export type Sign = "none" | "for" | "against" | "both";

export interface Network {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly ties: ReadonlyMap<string, Tie>;
}

export function tieKey(relation: Relation, source: string, target: string): string {
  return `${relation} ${source} ${target}`;
}

export function signOf(tie: Pick<Tie, Stance>): Sign {
  if (tie.for && tie.against) return "both";
  if (tie.for) return "for";
  return tie.against ? "against" : "none";
}

/** Return the width of a tie in pixels: by count, without a few strong ones dwarfing the rest. */
export function widthOf(tie: Pick<Tie, "count">): number {
  return Math.min(1.5 + 1.4 * Math.log2(Math.max(1, tie.count)), 12);
}

/** Return the radius of a node in pixels, by mentions; the fuller the picture, the smaller are all. */
export function radiusOf(node: Pick<Node, "mentions">, among = 1): number {
  const scale = Math.max(SMALLEST, Math.min(1, Math.sqrt(ROOMY / among)));
  return scale * Math.min(5 + 1.6 * Math.sqrt(node.mentions), 26);
}

/** Return the network without some actors, and without the ties that end there. */
export function without(network: Network, hidden: ReadonlySet<string>): Network {
  const nodes = new Map([...network.nodes].filter(([id]) => !hidden.has(id)));
  const ties = new Map([...network.ties].filter(([, tie]) => nodes.has(tie.source) && nodes.has(tie.target)));
  return { nodes, ties };
}
