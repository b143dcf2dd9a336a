/** Gets the statements that make a tie. */

import type { Api } from "../api.ts";
import type { Values } from "../place.ts";
import { Problem } from "../problem.ts";
import type { Card, Page } from "../shapes.ts";
import type { Tie } from "./network.ts";
import type { Told } from "./told.ts";

const A_PAGE = 20;
const MOST = 1000;

export class Evidence {
  readonly #api: Api;
  readonly #base: string;
  readonly #tie: Tie;
  readonly #filters: Values;
  #ids: readonly string[] = [];

  /** `base` is what ids leave out of IRIs. */
  constructor(api: Api, base: string, tie: Tie, filters: Values) {
    this.#api = api;
    this.#base = base;
    this.#tie = tie;
    this.#filters = filters;
  }

  async first(signal: AbortSignal): Promise<Page<Card>> {
    const { relation, source, target } = this.#tie;
    if (relation === "colleague") {
      throw new Problem({ detail: "Offices in one organisation tie these two; no statement does." });
    }
    if (relation === "speaks-of" && !String(this.#filters.stance ?? "")) {
      const { stance: _, ...filters } = this.#filters;
      return this.#api.statementsOf(source, { as: "speaker", about: target, limit: A_PAGE, ...filters }, signal);
    }
    // Other relations and stances have no listing: their statements are the single edges between the two.
    const params = { actor: [source, target], depth: 0, kinds: relation, format: "graphology", size: MOST };
    const told = await this.#api.json<Told>("subgraph", { params: { ...this.#filters, ...params }, signal });
    const between = told.edges.filter(
      (edge) => edge.source === this.#base + source && edge.target === this.#base + target,
    );
    this.#ids = [...new Set(between.map(({ attributes }) => String(attributes.statement).slice(this.#base.length)))];
    return this.#page(0, signal);
  }

  next(address: string, signal: AbortSignal): Promise<Page<Card>> {
    return this.#ids.length ? this.#page(Number(address), signal) : this.#api.json(address, { signal });
  }

  async #page(from: number, signal: AbortSignal): Promise<Page<Card>> {
    const asked = this.#ids.slice(from, from + A_PAGE).map((id) => this.#api.statement(id, signal));
    const next = from + A_PAGE < this.#ids.length ? String(from + A_PAGE) : null;
    return { items: await Promise.all(asked), limit: A_PAGE, next, snapshot: "" };
  }
}
