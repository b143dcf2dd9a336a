/** Selecting words in the article: what is selected, and the small bar beside it that says what can be made of it. */

import { fill, h } from "../dom.ts";
import { snapped, type Units } from "./selecting.ts";

export interface Making {
  readonly label: string;
  readonly make: (selected: Units) => void;
}

/** Return the bar; `makings` says what a selection may become just now. It belongs into `body`, which is positioned. */
export function selectionBar(body: HTMLElement, makings: () => readonly Making[], signal: AbortSignal): HTMLElement {
  const bar = h("div", { class: "selection-bar", role: "toolbar", "aria-label": "The selected words", hidden: true });
  // A press on the bar must not take away what it is about.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  const hide = (): void => {
    bar.hidden = true;
  };
  const show = (): void => {
    const found = selectedIn(body);
    if (!found) {
      hide();
      return;
    }
    const { units, box } = found;
    const frame = body.getBoundingClientRect();
    bar.hidden = false;
    fill(
      bar,
      makings().map(({ label, make }) => {
        const press = (): void => {
          hide();
          document.getSelection()?.removeAllRanges();
          make(units);
        };
        return h("button", { type: "button", onclick: press }, label);
      }),
    );
    const left = Math.min(box.left - frame.left, frame.width - bar.offsetWidth);
    bar.style.setProperty("--left", `${Math.round(Math.max(0, left))}px`);
    bar.style.setProperty("--top", `${Math.round(box.bottom - frame.top + 6)}px`);
  };
  let waiting = 0;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(show, 60);
  };
  document.addEventListener("selectionchange", soon, { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") hide();
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      const found = selectedIn(body);
      if (!found) return;
      event.preventDefault();
      hide();
      makings()[0]?.make(found.units);
    },
    { signal },
  );
  return bar;
}

function selectedIn(body: HTMLElement): { units: Units; box: DOMRect } | null {
  const selection = document.getSelection();
  const text = body.querySelector<HTMLElement>(".text");
  if (!selection?.rangeCount || selection.isCollapsed || !text) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const whole = originalText(text);
  const at = (node: Node, offset: number): number => {
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(node, offset);
    return originalText(before.cloneContents()).length;
  };
  const units = snapped(whole, [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)]);
  return units && { units, box: range.getBoundingClientRect() };
}

/** Return the text that an element shows: a sign that stands for an invisible character is one character. */
function originalText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.classList.contains("control")) return " ";
  return [...node.childNodes].map(originalText).join("");
}
