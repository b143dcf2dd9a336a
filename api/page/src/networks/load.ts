/** A discourse network as the service computes it: what was asked for, and actors, matters and weights. */

import type { Api } from "../api.ts";
import type { Network, Node, Tie } from "../graph/network.ts";
import type { Told } from "../graph/told.ts";
import type { Values } from "../place.ts";
import type { Kind } from "../shapes.ts";
import { ACTOR_WORDS } from "../vocabulary.ts";

export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, told: string])[];
  /** The kinds of networks that have this choice; all where nothing is said. */
  readonly kinds?: readonly string[];
}

const AMONG_ACTORS = ["congruence", "conflict", "subtract", "ignore"];

/** What can be chosen; the first is what stands where nothing is chosen. */
export const CHOICES: readonly Asked[] = [
  {
    name: "kind",
    label: "Tied are",
    options: [
      ["congruence", "who agrees"],
      ["conflict", "who disagrees"],
      ["subtract", "agreement less disagreement"],
      ["ignore", "who speaks on the same"],
      ["actor-matter", "actors and matters"],
    ],
  },
  {
    name: "normalisation",
    label: "Divided by",
    options: [
      ["none", "nothing"],
      ["average", "average activity"],
      ["jaccard", "all that either says (Jaccard)"],
      ["cosine", "product of activities (cosine)"],
    ],
    kinds: AMONG_ACTORS,
  },
  {
    name: "normalisation",
    label: "Divided by",
    options: [
      ["none", "nothing"],
      ["activity", "activity of the actor"],
      ["prominence", "prominence of the matter"],
    ],
    kinds: ["actor-matter"],
  },
  {
    name: "duplicates",
    label: "A position counts",
    options: [
      ["", "each time"],
      ["document", "once an article"],
      ["week", "once a week"],
      ["month", "once a month"],
      ["year", "once a year"],
    ],
  },
  {
    name: "min-actor",
    label: "Actors with at least",
    options: [
      ["", "1 position"],
      ["2", "2 positions"],
      ["3", "3 positions"],
      ["5", "5 positions"],
      ["10", "10 positions"],
    ],
  },
];

export interface Weighed extends Tie {
  readonly weight: number;
  /** On how many matters, and which. */
  readonly matters: number;
  readonly about: string;
}

export interface Discourse extends Network {
  readonly ties: ReadonlyMap<string, Weighed>;
  readonly isMatter: (id: string) => boolean;
  readonly shown: number;
  readonly total: number;
}

// The widest line; weights are divided by very different numbers.
const WIDEST = 24;
const MOST = 2000;
const KINDS: readonly Kind[] = ACTOR_WORDS;

/** Return what the address asks the service for. */
export function askedOf(params: URLSearchParams): Values {
  const kind = params.get("kind") ?? "congruence";
  const chosen = CHOICES.filter(({ name, kinds }) => name !== "kind" && (!kinds || kinds.includes(kind)));
  const values = chosen.map(({ name, options }) => {
    const value = params.get(name) ?? "";
    return [name, options.some(([known]) => known === value) ? value : ""] as const;
  });
  const reported = params.get("reported") ? "true" : null;
  return { kind, ...Object.fromEntries(values), since: params.get("since"), until: params.get("until"), reported };
}

export async function discourse(api: Api, base: string, asked: Values, signal: AbortSignal): Promise<Discourse> {
  const params = { ...asked, format: "graphology", size: MOST };
  const told = await api.json<Told>("networks", { params, signal });
  const id = (iri: string): string => (iri.startsWith(base) ? iri.slice(base.length) : iri);
  const number = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);
  const matters = new Set<string>();
  const nodes = told.nodes.map(({ key, attributes }): Node => {
    const kind = String(attributes.kind).toLowerCase();
    if (kind === "matter") matters.add(id(key));
    const count = number(attributes.frequency);
    const known = KINDS.find((each) => each === kind) ?? "group";
    return {
      id: id(key),
      name: String(attributes.label ?? key),
      kind: known,
      mentions: count,
      statements: count,
      about: 0,
    };
  });
  const heaviest = Math.max(
    ...told.edges.map(({ attributes }) => Math.abs(number(attributes.weight))),
    Number.MIN_VALUE,
  );
  const ties = told.edges.map(({ source, target, attributes }): Weighed => {
    const weight = number(attributes.weight);
    const ends = { source: id(source), target: id(target) };
    return {
      key: `${ends.source} ${ends.target}`,
      relation: "colleague",
      ...ends,
      count: 1 + (WIDEST - 1) * (Math.abs(weight) / heaviest),
      weight,
      matters: number(attributes.matters) || 1,
      about: String(attributes.about ?? ""),
      ...signs(String(asked.kind), weight),
    };
  });
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    ties: new Map(ties.map((tie) => [tie.key, tie])),
    isMatter: (id) => matters.has(id),
    shown: number(told.attributes.shown),
    total: number(told.attributes.total),
  };
}

function signs(kind: string, weight: number): { for: number; against: number } {
  if (kind === "ignore") return { for: 0, against: 0 };
  const against = kind === "conflict" || weight < 0;
  return { for: against ? 0 : 1, against: against ? 1 : 0 };
}
