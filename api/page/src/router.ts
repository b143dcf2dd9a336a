/** Keeps the page's whole state in the address, so that it can be shared, reloaded and gone back from. */

import { href, type Place, parsePlace, patched, samePlace, type Values } from "./place.ts";

export interface GoOptions {
  /** Put the new place over the present one instead of after it: typing letter by letter is one step back. */
  readonly replace?: boolean;
}

export class Router {
  readonly #first: string;
  readonly #listeners = new Set<(place: Place) => void>();
  #place: Place;

  constructor(first: string) {
    this.#first = first;
    this.#place = parsePlace(location.hash, first);
    // A hash typed by hand and the buttons back and forward come here; go() tells its listeners itself.
    addEventListener("popstate", () => this.#moved());
    addEventListener("hashchange", () => this.#moved());
  }

  get place(): Place {
    return this.#place;
  }

  onChange(listener: (place: Place) => void): void {
    this.#listeners.add(listener);
  }

  go(tab: string, params: URLSearchParams | Values = {}, options: GoOptions = {}): void {
    const address = href(tab, params);
    if (address === location.hash) return;
    if (options.replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#moved();
  }

  /** Change some parameters of the present place. */
  set(values: Values, options: GoOptions = {}): void {
    this.go(this.#place.tab, patched(this.#place.params, values), options);
  }

  /** Return the address of the present place with some parameters changed. */
  link(values: Values): string {
    return href(this.#place.tab, patched(this.#place.params, values));
  }

  #moved(): void {
    const place = parsePlace(location.hash, this.#first);
    if (samePlace(place, this.#place)) return;
    this.#place = place;
    for (const listener of this.#listeners) listener(place);
  }
}
