/** What a view is called: on the window, in a picture that leaves the page, in the name of its file. */

import { clip, plain } from "../components/text.ts";
import type { Loaded } from "./load.ts";
import type { Network } from "./network.ts";
import { RELATION_WORDS } from "./relations.ts";
import type { Selection } from "./scene.ts";

const LONGEST_FILE = 60;

export function titleOf({ shown }: Pick<Loaded, "shown">, { nodes, ties }: Network, { actor, tie }: Selection): string {
  const nameOf = (id: string): string => clip(plain(nodes.get(id)?.name ?? id));
  const chosen = ties.get(tie ?? "");
  if (chosen) return `${nameOf(chosen.source)} ${RELATION_WORDS[chosen.relation]} ${nameOf(chosen.target)}`;
  if (actor && nodes.has(actor)) return `${nameOf(actor)}: who speaks of whom`;
  const around = [...new Set(shown.flatMap(({ of }) => (typeof of === "string" ? [] : [of.actor])))];
  if (around.length === 1 && around[0]) return `Around ${nameOf(around[0])}`;
  return "Who speaks of whom";
}

/** Return the filters in words; empty where there are none. */
export function filtersTold(params: URLSearchParams): string {
  const all = (name: string): string =>
    params
      .getAll(name)
      .filter((value) => value)
      .join(", ");
  const parts = [
    all("act") && `act: ${all("act")}`,
    all("stance") && `stance: ${all("stance")}`,
    all("since") && `since ${all("since")}`,
    all("until") && `until ${all("until")}`,
    all("source") && `source: ${all("source")}`,
    all("confidence") && `at least ${Math.round(Number(all("confidence")) * 100)} % sure`,
  ];
  return plain(parts.filter((part) => part).join("; "));
}

/** Return the name of a file for a view, without its ending: "russia-speaks-of-nato-2026-11-30". */
export function fileName(title: string, day: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${clip(words, LONGEST_FILE).replace(/[-…]+$/, "") || "sayso"}-${day}`;
}
