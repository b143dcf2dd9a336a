import { h } from "../dom.ts";
import { href } from "../place.ts";
import type { Kind, Ref } from "../shapes.ts";
import { name } from "./text.ts";

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  person: "Person",
  organisation: "Organisation",
  country: "Country",
  group: "Group",
};

/** The sign of a kind of actor: a shape and a colour, so that nobody depends on the colour. */
export function kindSign(kind: Kind): HTMLElement {
  return h("span", { class: `kind k-${kind}`, role: "img", "aria-label": KIND_WORDS[kind], title: KIND_WORDS[kind] });
}

/** A link to an actor's page; `signed` where no avatar tells the kind. */
export function actorLink(actor: Pick<Ref, "id" | "name" | "kind">, signed = true): HTMLElement {
  return h(
    "a",
    { class: "actor", href: href("actor", { id: actor.id }) },
    signed && kindSign(actor.kind),
    name(actor.name),
  );
}

/** Links to actors with commas between, or a word where there are none; `signed` where no avatar tells the kind. */
export function actorLinks(actors: readonly Ref[], otherwise: string, signed = true): Node[] {
  if (!actors.length) return [h("span", { class: "absent" }, otherwise)];
  return actors.flatMap((actor, index) =>
    index ? [document.createTextNode(", "), actorLink(actor, signed)] : [actorLink(actor, signed)],
  );
}
