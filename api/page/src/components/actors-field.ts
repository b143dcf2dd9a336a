/** Actors that can be taken out and put in, also new ones by their name. */

import type { Api } from "../api.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Kind } from "../shapes.ts";
import { kindSign } from "./actor.ts";
import { actorSearch } from "./actor-search.ts";
import { name } from "./text.ts";

export type Named = string | { readonly name: string; readonly kind: "person" | "organisation" };

export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly fresh?: boolean;
}

export class ActorsField {
  readonly element: HTMLElement;
  /** Called after each change. */
  changing: () => void = () => {};
  readonly #was: string;
  readonly #list = h("ul", { class: "chips" });
  readonly #near = h("p", { class: "near" });
  #chosen: Chosen[];
  #suggested: readonly Chosen[] = [];

  constructor(label: string, actors: readonly Chosen[], api: Api, signal: AbortSignal) {
    this.#chosen = [...actors];
    this.#was = this.#ids();
    const box = actorSearch(api, {
      label: `${label}: add an actor`,
      placeholder: "Add an actor…",
      pick: ({ id, name, kind }) => this.#add({ id, name, kind }),
      signal,
    });
    const fresh = h("button", { type: "button" }, "New person");
    fresh.addEventListener("click", () => {
      const typed = box.input.value.trim();
      if (typed) this.#add({ id: `new ${typed}`, name: typed, kind: "person", fresh: true });
      box.input.value = "";
    });
    this.element = h(
      "fieldset",
      { class: "actors" },
      h("legend", {}, label),
      this.#list,
      this.#near,
      h("div", { class: "add-actor" }, box.element, fresh),
    );
    this.#draw();
  }

  get changed(): boolean {
    return this.#ids() !== this.#was;
  }

  get chosen(): readonly Chosen[] {
    return this.#chosen;
  }

  get values(): Named[] {
    return this.#chosen.map(namedOf);
  }

  /** Offer some that stand near, to be put in by one press. */
  suggest(actors: readonly Chosen[]): void {
    this.#suggested = actors;
    this.#draw();
  }

  #ids(): string {
    return this.#chosen.map(({ id }) => id).join(" ");
  }

  #add(actor: Chosen): void {
    if (!this.#chosen.some(({ id }) => id === actor.id)) this.#chosen.push(actor);
    this.#draw();
    this.changing();
  }

  // The button that was pressed goes: the focus moves to what it made.
  #take(actor: Chosen): void {
    this.#add(actor);
    [...this.#list.querySelectorAll("button")].at(-1)?.focus();
  }

  #draw(): void {
    const chip = (actor: Chosen): Child =>
      h(
        "li",
        {},
        kindSign(actor.kind),
        name(actor.name),
        h(
          "button",
          { type: "button", class: "plain", "aria-label": `Take out ${actor.name}`, onclick: () => this.#drop(actor) },
          "×",
        ),
      );
    fill(this.#list, this.#chosen.length ? this.#chosen.map(chip) : h("li", { class: "absent" }, "nobody named"));
    const left = this.#suggested.filter(({ id }) => !this.#chosen.some((one) => one.id === id));
    const offers = left.map((actor) =>
      h("button", { type: "button", class: "offer", onclick: () => this.#take(actor) }, "+ ", name(actor.name)),
    );
    this.#near.hidden = !offers.length;
    fill(this.#near, offers);
  }

  #drop(actor: Chosen): void {
    this.#chosen = this.#chosen.filter((one) => one !== actor);
    this.#draw();
    this.changing();
  }
}

/** Return how an actor is sent: by its id, or by name and kind where the store does not know it yet. */
export function namedOf({ id, name, fresh }: Chosen): Named {
  return fresh ? { name, kind: "person" } : id;
}
