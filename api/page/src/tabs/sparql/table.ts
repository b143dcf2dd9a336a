/** An answer as a table: sorted by a click on a head, some hundred rows at a time. */

import { type Child, fill, h } from "../../dom.ts";
import { cell, isNumber, type Term } from "./terms.ts";

const AT_ONCE = 200;

export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (Term | undefined)[])[];
}

export function table({ heads, rows }: Table, base: string): HTMLElement {
  const body = h("tbody");
  const status = h("div", { class: "list-status", role: "status" });
  const buttons = heads.map((head, column) =>
    h("button", { type: "button", class: "plain", onclick: () => sort(column) }, head),
  );
  const columns = buttons.map((button) => h("th", { scope: "col" }, button));
  let ordered = rows;
  let shown = 0;
  let by: { column: number; down: boolean } | null = null;
  const more = (): void => {
    for (const row of ordered.slice(shown, shown + AT_ONCE)) {
      body.append(
        h(
          "tr",
          {},
          row.map((term) => h("td", { class: term && isNumber(term) ? "number" : null }, cell(term, base))),
        ),
      );
    }
    shown = Math.min(ordered.length, shown + AT_ONCE);
    const rest: Child = shown < ordered.length && h("button", { type: "button", onclick: more }, "More");
    fill(status, `${shown.toLocaleString()} of ${ordered.length.toLocaleString()} rows shown `, rest);
  };
  const sort = (column: number): void => {
    by = { column, down: by?.column === column && !by.down };
    ordered = rows.toSorted((one, other) => (by?.down ? -1 : 1) * compare(one[column], other[column]));
    for (const [index, head] of columns.entries()) {
      if (index === column) head.setAttribute("aria-sort", by.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    fill(body);
    shown = 0;
    more();
  };
  more();
  return h(
    "div",
    {},
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Rows" },
      h("table", {}, h("thead", {}, h("tr", {}, columns)), body),
    ),
    status,
  );
}

function compare(one: Term | undefined, other: Term | undefined): number {
  if (!one || !other) return Number(!one) - Number(!other);
  if (isNumber(one) && isNumber(other)) return Number(one.value) - Number(other.value);
  return one.value < other.value ? -1 : Number(one.value > other.value);
}
