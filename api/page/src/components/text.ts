/** Shows text that others wrote: as text, kept apart from ours in direction, its control characters in the open. */

import { h } from "../dom.ts";

// What turns the direction of the text after it, and controls other than tab and newline: none has a look of its own.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;
const LONGEST_NAME = 120;

/** Return the nodes for a piece of text; a control character becomes a sign with its number. */
export function textNodes(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(CONTROLS)) {
    if (index > from) nodes.push(document.createTextNode(text.slice(from, index)));
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    nodes.push(h("span", { class: "control", title: `The text holds the invisible character ${code} here` }, code));
    from = index + character.length;
  }
  if (from < text.length) nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}

/** Show a name or a title: one line, isolated from the direction of what stands around it, clipped where endless. */
export function name(text: string | null | undefined, otherwise = "not named"): HTMLElement {
  if (!text) return h("span", { class: "absent" }, otherwise);
  return h("bdi", text.length > LONGEST_NAME ? { title: plain(text) } : {}, ...textNodes(clip(text)));
}

/** Say whether words bring a mark of quotation with them. */
export function opensQuoted(text: string): boolean {
  return /^["“„«‘]/u.test(text);
}

/** Show words as a quotation; those that bring their own marks get no second ones. */
export function quoted(text: string): HTMLElement {
  return h(opensQuoted(text) ? "span" : "q", { class: "words", dir: "auto" }, ...textNodes(text));
}

/** Return text for where only plain strings go (labels on a canvas, titles): no controls, one line. */
export function plain(text: string): string {
  return text.replace(CONTROLS, "").replace(/\s+/g, " ").trim();
}

/** Return the beginning of a text, cut between code points. */
export function clip(text: string, most = LONGEST_NAME): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
