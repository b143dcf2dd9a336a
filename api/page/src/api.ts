/** Asks the service. Every request goes to the address that the page came from. */

import type { Values } from "./place.ts";
import { patched } from "./place.ts";
import { isAbort, Problem, problemOf } from "./problem.ts";
import type { Session } from "./session.ts";
import type {
  Actor,
  ActorRow,
  Article,
  Card,
  EdgeKind,
  Neighbour,
  NeighbourKinds,
  Page,
  Paths,
  Settings,
} from "./shapes.ts";

export interface Ask {
  readonly method?: string;
  readonly params?: Values;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export class Api {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Return the address of a route, relative to the page, so that a proxy's prefix stays in it. */
  address(path: string, params: Values = {}): string {
    const url = new URL(path.replace(/^\/+/, ""), new URL("./", location.href));
    const query = patched(new URLSearchParams(url.search), params).toString();
    url.search = query;
    return url.href;
  }

  /** Return the whole answer. Throws a Problem for an unsuccessful one. */
  async fetch(path: string, ask: Ask = {}): Promise<Response> {
    const headers = new Headers({ accept: "application/json, */*;q=0.1", ...ask.headers });
    if (this.#session.key) headers.set("authorization", `Bearer ${this.#session.key}`);
    const { method = "GET", body = null, signal = null } = ask;
    const options: RequestInit = { method, headers, body, signal, redirect: "follow", credentials: "omit" };
    let answer: Response;
    try {
      answer = await fetch(this.address(path, ask.params), options);
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new Problem({ detail: "The service cannot be reached. Is it running?" });
    }
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }

  async json<T>(path: string, ask: Ask = {}): Promise<T> {
    return (await (await this.fetch(path, ask)).json()) as T;
  }

  /** Send JSON and return the answer's. */
  async send<T>(method: string, path: string, body: unknown, ask: Ask = {}): Promise<T> {
    const headers = { "content-type": "application/json", ...ask.headers };
    const answer = await this.fetch(path, { ...ask, method, headers, body: JSON.stringify(body) });
    return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
  }

  settings(): Promise<Settings> {
    return this.json("settings.json");
  }

  actors(params: Values, signal?: AbortSignal): Promise<Page<ActorRow>> {
    return this.json("actors", { params, signal });
  }

  actor(id: string, signal?: AbortSignal): Promise<Actor> {
    return this.json(`actors/${path(id)}`, { signal });
  }

  statementsOf(id: string, params: Values, signal?: AbortSignal): Promise<Page<Card>> {
    return this.json(`actors/${path(id)}/statements`, { params, signal });
  }

  neighbourKinds(id: string, params: Values, signal?: AbortSignal): Promise<NeighbourKinds> {
    return this.json(`actors/${path(id)}/neighbours`, { params, signal });
  }

  neighbours(id: string, kind: EdgeKind, params: Values, signal?: AbortSignal): Promise<Page<Neighbour>> {
    return this.json(`actors/${path(id)}/neighbours`, { params: { ...params, kind }, signal });
  }

  paths(from: string, to: string, signal?: AbortSignal): Promise<Paths> {
    return this.json("paths", { params: { from, to }, signal });
  }

  statement(id: string, signal?: AbortSignal): Promise<Card> {
    return this.json(`statements/${path(id)}`, { signal });
  }

  article(id: string, signal?: AbortSignal): Promise<Article> {
    return this.json(`articles/${path(id)}`, { signal });
  }
}

/** Return an id as a part of an address: its slashes stay, all else is encoded. */
export function path(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}
