/** Reads the service's network files (graphology's JSON, summed by pair). */

import { ACTOR_WORDS } from "../vocabulary.ts";
import { type Node, type Tie, tieKey } from "./network.ts";
import type { Relation } from "./relations.ts";

export interface Told {
  readonly attributes: Readonly<Record<string, string>>;
  readonly nodes: readonly { readonly key: string; readonly attributes: Readonly<Record<string, string | number>> }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly attributes: Readonly<Record<string, string | number>>;
  }[];
}

export interface Part {
  readonly nodes: readonly Node[];
  readonly ties: readonly Tie[];
}

/** How many ties are told of how many, and of how many actors with a tie the busiest are told. */
export interface Amount {
  readonly shown: number;
  readonly total: number;
  readonly actors: number;
}

/** Return the actors and ties; `base` is what ids leave out of IRIs. */
export function partOf(told: Told, relation: Relation, base: string): Part & Amount {
  const id = (iri: string): string => (iri.startsWith(base) ? iri.slice(base.length) : iri);
  const nodes = told.nodes.map(({ key, attributes }) => ({
    id: id(key),
    name: String(attributes.label ?? key),
    kind: ACTOR_WORDS.find((kind) => kind === String(attributes.kind).toLowerCase()) ?? "group",
    mentions: number(attributes.mentions),
    statements: number(attributes.statements),
    about: number(attributes.spoken_about),
  }));
  const ties = told.edges.map(({ source, target, attributes }) => ({
    key: tieKey(relation, id(source), id(target)),
    relation,
    source: id(source),
    target: id(target),
    count: number(attributes.weight),
    for: number(attributes.for),
    against: number(attributes.against),
    on: String(attributes.on ?? ""),
  }));
  const { shown, total, actors } = told.attributes;
  return { nodes, ties, shown: number(shown), total: number(total), actors: number(actors) };
}

function number(value: unknown): number {
  const told = Number(value);
  return Number.isFinite(told) ? told : 0;
}
