/** The reader: a whole article with every statement, demand and actor marked, and a margin that explains each. */

import { statementCard } from "../components/card.ts";
import { clip, name, plain } from "../components/text.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { webAddress } from "../links.ts";
import { href, type Place } from "../place.ts";
import { isAbort, toldOf } from "../problem.ts";
import type { Article, Card } from "../shapes.ts";
import { LAYER_WORDS, LAYERS, type Layer, marksOf } from "./layers.ts";
import { margin } from "./margin.ts";
import { type MarkedText, markedText } from "./text.ts";

export interface Reader {
  show(place: Place): void;
}

/** Fill an element with an article; `show` then follows the address. What a person decides is shown at once. */
export function reader(container: Element, article: Article, context: Context): Reader {
  const id = article.id.replace(/^article\//, "");
  const again = async (): Promise<void> => {
    try {
      inner = spread(container, await context.api.article(id, context.signal), context, again);
      inner.show(context.router.place);
    } catch (error) {
      if (!isAbort(error)) context.toast(toldOf(error), "error");
    }
  };
  let inner = spread(container, article, context, again);
  return { show: (place) => inner.show(place) };
}

function spread(container: Element, article: Article, context: Context, changed: () => Promise<void>): Reader {
  const { router, signal } = context;
  const link = (statement: string | null): string => router.link({ statement });
  const beside = margin(article, { link, doing: (card) => doing(card, context, changed, () => align()) });
  const body = h("div", { class: "body" });
  const boxes = new Map(LAYERS.map((layer) => [layer, layerBox(layer, () => chosen())]));
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
    article.text !== null && layers,
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
        fill(body, text?.element ?? without(article));
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

// The form comes with the first statement that somebody wants to change.
function doing(card: Card, context: Context, changed: () => Promise<void>, grown: () => void): Child {
  if (!context.settings.writable) return null;
  const place = h("div", { class: "buttons" });
  const change = h("button", { type: "button" }, "Change or confirm");
  change.addEventListener("click", async () => {
    if (!context.session.signedIn && !(await context.signIn())) return;
    const { coding } = await import("./coding.ts");
    fill(
      place,
      coding(card, context, () => {
        context.toast("Saved: it holds for every later load, too.");
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
