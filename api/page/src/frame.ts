/** The frame around the tabs: navigation, theme, key, and the tab that the address names. */

import { keyButton } from "./components/key.ts";
import { problemPanel } from "./components/problem.ts";
import { themeButton } from "./components/theme.ts";
import type { Toast } from "./components/toast.ts";
import { Working } from "./components/working.ts";
import type { Context, Tab } from "./context.ts";
import { fill, h } from "./dom.ts";
import { href, type Place } from "./place.ts";
import { TABS, type TabEntry } from "./tabs.ts";

export class Frame {
  readonly #context: Omit<Context, "signal">;
  readonly #main = h("main", { id: "main", tabindex: -1 });
  readonly #links = new Map<string, HTMLAnchorElement>();
  #open: { entry: TabEntry; tab: Tab | null; closing: AbortController } | null = null;

  constructor(root: Element, context: Omit<Context, "signal">, toast: Toast) {
    this.#context = context;
    for (const { name, label, hidden } of TABS) {
      if (!hidden) this.#links.set(name, h("a", { href: href(name) }, label));
    }
    const nav = h("nav", { "aria-label": "Views" }, [...this.#links.values()]);
    const skip = h(
      "a",
      { class: "skip", href: location.hash, onclick: (event: Event) => this.#skip(event) },
      "Skip to content",
    );
    const tools = h("div", { class: "tools" }, themeButton(), context.settings.writable && keyButton(context));
    fill(root, skip, h("header", { class: "bar" }, wordMark(), nav, tools));
    root.append(this.#main, toast.element);
    context.router.onChange((place) => this.#show(place, true));
    this.#show(context.router.place, false);
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.#main.focus();
  }

  async #show(place: Place, moved: boolean): Promise<void> {
    const entry = TABS.find((tab) => tab.name === place.tab) ?? TABS[0];
    if (!entry) return;
    // A tab is come back to where it was left.
    this.#links.get(entry.name)?.setAttribute("href", href(entry.name, place.params));
    if (this.#open?.entry === entry) {
      this.#open.tab?.show(place);
      return;
    }
    this.#open?.closing.abort();
    const opened = { entry, tab: null as Tab | null, closing: new AbortController() };
    this.#open = opened;
    for (const [name, link] of this.#links) {
      if (name === entry.name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.title = `${entry.label} · SaySo`;
    await this.#mount(opened);
    if (moved && this.#open === opened && !this.#main.contains(document.activeElement)) this.#main.focus();
  }

  async #mount(opened: { entry: TabEntry; tab: Tab | null; closing: AbortController }): Promise<void> {
    const container = h("div", { class: `tab ${opened.entry.hidden ? "page-" : ""}${opened.entry.name}` });
    const working = new Working();
    fill(this.#main, working.element, container);
    // The file of a tab comes when it is first opened, over a slow line not at once.
    working.begin("Loading…");
    try {
      const { mount } = await opened.entry.load();
      if (opened.closing.signal.aborted) return;
      opened.tab = mount(container, { ...this.#context, signal: opened.closing.signal });
      opened.tab.show(this.#context.router.place);
    } catch (error) {
      fill(
        container,
        problemPanel(error, () => location.reload()),
      );
    } finally {
      working.end();
    }
  }
}

/** The name as it is set everywhere: the last word, as in a quarrel, in the accent. */
function wordMark(): HTMLElement {
  return h("a", { class: "brand", href: href("start"), "aria-label": "SaySo" }, "Say", h("i", {}, "So"));
}
