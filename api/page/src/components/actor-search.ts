import type { Api } from "../api.ts";
import type { ActorRow } from "../shapes.ts";
import { kindSign } from "./actor.ts";
import { SearchBox } from "./search.ts";
import { name } from "./text.ts";

const MOST = 8;

export interface ActorSearchOptions {
  readonly label: string;
  readonly placeholder?: string;
  readonly pick: (actor: ActorRow) => void;
  readonly signal: AbortSignal;
}

/** A box that finds an actor by the beginning of a name. */
export function actorSearch(api: Api, options: ActorSearchOptions): SearchBox {
  const { pick, ...rest } = options;
  return new SearchBox({
    ...rest,
    clearAfter: true,
    search: async (text, signal) => {
      const { items } = await api.actors({ name: text, limit: MOST }, signal);
      return [{ label: "Actors", hits: items.map((actor) => ({ row: actorRow(actor), pick: () => pick(actor) })) }];
    },
  });
}

export function actorRow(actor: ActorRow): Node[] {
  const told = document.createElement("span");
  told.className = "quiet";
  told.textContent = ` said ${actor.statements}, spoken of ${actor.about}`;
  return [kindSign(actor.kind), name(actor.name), told];
}
