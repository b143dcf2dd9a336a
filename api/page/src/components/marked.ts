/** A sentence with its speaker, cue and words marked. */

import { h } from "../dom.ts";
import { type Mark, segments } from "../segments.ts";
import { textNodes } from "./text.ts";

const TOLD: Readonly<Record<string, string>> = { speaker: "speaker", cue: "cue", content: "words" };

export function marked(text: string, marks: readonly Mark[]): HTMLElement {
  const parts = segments(text, marks).map((segment) => {
    if (!segment.marks.length) return textNodes(segment.text);
    const kinds = [...new Set(segment.marks.map((mark) => mark.kind))];
    const title = kinds.map((kind) => TOLD[kind] ?? kind).join(", ");
    return h("mark", { class: kinds.map((kind) => `m-${kind}`).join(" "), title }, ...textNodes(segment.text));
  });
  return h("bdi", { class: "marked", dir: "auto" }, ...parts);
}

/** Tell what the marks mean. */
export function markLegend(): HTMLElement {
  const signs = Object.entries(TOLD).map(([kind, told]) => h("mark", { class: `m-${kind}` }, told));
  return h(
    "p",
    { class: "mark-legend", "aria-label": "Marks" },
    signs.flatMap((sign) => [sign, " "]),
  );
}
