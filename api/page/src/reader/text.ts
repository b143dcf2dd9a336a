/** The article's text with everything marked in place, marks over marks. */

import { plain, textNodes } from "../components/text.ts";
import { h } from "../dom.ts";
import { type Segment, segments } from "../segments.ts";
import type { TextMark } from "./layers.ts";
import type { Units } from "./selecting.ts";

export interface MarkedText {
  readonly element: HTMLElement;
  /** Show which marks belong to a statement, and bring the first of them into sight. */
  select(statement: string | null, reveal: boolean): void;
  /** Return where a statement begins, in pixels from the top of the text; null where nothing marks it. */
  at(statement: string): number | null;
  /** Return the part of the page that shows units of the text; a sign for an invisible character counts as shown. */
  range(units: Units): Range;
}

export function markedText(text: string, marks: readonly TextMark[], pick: (statement: string) => void): MarkedText {
  const places = new Map<string, HTMLElement[]>();
  const parts = segments(text, marks).flatMap((segment): Node[] => {
    if (!segment.marks.length) return textNodes(segment.text);
    const element = part(segment, pick);
    for (const { statement } of segment.marks) {
      if (statement !== null) places.set(statement, [...(places.get(statement) ?? []), element]);
    }
    return [element];
  });
  let chosen: readonly HTMLElement[] = [];
  const element = h("div", { class: "text", dir: "auto" }, parts);
  return {
    element,
    at(statement): number | null {
      const first = places.get(statement)?.[0];
      return first ? first.getBoundingClientRect().top - element.getBoundingClientRect().top : null;
    },
    range([start, end]): Range {
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let passed = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node as Text;
        if (start >= passed && start < passed + length) range.setStart(node, start - passed);
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
        passed += length;
      }
      return range;
    },
    select(statement, reveal): void {
      for (const element of chosen) element.classList.remove("on");
      chosen = statement === null ? [] : (places.get(statement) ?? []);
      for (const element of chosen) element.classList.add("on");
      if (reveal) chosen[0]?.scrollIntoView({ block: "center" });
    },
  };
}

function part(segment: Segment<TextMark>, pick: (statement: string) => void): HTMLElement {
  const { marks } = segment;
  const kinds = new Set(marks.map(({ kind }) => kind));
  const deep = marks.filter(({ kind }) => kind === "content").length > 1;
  const classes = [...kinds].map((kind) => `m-${kind}`);
  const title = plain(marks.map(({ told }) => told).join("; "));
  const element = h(
    "mark",
    { class: [...classes, deep && "deep"].filter((name) => name).join(" "), title },
    ...textNodes(segment.text),
  );
  // The shortest is the innermost: a statement inside another is the one that is meant.
  const statement = marks.findLast((mark) => mark.statement !== null)?.statement;
  if (statement) {
    // Who selects words does not choose the statement below them.
    element.addEventListener("click", () => document.getSelection()?.isCollapsed !== false && pick(statement));
  }
  return element;
}
