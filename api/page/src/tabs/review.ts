import "../styles/review.css";
import "../styles/tables.css";
import type { Context, Mount } from "../context.ts";
import { fill, h } from "../dom.ts";
import { href } from "../place.ts";
import { filterForm, filtersIn } from "../tables/filter-form.ts";
import { Desk } from "./review/desk.ts";
import { history } from "./review/history.ts";
import { pairWork } from "./review/pair.ts";
import { statementWork, type Wanted } from "./review/statement.ts";

const KINDS = {
  statement: "Doubtful statements",
  merge: "The same actor?",
  coders: "Coders",
  decided: "Decided",
} as const;
const FILTERED = { actors: { by: "Speaker" }, filters: ["act", "source", "confidence"] };
type KindOfWork = keyof typeof KINDS;

export const mount: Mount = (container, context) => {
  const links = new Map(
    Object.entries(KINDS).map(([kind, label]) => [
      kind,
      h("a", { href: href("review", { kind: kind === "statement" ? null : kind }) }, label),
    ]),
  );
  const body = h("div");
  const form = filterForm(context, FILTERED);
  const narrowing = h("details", { class: "narrowing" }, h("summary", {}, "Filters"), form.element);
  const readOnly = "This service is read-only: you can look, and decide where it is started with a key.";
  fill(
    container,
    h("h1", {}, "Review"),
    !context.settings.writable && h("p", { class: "hint" }, readOnly),
    h("nav", { class: "kinds", "aria-label": "What to review" }, [...links.values()]),
    narrowing,
    body,
  );
  let shown: string | null = null;
  let closing = new AbortController();
  return {
    show({ params }): void {
      const asked = params.get("kind") ?? "statement";
      const kind: KindOfWork = asked in KINDS ? (asked as KindOfWork) : "statement";
      const filters = filtersIn(params, FILTERED);
      const wanted = { below: params.get("below"), statement: params.get("statement"), filters };
      const article = params.get("article");
      form.show(params);
      narrowing.hidden = kind !== "statement" || wanted.statement !== null;
      const asking = JSON.stringify([kind, wanted, article]);
      if (shown === asking) return;
      shown = asking;
      for (const [name, link] of links) {
        if (name === kind) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      closing.abort();
      closing = new AbortController();
      const signal = AbortSignal.any([closing.signal, context.signal]);
      if (kind !== "coders") open(kind, wanted, body, context, signal);
      else void import("./review/coders.ts").then(({ coders }) => coders(body, context, article, signal));
    },
  };
};

function open(kind: KindOfWork, wanted: Wanted, body: Element, context: Context, signal: AbortSignal): void {
  if (kind === "decided") history(body, context, signal);
  else if (kind === "merge") fill(body, new Desk(pairWork(context), context, signal).element);
  else fill(body, new Desk(statementWork(context, wanted), context, signal).element);
}
