import "../styles/sparql.css";
import { problemPanel } from "../components/problem.ts";
import type { Context, Mount, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Place } from "../place.ts";
import { isAbort, toldOf } from "../problem.ts";
import { save } from "../save.ts";
import { PREFIXES } from "../vocabulary.ts";
import { type Answer, ask, download, FORMATS } from "./sparql/answer.ts";
import { completions } from "./sparql/completion.ts";
import { editor } from "./sparql/editor.ts";
import { catalogue, type Example, SHORT } from "./sparql/examples.ts";
import { table } from "./sparql/table.ts";

export const mount: Mount = (container, context) => new Sparql(container, context);

class Sparql implements Tab {
  readonly #context: Context;
  readonly #editor: ReturnType<typeof editor>;
  readonly #run = h("button", { type: "button", class: "main", onclick: () => this.#ask() }, "Run");
  readonly #stop = h("button", { type: "button", disabled: true, onclick: () => this.#asking.abort() }, "Stop");
  readonly #status = h("span", { class: "quiet", role: "status" });
  readonly #result = h("section", { class: "answer", "aria-label": "Answer" });
  #asking = new AbortController();
  #drawing = new AbortController();
  #answer: { query: string; answer: Answer } | null = null;
  #shown = "";

  constructor(container: Element, context: Context) {
    this.#context = context;
    const { api, settings, signal } = context;
    this.#editor = editor(() => this.#ask(), completions(api, settings.base, signal));
    this.#editor.element.className = "editor";
    signal.addEventListener("abort", () => this.#asking.abort());
    fill(
      container,
      h("h1", {}, "SPARQL"),
      h("div", { class: "tools" }, this.#examples(), prefixes()),
      this.#editor.element,
      h(
        "div",
        { class: "buttons" },
        this.#run,
        this.#stop,
        h("span", { class: "hint" }, "Ctrl+Enter runs"),
        this.#status,
      ),
      this.#result,
    );
  }

  show({ params }: Place): void {
    const query = params.get("query");
    const view = params.get("view") ?? "";
    if (query === null) {
      if (!this.#editor.text) this.#editor.text = SHORT[0]?.text ?? "";
      return;
    }
    if (query !== this.#answer?.query) {
      this.#editor.text = query;
      void this.#send(query);
    } else if (view !== this.#shown) this.#draw();
  }

  #examples(): HTMLElement {
    const select = h("select", { "aria-label": "Examples" }, h("option", { value: "" }, "Examples…"));
    const all: Example[] = [];
    const add = (label: string, examples: readonly Example[]): void => {
      const options = examples.map((example) => h("option", { value: all.push(example) - 1 }, example.label));
      select.append(h("optgroup", { label }, options));
    };
    add("To begin with", SHORT);
    select.addEventListener("change", () => {
      this.#editor.text = all[Number(select.value)]?.text ?? this.#editor.text;
      select.value = "";
      this.#editor.focus();
    });
    catalogue(this.#context.api, this.#context.signal)
      .then((examples) => add("The questions of the catalogue", examples))
      .catch((error: unknown) => isAbort(error) || this.#context.toast(toldOf(error), "error"));
    return select;
  }

  #ask(): void {
    const query = this.#editor.text;
    if (!query.trim()) return;
    this.#answer = null;
    if (this.#context.router.place.params.get("query") === query) void this.#send(query);
    else this.#context.router.set({ query, view: null });
  }

  async #send(query: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#stop.disabled = false;
    this.#status.textContent = "Asking…";
    const begun = performance.now();
    try {
      const answer = await ask(this.#context.api, query, signal);
      this.#answer = { query, answer };
      this.#status.textContent = `${told(answer)} in ${((performance.now() - begun) / 1000).toFixed(2)} s`;
      this.#draw();
    } catch (error) {
      if (signal.aborted && this.#asking.signal !== signal) return;
      this.#status.textContent = isAbort(error) ? "Stopped" : "";
      fill(this.#result, !isAbort(error) && problemPanel(error), !isAbort(error) && this.#place(error));
    }
    this.#stop.disabled = true;
  }

  /** Lead to the line and column that the service complains of. */
  #place(error: unknown): Child {
    const [, line, column] = /line (\d+), column (\d+)/.exec(toldOf(error)) ?? [];
    if (line === undefined || column === undefined) return null;
    const go = (): void => this.#editor.point(Number(line), Number(column));
    return h("button", { type: "button", onclick: go }, `Go to line ${line}, column ${column}`);
  }

  #draw(): void {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    if (!this.#answer) return;
    const { query, answer } = this.#answer;
    const { router, settings, signal } = this.#context;
    this.#shown = router.place.params.get("view") ?? "";
    const graph = this.#shown === "graph" && answer.kind === "triples";
    const body = h("div");
    const view = (label: string, value: string | null, on: boolean): HTMLElement =>
      h("button", { type: "button", "aria-pressed": String(on), onclick: () => router.set({ view: value }) }, label);
    fill(
      this.#result,
      answer.kind !== "boolean" &&
        h(
          "div",
          { class: "views" },
          view("Table", null, !graph),
          answer.kind === "triples" ? view("Graph", "graph", graph) : null,
          this.#downloads(query, answer.kind),
        ),
      body,
    );
    if (answer.kind === "boolean") fill(body, h("p", { class: "boolean" }, answer.value ? "Yes" : "No"));
    else if (answer.kind === "bindings") {
      const rows = answer.rows.map((row) => answer.variables.map((variable) => row[variable]));
      fill(body, table({ heads: answer.variables, rows }, settings.base));
    } else if (!graph)
      fill(body, table({ heads: ["subject", "property", "value"], rows: answer.triples }, settings.base));
    else {
      const drawing = AbortSignal.any([this.#drawing.signal, signal]);
      import("./sparql/picture.ts")
        .then(({ picture }) => drawing.aborted || fill(body, picture(answer.triples, settings.base, drawing)))
        .catch((error: unknown) => fill(body, problemPanel(error)));
    }
  }

  #downloads(query: string, kind: keyof typeof FORMATS): HTMLElement {
    const { api, signal, toast } = this.#context;
    const select = h(
      "select",
      { "aria-label": "Download" },
      h("option", { value: "" }, "Download…"),
      Object.keys(FORMATS[kind]).map((ending) => h("option", { value: ending }, ending)),
    );
    select.addEventListener("change", async () => {
      const ending = select.value;
      select.value = "";
      const accept = Object.entries(FORMATS[kind]).find(([name]) => name === ending)?.[1];
      if (accept === undefined) return;
      try {
        save(await download(api, query, accept, signal), `answer.${ending}`);
      } catch (error) {
        if (!isAbort(error)) toast(toldOf(error), "error");
      }
    });
    return select;
  }
}

function told(answer: Answer): string {
  if (answer.kind === "bindings") return `${answer.rows.length.toLocaleString()} rows`;
  return answer.kind === "triples" ? `${answer.triples.length.toLocaleString()} triples` : "An answer";
}

function prefixes(): HTMLElement {
  const rows = Object.entries(PREFIXES).map(([prefix, iri]) => h("li", {}, h("code", {}, `${prefix}:`), ` ${iri}`));
  const hint = h("p", { class: "hint" }, "These need no PREFIX.");
  return h(
    "details",
    { class: "prefixes" },
    h("summary", {}, "Prefixes"),
    hint,
    h("ul", { class: "plain-list" }, rows),
  );
}
