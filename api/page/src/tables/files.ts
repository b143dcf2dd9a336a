/** What can be taken away of a table: copied, or downloaded in every format of the service. */

import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Values } from "../place.ts";
import { isAbort, toldOf } from "../problem.ts";
import { save } from "../save.ts";
import { type Cells, copy, csv, tsv } from "./delimited.ts";
import { FOR_EXCEL, FORMATS } from "./formats.ts";
import { plainCell, type Row, type Rows, TABLE, type TableName } from "./rows.ts";

const AT_ONCE = 1000;
// What a page can hold in memory without a thought.
const MOST = 20_000;
const MORE_COLUMNS = ["sentence", "identifier", "statement"];

export interface FilesOptions {
  readonly rows: () => readonly Row[];
  /** What is asked for at present. */
  readonly params: () => Values;
  readonly table: TableName;
}

export class TableFiles {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #options: FilesOptions;
  readonly #excel = h("input", { type: "checkbox", name: "excel", onchange: () => this.show() });
  readonly #links = h("div");

  constructor(context: Context, options: FilesOptions) {
    this.#context = context;
    this.#options = options;
    const { label } = TABLE[options.table];
    const make = (text: string, ending: "csv" | "jsonl"): HTMLElement =>
      h("li", {}, h("button", { type: "button", onclick: () => this.#download(ending) }, text));
    const menu = h(
      "div",
      { class: "table-menu" },
      h("label", {}, this.#excel, " For Excel: nothing that looks like a formula is computed"),
      h("h3", {}, "This table, all pages"),
      h("ul", { class: "plain-list" }, make(`${label} as CSV`, "csv"), make(`${label} as JSON lines`, "jsonl")),
      this.#links,
    );
    this.element = h(
      "div",
      { class: "table-files" },
      h("button", { type: "button", onclick: () => this.#copy() }, "Copy"),
      h("details", {}, h("summary", {}, "Download"), menu),
    );
  }

  /** Offer what is shown. */
  show(): void {
    const { table, params } = this.#options;
    if (table === "posts") return;
    const excel = this.#excel.checked;
    const told = table === "statements" ? "The statements" : "The statements that say so";
    const link = (format: string, label: string): Child => {
      const safe = excel && FOR_EXCEL.has(format) ? { "excel-safe": "true" } : {};
      const address = this.#context.api.address(`${table}.${format}`, { ...params(), ...safe });
      return h("li", {}, h("a", { href: address, download: "" }, label));
    };
    fill(
      this.#links,
      h("h3", {}, `${told}, with all that is known of them`),
      h("p", { class: "hint" }, "The first 10,000 in the order of the table; narrow the filters to have others."),
      Object.entries(FORMATS).map(([group, formats]) => [
        h("h4", {}, group),
        h(
          "ul",
          { class: "plain-list formats" },
          Object.entries(formats).map(([name, label]) => link(name, label)),
        ),
      ]),
    );
  }

  #columns(rows: readonly Row[]): { keys: string[]; heads: string[] } {
    const { columns } = TABLE[this.#options.table];
    const more = MORE_COLUMNS.filter((key) => rows.some((row) => row[key] !== undefined));
    return {
      keys: [...columns.map(({ key }) => key), ...more],
      heads: [...columns.map(({ label }) => label), ...more],
    };
  }

  #cells(rows: readonly Row[], named: "keys" | "heads"): Cells {
    const columns = this.#columns(rows);
    return [columns[named], ...rows.map((row) => columns.keys.map((key) => plainCell(row, key)))];
  }

  async #copy(): Promise<void> {
    const { toast } = this.#context;
    const rows = this.#options.rows();
    try {
      await copy(tsv(this.#cells(rows, "heads"), this.#excel.checked));
      toast(`Copied, as shown: ${rowsTold(rows.length)}`);
    } catch (error) {
      toast(toldOf(error), "error");
    }
  }

  async #download(ending: "csv" | "jsonl"): Promise<void> {
    const { toast } = this.#context;
    const { table } = this.#options;
    try {
      const { rows, total } = await this.#all();
      const text = ending === "csv" ? csv(this.#cells(rows, "keys"), this.#excel.checked) : this.#lines(rows);
      save(
        new Blob([text], { type: ending === "csv" ? "text/csv;charset=utf-8" : "application/jsonl" }),
        `${table}.${ending}`,
      );
      const all =
        rows.length < total ? ` of ${total.toLocaleString("en")}: the first, narrow the filters for the others` : "";
      toast(`${rowsTold(rows.length)}${all}`);
    } catch (error) {
      if (!isAbort(error)) toast(toldOf(error), "error");
    }
  }

  #lines(rows: readonly Row[]): string {
    return rows.map(({ card, ...row }) => `${JSON.stringify(row)}\n`).join("");
  }

  async #all(): Promise<{ rows: readonly Row[]; total: number }> {
    const { api, signal } = this.#context;
    const { table, params } = this.#options;
    let page = await api.json<Rows>(table, { params: { ...params(), limit: AT_ONCE }, signal });
    const rows = [...page.items];
    while (page.next !== null && rows.length < MOST) {
      page = await api.json<Rows>(page.next, { signal });
      rows.push(...page.items);
    }
    return { rows, total: page.total };
  }
}

function rowsTold(count: number): string {
  return count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
}
