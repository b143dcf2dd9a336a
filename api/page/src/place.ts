/** A place in the page: a tab and what it shows, as the address's fragment says: `#/graph?actor=country/RU`. */

export interface Place {
  readonly tab: string;
  readonly params: URLSearchParams;
}

export type Values = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

export function parsePlace(fragment: string, first: string): Place {
  const [path = "", query = ""] = splitOnce(fragment.replace(/^#/, ""), "?");
  return { tab: path.replace(/^\/+/, "") || first, params: new URLSearchParams(query) };
}

export function href(tab: string, params: URLSearchParams | Values = {}): string {
  const query = readable(params instanceof URLSearchParams ? params : patched(new URLSearchParams(), params));
  return query ? `#/${tab}?${query}` : `#/${tab}`;
}

/** Return a copy of `params` with `values` in place of those of the same names; empty ones are left out. */
export function patched(params: URLSearchParams, values: Values): URLSearchParams {
  const copy = new URLSearchParams(params);
  for (const [name, value] of Object.entries(values)) {
    copy.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") copy.append(name, String(one));
    }
  }
  return copy;
}

export function samePlace(one: Place, other: Place): boolean {
  return one.tab === other.tab && one.params.toString() === other.params.toString();
}

// Slashes, colons and commas mean nothing in a fragment's query: ids stay readable in shared addresses.
function readable(params: URLSearchParams): string {
  return params.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
