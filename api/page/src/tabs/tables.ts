import "../styles/answers.css";
import "../styles/tables.css";
import { Facets, facetBox } from "../components/facets.ts";
import { problemPanel } from "../components/problem.ts";
import type { Context, Mount, Tab } from "../context.ts";
import { fill, h } from "../dom.ts";
import { href, type Place, type Values } from "../place.ts";
import { isAbort } from "../problem.ts";
import { evidence } from "../tables/evidence.ts";
import { TableFiles } from "../tables/files.ts";
import { type FilterForm, filterForm, filtersIn } from "../tables/filter-form.ts";
import { Grid } from "../tables/grid.ts";
import { type Rows, TABLE, TABLES, type TableName, tableNamed } from "../tables/rows.ts";

const AT_ONCE = 50;
const MOST_AT_ONCE = 1000;
// Filters that all tables share are kept from one to the next.
const SHARED = ["form", "status", "words", "since", "until", "source", "confidence"];
const MOST_ACTORS = 20;
const BEGIN = { open: null, shown: null };

export const mount: Mount = (container, context) => {
  let shown: { name: TableName; view: View } | null = null;
  return {
    show(place: Place): void {
      const name = tableNamed(place.params.get("kind"));
      if (shown?.name !== name) {
        shown?.view.end();
        shown = { name, view: new View(container, context, name) };
      }
      shown.view.show(place);
    },
  };
};

class View implements Tab {
  readonly #context: Context;
  readonly #name: TableName;
  readonly #kinds = h("nav", { class: "table-kinds", "aria-label": "Tables" });
  readonly #filters: FilterForm;
  readonly #summary = h("summary");
  readonly #facets: Facets | null;
  readonly #grid: Grid;
  readonly #files: TableFiles;
  readonly #status = h("div", { class: "list-status", role: "status" });
  readonly #closing = new AbortController();
  #asked = "";
  #asking = new AbortController();
  #next: string | null = null;

  constructor(container: Element, context: Context, name: TableName) {
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    this.#context = { ...context, signal };
    this.#name = name;
    const table = TABLE[name];
    const { router } = context;
    this.#filters = filterForm(this.#context, { ...table, most: MOST_ACTORS });
    const params = (params: URLSearchParams): Values => filtersIn(params, table);
    const { facets: of } = table;
    this.#facets =
      of && name !== "posts" ? new Facets(this.#context, { listing: name, of, params, begin: BEGIN }) : null;
    this.#grid = new Grid({
      table,
      sortBy: (sort) => router.set({ sort: sort === table.sort ? null : sort, open: null, shown: null }),
      open: (open) => router.set({ open }),
      evidence: (row) => evidence(this.#context, row),
    });
    this.#files = new TableFiles(this.#context, {
      table: name,
      rows: () => this.#grid.rows,
      params: () => this.#params(router.place.params),
    });
    fill(
      container,
      h("h1", {}, table.label),
      this.#kinds,
      h(
        "div",
        { class: "table-tools" },
        h("details", { class: "narrowing" }, this.#summary, this.#filters.element),
        this.#files.element,
      ),
      h(
        "div",
        { class: this.#facets ? "faceted" : null },
        this.#facets && facetBox(this.#facets),
        h("div", {}, this.#facets?.chips, this.#grid.element, this.#status),
      ),
    );
  }

  end(): void {
    this.#closing.abort();
    this.#asking.abort();
  }

  show({ params }: Place): void {
    const kept = Object.fromEntries(SHARED.map((key) => [key, params.getAll(key)]));
    fill(
      this.#kinds,
      TABLES.map((name) => {
        const on = name === this.#name;
        const address = href("tables", { ...(name === "posts" ? {} : kept), kind: name });
        return h("a", { href: address, "aria-current": on ? "true" : null }, TABLE[name].label);
      }),
    );
    this.#filters.show(params);
    this.#facets?.show(params);
    const narrowed = Object.values(filtersIn(params, TABLE[this.#name])).filter((values) => values.length).length;
    this.#summary.textContent = narrowed ? `Filters (${narrowed} on)` : "Filters";
    const asked = JSON.stringify(this.#params(params));
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#files.show();
      void this.#begin(params);
    } else this.#grid.show(params.get("open"));
  }

  #params(params: URLSearchParams): Values {
    const table = TABLE[this.#name];
    return { ...filtersIn(params, table), sort: params.get("sort") ?? table.sort };
  }

  async #begin(params: URLSearchParams): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const asked = this.#params(params);
    this.#grid.begin(String(asked.sort));
    this.#grid.tell(TABLE[this.#name].told);
    // As many as were shown when the address was shared.
    const limit = Math.min(MOST_AT_ONCE, Math.max(AT_ONCE, Number(params.get("shown")) || 0));
    await this.#load((signal) => this.#context.api.json<Rows>(this.#name, { params: { ...asked, limit }, signal }));
  }

  async #more(address: string): Promise<void> {
    const url = new URL(address, location.origin);
    url.searchParams.set("limit", String(AT_ONCE));
    await this.#load((signal) => this.#context.api.json<Rows>(`${url.pathname}${url.search}`, { signal }));
    this.#context.router.set({ shown: this.#grid.rows.length }, { replace: true });
  }

  async #load(ask: (signal: AbortSignal) => Promise<Rows>): Promise<void> {
    const signal = AbortSignal.any([this.#asking.signal, this.#context.signal]);
    fill(this.#status, h("span", { class: "loading" }, "Loading…"));
    try {
      const { items, total, next } = await ask(signal);
      if (signal.aborted) return;
      this.#grid.add(items);
      this.#next = next;
      this.#tell(total);
      this.#grid.show(this.#context.router.place.params.get("open"));
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.#status,
          problemPanel(error, () => this.#load(ask)),
        );
    }
  }

  #tell(total: number): void {
    const { params } = this.#context.router.place;
    const narrowed = Object.values(filtersIn(params, TABLE[this.#name])).some((values) => values.length);
    const none = narrowed ? "Nothing here. Are the filters too narrow?" : "Nothing here yet: it comes with articles.";
    const [shown, next] = [this.#grid.rows.length, this.#next];
    const count = `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}`;
    this.#grid.tell(`${TABLE[this.#name].told}: ${count}`);
    fill(
      this.#status,
      total === 0 ? h("p", { class: "empty" }, none) : `${count} shown `,
      next !== null && h("button", { type: "button", onclick: () => this.#more(next) }, "More"),
    );
  }
}
