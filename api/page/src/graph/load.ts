/** Gets what the steps ask for: the actors, and all ties among them. */

import type { Api } from "../api.ts";
import type { Values } from "../place.ts";
import { Problem } from "../problem.ts";
import type { EdgeKind, Neighbour, NeighbourKinds, Page, Paths, Ref } from "../shapes.ts";
import { type Network, type Node, type Tie, tieKey } from "./network.ts";
import { KINDS, type Relation } from "./relations.ts";
import type { Open, Wanted } from "./steps.ts";
import { type Amount, type Part, partOf, type Told } from "./told.ts";

/** How much of what there is, is shown. */
export interface Shown {
  readonly of: "top" | "core" | Open;
  readonly shown: number;
  readonly total: number;
}

export interface Loaded {
  readonly network: Network;
  readonly shown: readonly Shown[];
  readonly paths: readonly Paths[];
  /** What a person should know of this picture. */
  readonly notes: readonly string[];
}

// Each of these is named in the request's address.
const MOST_BETWEEN = 400;
const MOST_A_PAGE = 1000;
// More ties among the busiest actors than so many for each make a picture that nobody can read.
const TIES_OF_ONE = 8;

export class Loader {
  readonly #api: Api;
  readonly #base: string;
  // Undoing and filtering back ask the same again.
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(api: Api, base: string) {
    this.#api = api;
    this.#base = base;
  }

  async load(wanted: Wanted, filters: Values): Promise<Loaded> {
    const nodes = new Map<string, Node>();
    const ties = new Map<string, Tie>();
    const shown: Shown[] = [];
    const notes: string[] = [];
    if (wanted.top !== null) {
      const told = await this.#part("speaks-of", { size: wanted.top, ...filters });
      shown.push({ of: "top", shown: told.shown, total: told.total });
      merge(told, nodes, ties);
    }
    if (wanted.core !== null) {
      const size = TIES_OF_ONE * wanted.core;
      const told = await this.#part("speaks-of", { core: wanted.core, size, ...filters });
      shown.push({ of: "core", shown: told.nodes.length, total: told.actors });
      if (told.shown < told.total)
        notes.push(`Of ${told.total} ties among them, the strongest ${told.shown} are shown.`);
      merge(told, nodes, ties);
    }
    const opened = await Promise.all(wanted.opens.map((open) => this.#opened(open, filters)));
    for (const one of opened) {
      shown.push(one.shown);
      merge(one, nodes, ties);
    }
    const paths = await Promise.all(wanted.paths.map(({ from, to }) => this.#path(from, to)));
    for (const end of paths.flatMap(endsOf)) if (!nodes.has(end.id)) nodes.set(end.id, fresh(end));
    const ids = new Set([...nodes.keys(), ...wanted.added]);
    const begun = wanted.top !== null || wanted.core !== null;
    const onlyTop = begun && wanted.opens.length + wanted.paths.length + wanted.added.length === 0;
    if (!onlyTop) await this.#between([...ids], wanted, filters, { nodes, ties, notes });
    if (String(filters.stance ?? "")) keepTied(nodes, ties, wanted, notes);
    return { network: { nodes, ties }, shown, paths, notes };
  }

  /** Count what an actor's neighbours are, by kind of edge. */
  kinds(actor: string, filters: Values): Promise<NeighbourKinds> {
    const { stance: _, ...counted } = filters;
    return this.#ask(`kinds ${actor}`, counted, () => this.#api.neighbourKinds(actor, counted));
  }

  async #between(ids: readonly string[], wanted: Wanted, filters: Values, into: Into): Promise<void> {
    // Naming nobody would ask for everybody.
    if (!ids.length) return;
    if (ids.length > MOST_BETWEEN) {
      into.notes.push(`With more than ${MOST_BETWEEN} actors, only ties to the opened ones are shown.`);
      return;
    }
    const relations = new Set<Relation>(["speaks-of", ...wanted.opens.map(({ kind }) => KINDS[kind].relation)]);
    relations.delete("colleague");
    const asked = [...relations].map((relation) =>
      this.#part(relation, { actor: ids, depth: 0, size: 20_000, ...filters }),
    );
    for (const told of await Promise.all(asked)) merge(told, into.nodes, into.ties, true);
  }

  async #opened(open: Open, filters: Values): Promise<Part & { shown: Shown }> {
    const { stance: _, ...counted } = filters;
    const params = { limit: Math.min(open.most, MOST_A_PAGE), ...counted };
    const asked = () => this.#api.neighbours(open.actor, open.kind, params);
    const [page, kinds] = await Promise.all([
      this.#ask<Page<Neighbour>>(`open ${open.kind} ${open.actor}`, params, asked),
      this.kinds(open.actor, filters),
    ]);
    const total = kinds.kinds.find(({ kind }) => kind === open.kind)?.actors ?? page.items.length;
    const nodes = [fresh(kinds.actor), ...page.items.map(({ actor }) => fresh(actor))];
    const unfiltered = String(filters.stance ?? "") && open.kind !== "colleague";
    const ties = unfiltered ? [] : page.items.map((neighbour) => tieOf(open.kind, kinds.actor.id, neighbour));
    return { nodes, ties, shown: { of: open, shown: page.items.length, total } };
  }

  #path(from: string, to: string): Promise<Paths> {
    return this.#ask(`path ${from} ${to}`, {}, () => this.#api.paths(from, to));
  }

  #part(relation: Relation, values: Values): Promise<Part & Amount> {
    const params = { kinds: relation, aggregate: "true", format: "graphology", ...values };
    return this.#ask(`part ${relation}`, values, async () =>
      partOf(await this.#api.json<Told>("subgraph", { params }), relation, this.#base),
    );
  }

  #ask<T>(name: string, values: Values, ask: () => Promise<T>): Promise<T> {
    const key = `${name} ${JSON.stringify(values)}`;
    const known = this.#answers.get(key) as Promise<T> | undefined;
    const answer = known ?? ask();
    this.#answers.set(key, answer);
    // What failed is asked for again the next time.
    answer.catch((error: unknown) => {
      if (!(error instanceof Problem) || error.status !== 404) this.#answers.delete(key);
    });
    return answer;
  }
}

interface Into {
  readonly nodes: Map<string, Node>;
  readonly ties: Map<string, Tie>;
  readonly notes: string[];
}

// Neighbours are counted whatever their stance: those who do not take the one that is filtered for go out here.
function keepTied(nodes: Map<string, Node>, ties: Map<string, Tie>, { added, opens }: Wanted, notes: string[]): void {
  const tied = new Set([...ties.values()].flatMap(({ source, target }) => [source, target]));
  for (const id of added) tied.add(id);
  for (const id of nodes.keys()) if (!tied.has(id)) nodes.delete(id);
  if (opens.length) notes.push("Counts of neighbours are of all stances.");
}

function merge(part: Part, nodes: Map<string, Node>, ties: Map<string, Tie>, over = false): void {
  for (const node of part.nodes) if (over || !nodes.has(node.id)) nodes.set(node.id, node);
  for (const tie of part.ties) if (over || !ties.has(tie.key)) ties.set(tie.key, tie);
}

function endsOf({ from, to, paths }: Paths): Ref[] {
  return [from, to, ...paths.flatMap(({ hops }) => hops.flatMap((hop) => [hop.from, hop.to]))];
}

function fresh(actor: Pick<Node, "id" | "name" | "kind">): Node {
  return { id: actor.id, name: actor.name, kind: actor.kind, mentions: 0, statements: 0, about: 0 };
}

function tieOf(kind: EdgeKind, actor: string, neighbour: Neighbour): Tie {
  const { relation, inward } = KINDS[kind];
  const [source, target] = inward ? [neighbour.actor.id, actor] : [actor, neighbour.actor.id];
  const { count, for: for_, against } = neighbour;
  // Holding offices side by side has no direction: the same two make one tie, whichever was opened.
  const ends = relation === "colleague" ? ([source, target].sort() as [string, string]) : ([source, target] as const);
  return { key: tieKey(relation, ...ends), relation, source: ends[0], target: ends[1], count, for: for_, against };
}
