/** A filter that names actors: who is chosen, with a way to let them go, and a box to find another. */

import type { Api } from "../api.ts";
import { actorSearch } from "../components/actor-search.ts";
import { clip, name, plain } from "../components/text.ts";
import { fill, h } from "../dom.ts";

export interface ActorFieldOptions {
  readonly label: string;
  readonly most: number;
  readonly changed: (ids: readonly string[]) => void;
  readonly signal: AbortSignal;
}

export class ActorField {
  readonly element: HTMLElement;
  readonly #api: Api;
  readonly #options: ActorFieldOptions;
  readonly #chosen = h("ul", { class: "chosen plain-list" });
  readonly #search: HTMLElement;
  readonly #names = new Map<string, string>();
  #ids: readonly string[] = [];

  constructor(api: Api, options: ActorFieldOptions) {
    this.#api = api;
    this.#options = options;
    const { label, changed, signal } = options;
    const box = actorSearch(api, {
      label,
      placeholder: "Find an actor…",
      signal,
      pick: ({ id, name }) => {
        this.#names.set(id, name);
        changed([...new Set([...this.#ids, id])]);
      },
    });
    this.#search = box.element;
    this.element = h("div", { class: "field", role: "group", "aria-label": label }, h("span", {}, label));
    this.element.append(this.#chosen, this.#search);
  }

  show(ids: readonly string[]): void {
    this.#search.hidden = ids.length >= this.#options.most;
    this.#ids = ids;
    fill(
      this.#chosen,
      ids.map((id) => {
        const drop = (): void => this.#options.changed(this.#ids.filter((other) => other !== id));
        const called = this.#names.get(id) ?? id;
        const label = `Without ${plain(clip(called))}`;
        return h(
          "li",
          {},
          name(called),
          h("button", { type: "button", class: "plain", "aria-label": label, onclick: drop }, "×"),
        );
      }),
    );
    for (const id of ids) if (!this.#names.has(id)) void this.#learn(id);
  }

  async #learn(id: string): Promise<void> {
    // Until it is known, the id stands for the name.
    this.#names.set(id, id);
    try {
      const actor = await this.#api.actor(id, this.#options.signal);
      this.#names.set(id, actor.name);
      this.show(this.#ids);
    } catch {
      // The id stays: the table itself tells what is wrong with it.
    }
  }
}
