/** A box with results while typing, for mouse and keyboard (the ARIA pattern of a combobox with a list). */

import { type Child, fill, h } from "../dom.ts";
import { isAbort, toldOf } from "../problem.ts";
import { Working } from "./working.ts";

export interface Hit {
  readonly row: Child;
  readonly pick: () => void;
}

export interface HitGroup {
  readonly label: string;
  readonly hits: readonly Hit[];
}

export interface SearchOptions {
  readonly label: string;
  readonly placeholder?: string;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly HitGroup[]>;
  readonly signal: AbortSignal;
  /** Called with each text that was searched for. */
  readonly searched?: (text: string) => void;
  readonly clearAfter?: boolean;
  /** What Enter does with the text where no result was walked to; without it the first result is taken. */
  readonly enter?: (text: string) => void;
}

const PAUSE_MS = 150;
let boxes = 0;

export class SearchBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #options: SearchOptions;
  readonly #list: HTMLElement;
  readonly #working = new Working();
  readonly #status = h("span", { class: "visually-hidden", role: "status" });
  #hits: readonly { hit: Hit; option: HTMLElement }[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();

  constructor(options: SearchOptions) {
    this.#options = options;
    const id = `search-${++boxes}`;
    this.#list = h("div", {
      id: `${id}-list`,
      class: "hits",
      role: "listbox",
      "aria-label": options.label,
      hidden: true,
    });
    this.input = h("input", {
      id,
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: options.placeholder,
      "aria-label": options.label,
      "aria-expanded": "false",
      "aria-controls": `${id}-list`,
      "aria-autocomplete": "list",
      oninput: () => this.#typed(),
      onkeydown: (event: KeyboardEvent) => this.#key(event),
      onfocus: () => this.#hits.length && this.#open(true),
    });
    this.element = h("div", { class: "search" }, this.input, this.#working.element, this.#list, this.#status);
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.#open(false);
    });
  }

  /** Search for a text as if it had been typed. */
  set(text: string): void {
    // The blank at the end of what is being typed is not told in the address, and stays.
    if (this.input.value.trim() === text.trim()) return;
    this.input.value = text;
    this.#working.begin("Searching…");
    void this.#search();
  }

  #typed(): void {
    clearTimeout(this.#timer);
    // What was walked to belongs to other words.
    this.#mark(-1);
    this.#working.begin("Searching…");
    this.#timer = setTimeout(() => this.#search(), PAUSE_MS);
  }

  async #search(): Promise<void> {
    const text = this.input.value.trim();
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#options.searched?.(text);
    if (!text) {
      this.#working.end();
      this.#show([]);
      this.#open(false);
      return;
    }
    try {
      const groups = await this.#options.search(text, AbortSignal.any([signal, this.#options.signal]));
      if (!signal.aborted) this.#show(groups);
    } catch (error) {
      if (isAbort(error)) return;
      this.#show([]);
      fill(this.#list, h("div", { class: "told", role: "option", "aria-disabled": "true" }, toldOf(error)));
      this.#open(true);
    } finally {
      // A newer search goes on.
      if (!signal.aborted) this.#working.end();
    }
  }

  #show(groups: readonly HitGroup[]): void {
    const filled = groups.filter(({ hits }) => hits.length);
    const shown: { hit: Hit; option: HTMLElement }[] = [];
    const parts = filled.map(({ label, hits }, group) => {
      const options = hits.map((hit) => {
        const option = h(
          "div",
          { id: `${this.#list.id}-${shown.length}`, role: "option", "aria-selected": "false" },
          hit.row,
        );
        // The press, not the click: by then the box has lost its focus and the list is gone.
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => this.#pick(hit));
        shown.push({ hit, option });
        return option;
      });
      const head = h("div", { id: `${this.#list.id}-group-${group}`, class: "hits-head" }, label);
      return h("div", { role: "group", "aria-labelledby": head.id }, head, options);
    });
    const none = h("div", { class: "empty", role: "option", "aria-disabled": "true" }, "Nothing found");
    fill(this.#list, parts.length ? parts : none);
    this.#hits = shown;
    this.#active = -1;
    this.#status.textContent = `${shown.length} results`;
    this.#open(true);
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (!open) this.#mark(-1);
  }

  #mark(index: number): void {
    this.#hits[this.#active]?.option.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#hits[index]?.option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent): void {
    const last = this.#hits.length - 1;
    if (event.key === "Escape") this.#open(false);
    else if (event.key === "Enter" && this.#options.enter && this.#active < 0) this.#enter(this.#options.enter);
    else if (event.key === "Enter" && last >= 0 && !this.#list.hidden)
      this.#pick(this.#hits[Math.max(0, this.#active)]?.hit);
    else if (event.key === "ArrowDown" && last >= 0) {
      this.#open(true);
      this.#mark(this.#active >= last ? 0 : this.#active + 1);
    } else if (event.key === "ArrowUp" && last >= 0) this.#mark(this.#active <= 0 ? last : this.#active - 1);
    else return;
    event.preventDefault();
  }

  #enter(enter: (text: string) => void): void {
    const text = this.input.value.trim();
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#working.end();
    this.#open(false);
    if (text) enter(text);
  }

  #pick(hit: Hit | undefined): void {
    if (!hit) return;
    if (this.#options.clearAfter) {
      this.input.value = "";
      this.#show([]);
    }
    this.#open(false);
    hit.pick();
  }
}
