/** A face for an actor: initials, in a shape that tells the kind. */

import { h } from "../dom.ts";
import type { Ref } from "../shapes.ts";
import { KIND_WORDS } from "./actor.ts";
import { plain } from "./text.ts";

const LETTERS = /\p{L}|\p{N}/u;

export function avatar(actor: Pick<Ref, "name" | "kind"> | undefined, large = false): HTMLElement {
  const size = large ? " large" : "";
  if (!actor) return h("span", { class: `avatar nobody${size}`, "aria-hidden": "true" }, "?");
  const kind = KIND_WORDS[actor.kind];
  const told = { role: "img", "aria-label": kind, title: kind };
  return h("span", { class: `avatar ${actor.kind}${size}`, ...told }, initials(actor.name));
}

/** Return one letter or two: of the first word and the last that begin with one. */
export function initials(name: string): string {
  const words = plain(name)
    .split(/[\s.-]+/)
    .map((word) => word.match(LETTERS)?.[0] ?? "")
    .filter((letter) => letter !== "");
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return `${first}${last}`.toLocaleUpperCase("en");
}
