/** Which statements count in the picture and its evidence, as the address says. */

import type { Values } from "../place.ts";

export const FILTERS = ["act", "stance", "form", "status", "words", "since", "until", "source", "confidence"] as const;

/** Return the filters as parameters of a request; absent ones are left out. */
export function filtersOf(params: URLSearchParams): Values {
  return Object.fromEntries(FILTERS.map((name) => [name, params.getAll(name)]));
}

export function isFiltered(params: URLSearchParams): boolean {
  return FILTERS.some((name) => params.get(name));
}
