/** Coding apart: one coder's own decisions about an article, blind to those of others until all are done. */

import { Working } from "../components/working.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href } from "../place.ts";
import { toldOf } from "../problem.ts";
import type { Article } from "../shapes.ts";

/** An article as one coder sees it. */
export interface CodedArticle extends Article {
  readonly coder: string;
  readonly done: boolean;
  readonly decisions: readonly { readonly id: string; readonly verdict: string; readonly statement: string | null }[];
}

export function isCoded(article: Article): article is CodedArticle {
  return "coder" in article;
}

/** Return the switch between coding for all and coding apart. */
export function apartSwitch(apart: boolean, context: Context): HTMLElement {
  const box = h("input", { type: "checkbox", role: "switch" });
  box.checked = apart;
  box.addEventListener("change", async () => {
    if (box.checked && !context.session.signedIn && !(await context.signIn())) {
      box.checked = false;
      return;
    }
    context.router.set({ apart: box.checked ? "1" : null, statement: null });
  });
  return h("label", { class: "apart" }, box, "Code apart, blind to others");
}

/** Return what stands above an article that is coded apart: how far the coder is, and what is next. */
export function apartBar(article: CodedArticle, context: Context, changed: () => Promise<void>): HTMLElement {
  const { api, signal, toast } = context;
  const working = new Working();
  const element = h("div", { class: "apart-bar", role: "region", "aria-label": "Your coding" });
  const doing = (words: string, run: () => Promise<unknown>) => async (): Promise<void> => {
    element.inert = true;
    working.begin(words);
    try {
      await run();
      await changed();
    } catch (error) {
      toast(toldOf(error), "error");
    } finally {
      working.end();
      element.inert = false;
    }
  };
  const { coder, done, decisions, id } = article;
  const last = decisions.at(-1);
  const finish = (finished: boolean) => (): Promise<unknown> =>
    api.send("POST", "codings", { article: id, done: finished }, { signal });
  const button = (label: string, press: () => Promise<void>, main = false): Child =>
    h("button", { type: "button", class: main ? "main" : null, onclick: () => void press() }, label);
  fill(
    element,
    h("p", {}, "You code apart as ", h("b", {}, coder), `: ${count(decisions.length)}`, done ? ", done." : "."),
    h(
      "div",
      { class: "buttons" },
      !done && button("I am done with this article", doing("Saving…", finish(true)), true),
      done && button("Go on coding", doing("Saving…", finish(false))),
      !done &&
        last &&
        button(
          "Take back my last decision",
          doing("Taking back…", () => api.fetch(`reviews/${last.id}`, { method: "DELETE", signal })),
        ),
      done && h("a", { href: href("review", { kind: "coders", article: id.replace(/^article\//, "") }) }, "Compare"),
    ),
    working.element,
  );
  return element;
}

function count(decisions: number): string {
  return decisions === 1 ? "1 decision" : `${decisions} decisions`;
}
