/** Readings of a question: what it may ask for, how many statements there are, and where they are shown. */

import type { Api } from "../api.ts";
import { type Child, h } from "../dom.ts";
import { href, type Values } from "../place.ts";
import type { Ref } from "../shapes.ts";
import { name } from "./text.ts";

export interface Reading {
  readonly by: Ref | null;
  readonly about: Ref | null;
  readonly act: string | null;
  readonly words: string | null;
  readonly total: number;
  /** The statements of the other way round, where it is about two actors and nothing else. */
  readonly back: number | null;
}

export async function ask(api: Api, q: string, signal: AbortSignal): Promise<readonly Reading[]> {
  return (await api.json<{ readings: Reading[] }>("question", { params: { q }, signal })).readings;
}

/** Return a reading as filters of statements. */
export function filtersOf({ by, about, act, words }: Reading): Values {
  return { by: by?.id, about: about?.id, act, words };
}

/** Return where a reading is shown best: two side by side, one by itself, all else in rows. */
export function placeOf(reading: Reading): string {
  const { by, about, act, words } = reading;
  if (by && about && !act && !words) return href("between", { a: by.id, b: about.id });
  if (by && !about && !words) return href("actor", { id: by.id, act });
  if (about && !by && !words) return href("actor", { id: about.id, as: "subject", act });
  return href("tables", filtersOf(reading));
}

/** Tell a reading in words, with its number. */
export function readingRow(reading: Reading): Child[] {
  const { by, about, act, words, total, back } = reading;
  const count = `${total.toLocaleString("en")} ${total === 1 ? "statement" : "statements"}`;
  const wordsTold = words !== null && ["“", name(words), "”"];
  if (!by && !about && !act)
    return [
      total ? `all ${count} with ` : "no statement with ",
      ...[wordsTold].flat().filter((part) => part !== false),
    ];
  return [
    by ? h("b", {}, name(by.name)) : "who",
    act ? [" ", h("span", { class: `act a-${act}` }, act)] : by && !about && !words ? " says" : null,
    about && [" about ", h("b", {}, name(about.name))],
    wordsTold && [" with ", ...wordsTold],
    h("span", { class: "quiet" }, ` ${count}`, back !== null && `, ${back.toLocaleString("en")} the other way round`),
  ];
}
