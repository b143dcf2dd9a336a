/** A table of the page: heads that sort, rows that open their evidence; on a phone each row is a card. */

import { type Child, fill, h } from "../dom.ts";
import { keyOf, type Row, type Table } from "./rows.ts";

export interface GridOptions {
  readonly table: Table;
  readonly sortBy: (sort: string) => void;
  readonly open: (key: string | null) => void;
  readonly evidence: (row: Row) => Child;
}

export class Grid {
  readonly element: HTMLElement;
  readonly #options: GridOptions;
  readonly #caption = h("caption");
  readonly #heads = new Map<string, HTMLElement>();
  readonly #choice: HTMLSelectElement;
  // The roles are told once more: a row that is laid out as a card would lose its own.
  readonly #body = h("tbody", { role: "rowgroup" });
  readonly #rows = new Map<string, { row: Row; line: HTMLElement; button: HTMLElement }>();
  #open: { key: string; line: HTMLElement } | null = null;
  #sort = "";

  constructor(options: GridOptions) {
    this.#options = options;
    const { table, sortBy } = options;
    for (const { key, label } of table.columns) {
      const button = h("button", { type: "button", class: "plain", onclick: () => sortBy(this.#turned(key)) }, label);
      this.#heads.set(key, h("th", { scope: "col", role: "columnheader" }, button));
    }
    this.#choice = h(
      "select",
      { id: "sort-rows", onchange: () => sortBy(this.#choice.value) },
      table.columns.flatMap(({ key, label }) => [
        h("option", { value: key }, `${label} ↑`),
        h("option", { value: `-${key}` }, `${label} ↓`),
      ]),
    );
    const evidence = h(
      "th",
      { scope: "col", role: "columnheader" },
      h("span", { class: "visually-hidden" }, "Evidence"),
    );
    const heads = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, evidence, ...this.#heads.values()));
    this.element = h(
      "div",
      { class: "grid" },
      h("div", { class: "sort-choice" }, h("label", { for: "sort-rows" }, "Sorted by"), this.#choice),
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": table.label },
        h("table", { role: "table" }, this.#caption, heads, this.#body),
      ),
    );
  }

  get rows(): readonly Row[] {
    return [...this.#rows.values()].map(({ row }) => row);
  }

  /** Begin anew, in an order. */
  begin(sort: string): void {
    this.#sort = sort;
    this.#rows.clear();
    this.#open = null;
    fill(this.#body);
    this.#choice.value = sort;
    for (const [key, head] of this.#heads) {
      if (key === sort.replace(/^-/, ""))
        head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  tell(told: string): void {
    fill(this.#caption, told);
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const key = keyOf(row);
      const button = h(
        "button",
        { type: "button", class: "plain", "aria-expanded": "false", onclick: () => this.#toggle(key) },
        h("span", { "aria-hidden": "true" }, "▸"),
        h("span", { class: "visually-hidden" }, "Evidence"),
      );
      const cells = this.#options.table.columns.map(({ label, cell, number }, index) => {
        const attributes = { "data-label": label, class: number ? "number" : null };
        return index
          ? h("td", { ...attributes, role: "cell" }, cell(row))
          : h("th", { ...attributes, scope: "row", role: "rowheader" }, cell(row));
      });
      const line = h("tr", { role: "row" }, h("td", { class: "opens", role: "cell" }, button), ...cells);
      line.addEventListener("click", ({ target }) => {
        // Who marks words to copy them does not mean to open the row.
        if (target instanceof Element && !target.closest("a, button") && !getSelection()?.toString()) this.#toggle(key);
      });
      this.#rows.set(key, { row, line, button });
      this.#body.append(line);
    }
  }

  /** Open the row of this key below itself, close the one that was open. */
  show(key: string | null): void {
    if (this.#open?.key === key) return;
    this.#open?.line.remove();
    if (this.#open) this.#rows.get(this.#open.key)?.button.setAttribute("aria-expanded", "false");
    this.#open = null;
    const found = key === null ? undefined : this.#rows.get(key);
    if (!found || key === null) return;
    const span = this.#options.table.columns.length + 1;
    const cell = h("td", { colspan: span, role: "cell" }, this.#options.evidence(found.row));
    const line = h("tr", { class: "evidence-row", role: "row" }, cell);
    found.line.after(line);
    found.button.setAttribute("aria-expanded", "true");
    this.#open = { key, line };
  }

  #toggle(key: string): void {
    this.#options.open(this.#open?.key === key ? null : key);
  }

  #turned(key: string): string {
    return this.#sort === key ? `-${key}` : key;
  }
}
