/** A desk: one thing at a time out of a queue, decided with a key or a button, the next at once, and undone again. */

import { problemPanel } from "../../components/problem.ts";
import type { Context } from "../../context.ts";
import { type Child, fill, h } from "../../dom.ts";
import { isAbort, toldOf } from "../../problem.ts";
import type { QueuePage } from "./shapes.ts";

/** A decision: what to tell of it, how it is sent, and how it is taken back by what sending it answered. */
export interface Decision {
  readonly told: string;
  readonly send: () => Promise<{ readonly id: string }>;
  readonly takeBack: (id: string) => Promise<unknown>;
}

export interface Action<Item> {
  readonly key: string;
  readonly label: string;
  readonly main?: boolean;
  /** Decide at once, or open a form that calls `decided` later. */
  readonly act: (item: Item, decided: (decision: Decision) => void) => Decision | HTMLElement;
}

export interface Work<Item> {
  readonly label: string;
  readonly empty: string;
  readonly ask: (limit: number, signal: AbortSignal) => Promise<QueuePage<Item>>;
  readonly id: (item: Item) => string;
  readonly view: (item: Item) => Child;
  readonly actions: readonly Action<Item>[];
}

const AT_ONCE = 30;
// With so many left the next are asked for, so that nobody waits for them.
const FEW = 6;
const SKIP = "s";
const UNDO = "u";
// Single letters may be in the way of speech input: they can be switched off, and stay so.
const KEYS = "sayso-review-keys";
// What was put off stays so when the page is loaded anew, until the rest is done.
const LATER = "sayso-review-later";
const MOST_LATER = 500;

interface Done<Item> {
  readonly item: Item;
  readonly decision: Decision;
  readonly sent: Promise<{ readonly id: string } | null>;
  /** Whether the service has it. */
  kept: boolean;
}

export class Desk<Item> {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #work: Work<Item>;
  readonly #signal: AbortSignal;
  readonly #place = h("div", { class: "desk-item", tabindex: -1, role: "region" });
  readonly #bar = h("div", { class: "desk-bar" });
  readonly #progress = h("progress", { max: 1, value: 0, "aria-hidden": "true" });
  readonly #count = h("span", { role: "status" });
  readonly #keys = h("input", { type: "checkbox", checked: localStorage.getItem(KEYS) !== "off" });
  readonly #last = h("p", { class: "desk-last quiet", role: "status" });
  readonly #done: Done<Item>[] = [];
  /** Not to be shown again: decided here (the service may not have it yet), or put off. */
  readonly #gone = new Set<string>();
  readonly #skipped: Set<string>;
  #waiting: Item[] = [];
  #left = 0;
  #form: HTMLElement | null = null;

  constructor(work: Work<Item>, context: Context, signal: AbortSignal) {
    this.#work = work;
    this.#context = context;
    this.#signal = signal;
    this.#place.setAttribute("aria-label", work.label);
    this.#skipped = putOff();
    this.element = h(
      "div",
      { class: "desk" },
      h("div", { class: "desk-progress" }, this.#progress, this.#count, h("label", {}, this.#keys, " keys")),
      this.#place,
      this.#bar,
      this.#last,
    );
    this.#keys.addEventListener("change", () => localStorage.setItem(KEYS, this.#keys.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    void this.#load(false);
  }

  get #current(): Item | undefined {
    return this.#waiting[0];
  }

  async #load(focus: boolean): Promise<void> {
    fill(this.#place, h("p", { class: "loading" }, "Loading…"));
    try {
      // What was put off or is on its way still comes first in the queue: more is asked for.
      const page = await this.#work.ask(AT_ONCE + this.#gone.size + this.#skipped.size, this.#signal);
      const fresh = page.items.filter((item) => !this.#known(item));
      this.#left = page.total - page.items.filter((item) => this.#gone.has(this.#work.id(item))).length;
      if (!fresh.length && this.#skipped.size) {
        this.#skipped.clear();
        keepOff(this.#skipped);
        this.#waiting = page.items.filter((item) => !this.#known(item));
      } else this.#waiting = fresh;
      this.#show(focus);
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.#place,
          problemPanel(error, () => this.#load(focus)),
        );
    }
  }

  async #refill(): Promise<void> {
    try {
      const page = await this.#work.ask(AT_ONCE + this.#gone.size + this.#skipped.size, this.#signal);
      const there = new Set(this.#waiting.map((item) => this.#work.id(item)));
      this.#waiting.push(...page.items.filter((item) => !this.#known(item) && !there.has(this.#work.id(item))));
    } catch {
      // What is not there by then is asked for again, and a failure told.
    }
  }

  #known(item: Item): boolean {
    const id = this.#work.id(item);
    return this.#gone.has(id) || this.#skipped.has(id);
  }

  #show(focus: boolean): void {
    this.#form = null;
    this.#bar.hidden = false;
    const item = this.#current;
    fill(this.#place, item === undefined ? h("p", { class: "empty" }, this.#work.empty) : this.#work.view(item));
    this.#draw();
    if (focus) this.#place.focus();
  }

  #draw(): void {
    const made = this.#done.length;
    const all = made + this.#left;
    this.#progress.max = Math.max(1, all);
    this.#progress.value = made;
    this.#count.textContent = `${made} of ${all} decided`;
    const item = this.#current;
    const button = (label: string, key: string, run: () => void, main = false, off = false): HTMLElement =>
      h(
        "button",
        { type: "button", class: main ? "main" : null, onclick: run, disabled: off, "aria-keyshortcuts": key },
        label,
        " ",
        h("kbd", { "aria-hidden": "true" }, key),
      );
    const actions = this.#work.actions.map((action) =>
      button(action.label, action.key, () => this.#act(action), action.main, item === undefined || !this.#writable),
    );
    fill(
      this.#bar,
      actions,
      button("Later", SKIP, () => this.#skip(), false, item === undefined),
      button("Undo", UNDO, () => this.#undo(), false, !made),
    );
    this.#tellLast();
  }

  /** Tell what was decided last, and whether the service has it yet: a merge takes seconds. */
  #tellLast(): void {
    const last = this.#done.at(-1);
    const saving = this.#done.filter(({ kept }) => !kept).length;
    const more = saving > 1 ? ` (${saving} are being saved)` : "";
    this.#last.textContent = !last
      ? ""
      : last.kept
        ? `${last.decision.told}${more}`
        : `Saving… ${last.decision.told}${more}`;
  }

  get #writable(): boolean {
    return this.#context.settings.writable;
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.key === "Escape" && this.#form) {
      this.#show(true);
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (!this.#keys.checked || target?.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    const action = this.#work.actions.find(({ key }) => key === event.key);
    if (event.key === UNDO) void this.#undo();
    else if (this.#current === undefined || this.#form) return;
    else if (action && !this.#writable) return;
    else if (event.key === SKIP) this.#skip();
    else if (action) void this.#act(action);
    else return;
    event.preventDefault();
  }

  async #act(action: Action<Item>): Promise<void> {
    const item = this.#current;
    if (item === undefined || !(await this.#mayDecide())) return;
    const made = action.act(item, (decision) => this.#decide(item, decision));
    if (!(made instanceof HTMLElement)) {
      this.#decide(item, made);
      return;
    }
    this.#form?.remove();
    this.#form = made;
    this.#bar.hidden = true;
    this.#place.append(made);
    made.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  async #mayDecide(): Promise<boolean> {
    const { session, settings, signIn, toast } = this.#context;
    if (session.signedIn) return true;
    if (settings.writable) return signIn();
    toast("This service is read-only: it has no keys, so nobody can decide here.", "error");
    return false;
  }

  #decide(item: Item, decision: Decision): void {
    const id = this.#work.id(item);
    const sent = decision.send().catch((error: unknown) => {
      this.#failed(item, error);
      return null;
    });
    this.#gone.add(id);
    const done: Done<Item> = { item, decision, sent, kept: false };
    void sent.then(() => {
      done.kept = true;
      this.#tellLast();
    });
    this.#done.push(done);
    this.#left -= 1;
    this.#waiting = this.#waiting.filter((one) => this.#work.id(one) !== id);
    this.#next(sent);
  }

  #failed(item: Item, error: unknown): void {
    const index = this.#done.findIndex((done) => done.item === item);
    if (index >= 0) this.#done.splice(index, 1);
    this.#back(item);
    this.#context.toast(`Not decided. ${toldOf(error)}`, "error");
  }

  #back(item: Item): void {
    this.#gone.delete(this.#work.id(item));
    this.#left += 1;
    this.#waiting.unshift(item);
    this.#show(true);
  }

  #skip(): void {
    const item = this.#waiting.shift();
    if (item === undefined) return;
    this.#skipped.add(this.#work.id(item));
    keepOff(this.#skipped);
    this.#next(Promise.resolve());
  }

  #next(before: Promise<unknown>): void {
    if (this.#waiting.length) {
      this.#show(true);
      if (this.#waiting.length === FEW) void before.then(() => this.#refill());
    } else void before.then(() => this.#load(true));
  }

  async #undo(): Promise<void> {
    const done = this.#done.pop();
    if (!done) return;
    this.#back(done.item);
    try {
      const told = await done.sent;
      if (told) await done.decision.takeBack(told.id);
      this.#context.toast(`Taken back: ${done.decision.told}`);
    } catch (error) {
      this.#context.toast(`Not taken back. ${toldOf(error)}`, "error");
    }
  }
}

function putOff(): Set<string> {
  const told = localStorage.getItem(LATER);
  return new Set(told ? told.split("\n") : []);
}

function keepOff(ids: ReadonlySet<string>): void {
  if (ids.size) localStorage.setItem(LATER, [...ids].slice(-MOST_LATER).join("\n"));
  else localStorage.removeItem(LATER);
}
