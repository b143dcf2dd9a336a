import { actorLink } from "../components/actor.ts";
import { pagedList } from "../components/list.ts";
import type { Context, Tab } from "../context.ts";
import { fill, h } from "../dom.ts";
import type { ActorRow } from "../shapes.ts";

export function mount(container: HTMLElement, { api, signal }: Context): Tab {
  const list = h("div");
  fill(container, h("h1", {}, "Who said what about whom"), h("h2", {}, "Busiest actors"), list);
  return {
    show(): void {
      fill(
        list,
        pagedList<ActorRow>({
          first: (signal) => api.actors({ limit: 20 }, signal),
          next: (address, signal) => api.json(address, { signal }),
          row: (actor) => [actorLink(actor), ` ${actor.statements} said, ${actor.about} about`],
          empty: "No actors yet.",
          label: "Actors",
          signal,
        }),
      );
    },
  };
}
