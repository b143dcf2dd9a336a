/** One article that is to be added: what became of it, and what can be done with it. */

import { name } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { type Child, fill, h } from "../../dom.ts";
import { href } from "../../place.ts";
import { isAbort, toldOf } from "../../problem.ts";
import type { Article } from "../../shapes.ts";
import type { Parcel } from "./parcels.ts";

export interface Report {
  readonly outcome: "loaded" | "replaced" | "unchanged";
  readonly id: string;
  readonly statements: number;
  readonly near_duplicates: readonly string[];
}

type State = "waiting" | "asking" | "found" | "stored" | "failed";
const OUTCOMES = { loaded: "Stored", replaced: "Stored in the place of what was there", unchanged: "Stored before" };

export class Row {
  readonly element = h("li", { class: "parcel" });
  readonly parcel: Parcel;
  article: Article | null = null;
  #state: State = "waiting";
  #told: Child = "waiting";
  readonly #context: Context;
  readonly #show: (row: Row) => void;
  readonly #drop: (row: Row) => void;

  constructor(parcel: Parcel, context: Context, show: (row: Row) => void, drop: (row: Row) => void) {
    this.parcel = parcel;
    this.#context = context;
    this.#show = show;
    this.#drop = drop;
    this.#draw();
  }

  get state(): State {
    return this.#state;
  }

  /** Ask what would be found; nothing is stored. */
  async look(): Promise<void> {
    await this.#ask("reading…", async () => {
      this.article = await this.#post<Article>("extract", {});
      const { statements = 0, demands = 0, positions = 0 } = this.article.counts;
      return ["found", `${statements} statements, ${demands} demands, ${positions} stances`];
    });
  }

  /** Store it. */
  async store(replace: boolean): Promise<void> {
    await this.#ask("storing…", async () => {
      const params = replace ? { replace: "true" } : {};
      const { report, ...article } = await this.#post<Article & { report: Report }>("articles", params);
      this.article = article;
      const others = report.near_duplicates.length;
      const where = href("articles", { article: report.id.replace(/^article\//, "") });
      return [
        "stored",
        [
          h("a", { href: where }, OUTCOMES[report.outcome]),
          report.outcome !== "unchanged" && `: ${report.statements} statements`,
          others > 0 && `; nearly the same as ${others} stored before`,
        ],
      ];
    });
  }

  mark(open: boolean): void {
    this.element.classList.toggle("open", open);
  }

  async #ask(while_: string, work: () => Promise<[State, Child]>): Promise<void> {
    this.#become("asking", while_);
    try {
      this.#become(...(await work()));
    } catch (error) {
      if (!isAbort(error)) this.#become("failed", toldOf(error));
    }
  }

  #post<T>(path: string, more: Readonly<Record<string, string>>): Promise<T> {
    const { type, body, params } = this.parcel;
    // Only what is stored has a place that it comes from.
    const { origin, ...about } = params;
    const sent = path === "articles" ? { ...about, origin, ...more } : about;
    const headers = {
      "content-type": type === "text/plain" && typeof body === "string" ? `${type}; charset=utf-8` : type,
    };
    return this.#context.api.json<T>(path, {
      method: "POST",
      params: sent,
      body,
      headers,
      signal: this.#context.signal,
    });
  }

  #become(state: State, told: Child): void {
    this.#state = state;
    this.#told = told;
    this.#draw();
  }

  #draw(): void {
    const busy = this.#state === "asking";
    this.element.dataset.state = this.#state;
    fill(
      this.element,
      h("span", { class: "label" }, name(this.parcel.label)),
      h("span", { class: this.#state === "failed" ? "told" : "quiet", role: "status" }, this.#told),
      h(
        "span",
        { class: "do" },
        this.article && h("button", { type: "button", onclick: () => this.#show(this) }, "Show"),
        h(
          "button",
          {
            type: "button",
            class: "plain",
            disabled: busy,
            "aria-label": `Take ${this.parcel.label} off the list`,
            onclick: () => this.#drop(this),
          },
          "×",
        ),
      ),
    );
  }
}
