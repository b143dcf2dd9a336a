/** RDF terms as they come in an answer, and as a person reads them. */

import { name, textNodes } from "../../components/text.ts";
import { type Child, h } from "../../dom.ts";
import { webAddress } from "../../links.ts";
import { href } from "../../place.ts";
import { PREFIXES } from "../../vocabulary.ts";

export interface Term {
  readonly type: "uri" | "literal" | "bnode" | "triple";
  readonly value: string;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
}

const NUMBERS = new Set(["integer", "decimal", "double", "float"].map((one) => `${PREFIXES.xsd}${one}`));
const LONGEST = 400;

/** Write an IRI with its prefix where it has one, or without the base that the store's own share. */
export function short(iri: string, base: string): string {
  for (const [prefix, namespace] of Object.entries(PREFIXES)) {
    if (iri.startsWith(namespace) && iri.length > namespace.length) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return iri.startsWith(base) ? iri.slice(base.length) : iri;
}

/** Return the place in the page that shows a thing of the store; null where none does. */
export function placeOf(iri: string, base: string): string | null {
  if (!iri.startsWith(base)) return null;
  const id = iri.slice(base.length);
  const [, article, rest = ""] = /^article\/([^/]+)(?:\/(.*))?$/.exec(id) ?? [];
  if (/^(person|organisation|country)\/[^/]+$/.test(id) || rest.startsWith("group/")) return href("actor", { id });
  if (article === undefined) return null;
  return href("articles", { article, statement: rest.startsWith("statement/") ? id : null });
}

/** Show a term in a cell. */
export function cell(term: Term | undefined, base: string): Child {
  if (term === undefined) return null;
  if (term.type === "uri") return link(term.value, base);
  if (term.type !== "literal") return name(term.value);
  const long = term.value.length > LONGEST;
  const text = h(
    "bdi",
    { dir: "auto", class: "literal" },
    ...textNodes(long ? term.value.slice(0, LONGEST) : term.value),
  );
  const rest =
    long && h("details", {}, h("summary", {}, "all of it"), h("bdi", { dir: "auto" }, ...textNodes(term.value)));
  const tag = term["xml:lang"] ?? (term.datatype && !NUMBERS.has(term.datatype) ? short(term.datatype, base) : null);
  return [text, rest, tag && h("small", { class: "quiet" }, ` ${tag}`)];
}

export function isNumber(term: Term): boolean {
  return term.datatype !== undefined && NUMBERS.has(term.datatype);
}

function link(iri: string, base: string): Child {
  const shown = h("bdi", { title: iri }, ...textNodes(short(iri, base)));
  const inside = placeOf(iri, base);
  if (inside) return h("a", { href: inside }, shown);
  const outside = webAddress(iri);
  return outside ? h("a", { href: outside, rel: "noopener noreferrer nofollow", target: "_blank" }, shown) : shown;
}
