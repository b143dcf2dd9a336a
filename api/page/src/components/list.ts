/** A list that comes page by page, says how far it is, and tells its errors. */

import { type Child, fill, h } from "../dom.ts";
import { isAbort } from "../problem.ts";
import type { Page } from "../shapes.ts";
import { problemPanel } from "./problem.ts";

export interface ListOptions<Item> {
  /** Ask for the first page. */
  readonly first: (signal: AbortSignal) => Promise<Page<Item>>;
  /** Ask for the page at an address that the service named as the next. */
  readonly next: (address: string, signal: AbortSignal) => Promise<Page<Item>>;
  readonly row: (item: Item) => Child;
  readonly empty: string;
  /** How many there are, where that is known: said beside how many are shown. */
  readonly total?: number;
  readonly label: string;
  readonly signal: AbortSignal;
  readonly loaded?: (items: readonly Item[]) => void;
}

export function pagedList<Item>(options: ListOptions<Item>): HTMLElement {
  const list = h("ol", { class: "list", "aria-label": options.label });
  const status = h("div", { class: "list-status", role: "status" });
  const element = h("div", { class: "paged" }, list, status);
  let count = 0;
  const load = async (ask: (signal: AbortSignal) => Promise<Page<Item>>): Promise<void> => {
    fill(status, h("span", { class: "loading" }, "Loading…"));
    try {
      const page = await ask(options.signal);
      for (const item of page.items) list.append(h("li", {}, options.row(item)));
      count += page.items.length;
      options.loaded?.(page.items);
      const { next } = page;
      const more =
        next !== null &&
        h("button", { type: "button", onclick: () => load((signal) => options.next(next, signal)) }, "More");
      fill(status, told(count, next !== null, options), more);
    } catch (error) {
      if (!isAbort(error))
        fill(
          status,
          problemPanel(error, () => load(ask)),
        );
    }
  };
  void load(options.first);
  return element;
}

function told<Item>(count: number, more: boolean, { total, empty }: ListOptions<Item>): Child {
  if (count === 0) return h("p", { class: "empty" }, empty);
  if (total !== undefined && total >= count) return `${count} of ${total} shown `;
  return more ? `${count} shown, there are more ` : `all ${count} shown`;
}
