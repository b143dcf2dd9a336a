/** The reader: a whole article with every statement, demand and actor marked, and a margin that explains each. */

import { statementCard } from "../components/card.ts";
import { clip, name, plain } from "../components/text.ts";
import { Working } from "../components/working.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { webAddress } from "../links.ts";
import { href, type Place } from "../place.ts";
import { isAbort, toldOf } from "../problem.ts";
import type { Article, Card } from "../shapes.ts";
import { apartBar, apartSwitch, isCoded } from "./apart.ts";
import type { Found, NewStatement } from "./fresh.ts";
import { LAYER_WORDS, LAYERS, type Layer, marksOf } from "./layers.ts";
import { type Margin, margin } from "./margin.ts";
import type { Units } from "./selecting.ts";
import { type Making, selectionBar } from "./selection.ts";
import { type MarkedText, markedText } from "./text.ts";

export interface Reader {
  show(place: Place): void;
}

/** Fill an element with an article, which `load` reads again; without that nothing can be added to it, for it may not be
 * stored. `show` then follows the address. What a person decides is shown at once. */
export function reader(container: Element, article: Article, context: Context, load?: () => Promise<Article>): Reader {
  const stored = (): Promise<Article> => context.api.article(article.id.replace(/^article\//, ""), context.signal);
  const again = async (): Promise<void> => {
    try {
      inner = spread(container, await (load ?? stored)(), context, again, load !== undefined);
      inner.show(context.router.place);
    } catch (error) {
      if (!isAbort(error)) context.toast(toldOf(error), "error");
    }
  };
  let inner = spread(container, article, context, again, load !== undefined);
  return { show: (place) => inner.show(place) };
}

function spread(
  container: Element,
  article: Article,
  context: Context,
  changed: () => Promise<void>,
  isStored: boolean,
): Reader {
  const { router, signal } = context;
  const link = (statement: string | null): string => router.link({ statement });
  const beside = margin(article, { link, doing: (card) => doing(card, article, context, changed, () => align()) });
  const body = h("div", { class: "body" });
  const boxes = new Map(LAYERS.map((layer) => [layer, layerBox(layer, () => chosen())]));
  const fresh = making(article, context, {
    body,
    beside,
    range: (units) => text?.range(units) ?? null,
    align: () => align(),
    changed,
  });
  const chosen = (): void => {
    const hidden = LAYERS.filter((layer) => !boxes.get(layer)?.checked);
    router.set({ hide: hidden.join(",") }, { replace: true });
  };
  const layers = h(
    "fieldset",
    { class: "layers" },
    h("legend", {}, "Marked"),
    LAYERS.map((layer) => label(layer, boxes.get(layer))),
  );
  fill(
    container,
    head(article, context),
    isCoded(article) && apartBar(article, context, changed),
    article.text !== null && h("div", { class: "tools" }, layers, isStored && [fresh.button, fresh.apart]),
    h("div", { class: "spread" }, body, beside.element),
  );
  document.title = `${plain(clip(article.title || article.identifier))} · SaySo`;
  let text: MarkedText | null = null;
  let drawn: string | null = null;
  let shown: string | null = null;
  const align = (): void => beside.align((statement) => text?.at(statement) ?? null);
  // Text and cards take other room once their style and typeface are there.
  const sizes = new ResizeObserver(() => requestAnimationFrame(align));
  sizes.observe(body);
  sizes.observe(beside.element);
  void document.fonts.ready.then(align);
  signal.addEventListener("abort", () => sizes.disconnect());
  return {
    show({ params }): void {
      const hidden = new Set((params.get("hide") ?? "").split(","));
      const wanted = LAYERS.filter((layer) => !hidden.has(layer));
      for (const [layer, box] of boxes) box.checked = wanted.includes(layer);
      if (drawn !== wanted.join()) {
        drawn = wanted.join();
        text = draw(article, new Set(wanted), (statement) => router.set({ statement }));
        fill(body, text?.element ?? without(article), text && isStored && fresh.bar);
      }
      const statement = params.get("statement");
      const moved = statement !== shown;
      shown = statement;
      beside.select(statement, moved && text === null);
      align();
      text?.select(statement, moved);
    },
  };
}

interface Around {
  readonly body: HTMLElement;
  readonly beside: Margin;
  readonly range: (units: Units) => Range | null;
  readonly align: () => void;
  readonly changed: () => Promise<void>;
}

/** Return what makes a statement of selected words: the bar beside them, and a button for who cannot select. */
function making(article: Article, context: Context, around: Around): { bar: Child; button: Child; apart: Child } {
  const { settings, session, signal, signIn, router } = context;
  if (!settings.writable || article.text === null) return { bar: null, button: null, apart: null };
  let open: NewStatement | null = null;
  const lit = (parts: readonly Units[]): void => {
    CSS.highlights.set("fresh", new Highlight(...parts.flatMap((part) => around.range(part) ?? [])));
  };
  const top = (part: Units | undefined): number => {
    const words = part && around.range(part);
    return words ? words.getBoundingClientRect().top - around.body.getBoundingClientRect().top : 0;
  };
  // On a phone the form comes up over the text: its words stay above it.
  const uncover = (part: Units | undefined, form: HTMLElement): void => {
    const [words, box] = [part && around.range(part)?.getBoundingClientRect(), form.getBoundingClientRect()];
    const above = words && words.left < box.right && words.right > box.left;
    if (above && words.bottom > box.top && words.top < box.bottom) scrollBy({ top: words.top - box.top * 0.35 });
  };
  const leave = (): void => {
    open = null;
    lit([]);
    around.beside.making(null, () => 0);
    around.align();
  };
  const begin = async (selected: Units | null): Promise<void> => {
    if (!session.signedIn && !(await signIn())) return;
    const { NewStatement } = await import("./fresh.ts");
    const save = async (found: Found): Promise<void> => {
      made.element.inert = true;
      working.begin("Saving…");
      try {
        const told = await context.api.send<{ statement: string | null }>(
          "POST",
          "reviews",
          { ...found, ...own(article) },
          { signal },
        );
        context.toast(saved(article));
        await around.changed();
        router.set({ statement: told.statement });
      } catch (error) {
        if (!isAbort(error)) context.toast(toldOf(error), "error");
      } finally {
        working.end();
        made.element.inert = false;
      }
    };
    const made = new NewStatement(article, selected, context, (found) => void save(found), leave, lit);
    const working = new Working();
    made.element.append(working.element);
    open = made;
    around.beside.select(null, false);
    around.beside.making(made.element, () => top(made.parts[0]));
    around.align();
    made.element.querySelector("textarea")?.focus({ preventScroll: true });
    uncover(made.parts[0], made.element);
  };
  const makings = (): Making[] =>
    open
      ? [
          { label: "Add to the words", make: (units) => open?.addWords(units) },
          { label: "Cue", make: (units) => open?.setCue(units) },
          { label: "Matter", make: (units) => open?.setMatter(units) },
        ]
      : [{ label: "New statement", make: (units) => void begin(units) }];
  const bar = selectionBar(around.body, makings, signal);
  const button = h("button", { type: "button", class: "begin", onclick: () => void begin(null) }, "New statement");
  return { bar, button, apart: apartSwitch(isCoded(article), context) };
}

/** What is sent besides where a coder codes apart. */
function own(article: Article): { apart?: true } {
  return isCoded(article) ? { apart: true } : {};
}

function saved(article: Article): string {
  return isCoded(article) ? "Saved as your own coding." : "Saved: it holds for every later load, too.";
}

// The form comes with the first statement that somebody wants to change.
function doing(card: Card, article: Article, context: Context, changed: () => Promise<void>, grown: () => void): Child {
  if (!context.settings.writable) return null;
  const place = h("div", { class: "buttons" });
  const change = h("button", { type: "button" }, "Change or confirm");
  change.addEventListener("click", async () => {
    if (!context.session.signedIn && !(await context.signIn())) return;
    const { coding } = await import("./coding.ts");
    fill(
      place,
      coding(card, own(article), context, () => {
        context.toast(saved(article));
        void changed();
      }),
    );
    grown();
    place.querySelector<HTMLElement>("button")?.focus();
  });
  fill(place, change);
  return place;
}

function draw(article: Article, layers: ReadonlySet<Layer>, pick: (statement: string) => void): MarkedText | null {
  return article.text === null ? null : markedText(article.text, marksOf(article, layers), pick);
}

function head(article: Article, { api }: Context): Child {
  const address = webAddress(article.url);
  const counts = Object.entries(article.counts).map(([what, count]) => `${count} ${what}`);
  return [
    h("p", {}, h("a", { href: href("articles") }, "← All articles")),
    h("h1", {}, name(article.title || article.identifier)),
    h(
      "p",
      { class: "facts quiet" },
      article.source && name(article.source),
      article.published && h("time", { datetime: article.published }, article.published.slice(0, 10)),
      article.language && h("span", {}, article.language),
      address &&
        h(
          "a",
          { href: address, rel: "noopener noreferrer nofollow", target: "_blank" },
          "The article where it was published",
        ),
      counts.length > 0 && h("span", {}, counts.join(", ")),
      h("a", { href: api.address(`sheets/${article.id}`), download: "" }, "As one page to send"),
    ),
  ];
}

function without(article: Article): Child {
  const cards = article.statements.map((card) => h("li", {}, statementCard(card)));
  const word = "This service does not show whole texts. These are the sentences that hold its statements.";
  return [h("p", { class: "hint" }, word), h("ol", { class: "list" }, cards)];
}

function layerBox(layer: Layer, changed: () => void): HTMLInputElement {
  return h("input", { type: "checkbox", name: layer, onchange: changed });
}

function label(layer: Layer, box: HTMLInputElement | undefined): HTMLElement {
  return h("label", { class: `layer l-${layer}` }, box, h("mark", {}, LAYER_WORDS[layer]));
}
