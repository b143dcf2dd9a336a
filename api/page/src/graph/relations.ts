/** The kinds of edges: their names, and which way each points. */

import type { EdgeKind } from "../shapes.ts";

export type Relation = "speaks-of" | "demands-of" | "stands-toward" | "addresses" | "colleague";

interface Told {
  readonly relation: Relation;
  /** Whether the edge points at the actor that was opened. */
  readonly inward: boolean;
  /** What a person reads before opening: "Speaks of 12 actors". */
  readonly words: string;
}

export const KINDS: Readonly<Record<EdgeKind, Told>> = {
  "speaks-of": { relation: "speaks-of", inward: false, words: "Speaks of" },
  "spoken-of-by": { relation: "speaks-of", inward: true, words: "Is spoken of by" },
  "demands-of": { relation: "demands-of", inward: false, words: "Demands something of" },
  "demanded-of-by": { relation: "demands-of", inward: true, words: "Is asked for something by" },
  "stands-toward": { relation: "stands-toward", inward: false, words: "Takes a stand toward" },
  "stood-toward-by": { relation: "stands-toward", inward: true, words: "Has a stand taken toward it by" },
  addresses: { relation: "addresses", inward: false, words: "Speaks to" },
  "addressed-by": { relation: "addresses", inward: true, words: "Is spoken to by" },
  colleague: { relation: "colleague", inward: false, words: "Holds an office beside" },
};

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  "speaks-of": "speaks of",
  "demands-of": "demands of",
  "stands-toward": "stands toward",
  addresses: "speaks to",
  colleague: "holds an office beside",
};

export function isRelation(text: string): text is Relation {
  return text in RELATION_WORDS;
}
