/** A discourse network as the service computes it: nodes of any variable, weights, and what stands behind them. */

import type { Api } from "../api.ts";
import type { Network, Node, Tie } from "../graph/network.ts";
import type { Told } from "../graph/told.ts";
import type { Values } from "../place.ts";
import { ACTOR_WORDS } from "../vocabulary.ts";
import { isTwoMode } from "./choices.ts";

export interface Weighed extends Tie {
  readonly weight: number;
  /** What it is on, or how often for and against: behind the weight. */
  readonly about: string;
  /** The statements that it is made of, the earliest first, and how many positions these are. */
  readonly statements: readonly string[];
  readonly behind: number;
}

export interface Discourse extends Network {
  readonly ties: ReadonlyMap<string, Weighed>;
  /** Whether a node is of the second mode. */
  readonly isSecond: (id: string) => boolean;
  readonly shown: number;
  readonly total: number;
  /** Of a window: its first and last day, and how many windows there are. */
  readonly window: string;
  readonly windows: number;
}

// The widest line of weights that are divided by something; whole ones are as wide as so many statements.
const WIDEST = 24;
const MOST = 2000;

export async function discourse(api: Api, base: string, asked: Values, signal: AbortSignal): Promise<Discourse> {
  const params = { ...asked, format: "graphology", size: MOST };
  const told = await api.json<Told>("networks", { params, signal });
  const id = (iri: string): string => (iri.startsWith(base) ? iri.slice(base.length) : iri);
  const two = isTwoMode(String(asked.kind));
  const second = new Set(two ? told.edges.map(({ target }) => id(target)) : []);
  const nodes = told.nodes.map((one) => nodeOf(one, id(one.key)));
  const weights = told.edges.map(({ attributes }) => Math.abs(number(attributes.weight)));
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), Number.MIN_VALUE);
  const whole = weights.every(Number.isInteger);
  const ties = told.edges.map(({ source, target, attributes }): Weighed => {
    const weight = number(attributes.weight);
    const ends = { source: id(source), target: id(target) };
    return {
      key: `${ends.source} ${ends.target}`,
      relation: "colleague",
      ...ends,
      count: whole ? Math.abs(weight) : 1 + (WIDEST - 1) * (Math.abs(weight) / heaviest),
      weight,
      about: two ? sidesTold(attributes) : String(attributes.about ?? ""),
      statements: String(attributes.statements ?? "")
        .split(" ")
        .filter((iri) => iri)
        .map(id),
      behind: number(attributes.count),
      ...signs(String(asked.kind), asked, attributes),
    };
  });
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    ties: new Map(ties.map((tie) => [tie.key, tie])),
    isSecond: (id) => second.has(id),
    shown: number(told.attributes.shown),
    total: number(told.attributes.total),
    window: String(told.attributes.window ?? ""),
    windows: number(told.attributes.windows),
  };
}

function nodeOf({ key, attributes }: Told["nodes"][number], id: string): Node {
  const count = number(attributes.frequency);
  const kind = String(attributes.kind).toLowerCase();
  const known = ACTOR_WORDS.find((each) => each === kind);
  return {
    id,
    name: String(attributes.label ?? key),
    kind: known ?? "group",
    ...(known ? {} : { what: kind }),
    mentions: count,
    statements: count,
    about: 0,
  };
}

function sidesTold(attributes: Told["edges"][number]["attributes"]): string {
  const sides = [attributes.for && `${attributes.for} for`, attributes.against && `${attributes.against} against`];
  return sides.filter((part) => part).join(", ");
}

// Where sides are not counted a tie has none, whatever the statements behind it say.
function signs(
  kind: string,
  { count, qualifier }: Values,
  told: Told["edges"][number]["attributes"],
): { for: number; against: number } {
  if (kind === "ignore" || count === "statements" || qualifier === "ignore") return { for: 0, against: 0 };
  if (qualifier === "combine") return { for: number(told.for), against: number(told.against) };
  const against = kind === "conflict" || number(told.weight) < 0;
  return { for: against ? 0 : 1, against: against ? 1 : 0 };
}

function number(value: unknown): number {
  const told = Number(value);
  return Number.isFinite(told) ? told : 0;
}
