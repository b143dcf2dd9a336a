/** Two coders: who codes what apart, how far they agree, and where they do not. */

import "../../styles/coders.css";
import { problemPanel } from "../../components/problem.ts";
import { name } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { type Child, fill, h } from "../../dom.ts";
import { href } from "../../place.ts";
import { isAbort } from "../../problem.ts";
import { type Confusion, matrixOf } from "./confusion.ts";

interface CodingRow {
  readonly article: string;
  readonly title: string;
  readonly coder: string;
  readonly decisions: number;
  readonly doneOn: string | null;
}

interface VariableRow {
  readonly variable: string;
  readonly units: number;
  readonly equal: number;
  readonly alpha: number | null;
  readonly confusion: readonly Confusion[];
}

interface Agreed {
  readonly variables: readonly VariableRow[];
  readonly disagreements: readonly {
    variable: string;
    one: string;
    other: string;
    statement: string | null;
    text: string;
  }[];
  readonly disagreementsInAll: number;
  readonly paired: number;
  readonly onlyOne: readonly string[];
  readonly onlyOneInAll: number;
  readonly onlyOther: readonly string[];
  readonly onlyOtherInAll: number;
  readonly one: string;
  readonly other: string;
  readonly articles: number;
  readonly blind: boolean;
}

export function coders(container: Element, context: Context, article: string | null, signal: AbortSignal): void {
  const found = h("div", { class: "agreed", "aria-live": "polite" });
  fill(container, h("p", { class: "loading" }, "Loading…"));
  context.api
    .json<{ items: readonly CodingRow[] }>("codings", { params: { article }, signal })
    .then(({ items }) => {
      const done = [...new Set(items.filter(({ doneOn }) => doneOn).map(({ coder }) => coder))].sort();
      fill(container, h("p", { class: "hint" }, HINT), items.length > 0 && table(items), chooser(done), found);
    })
    .catch((error: unknown) => isAbort(error) || fill(container, problemPanel(error)));

  const chooser = (names: readonly string[]): Child => {
    if (names.length < 2) {
      return h("p", { class: "empty" }, "Agreement is told once two coders are done with the same article.");
    }
    const options = (chosen: number): HTMLSelectElement =>
      h(
        "select",
        {},
        names.map((coder, index) => h("option", { value: coder, selected: index === chosen }, coder)),
      );
    const [one, other] = [options(0), options(1)];
    const ask = (event?: Event): void => {
      event?.preventDefault();
      fill(found, h("p", { class: "loading" }, "Comparing…"));
      const params = { one: one.value, other: other.value, article };
      context.api
        .json<Agreed>("codings/agreement", { params, signal })
        .then((told) => fill(found, agreed(told, context.settings.base)))
        .catch((error: unknown) => isAbort(error) || fill(found, problemPanel(error)));
    };
    const form = h(
      "form",
      { class: "compare", onsubmit: ask },
      h("label", {}, "Coder ", one),
      h("label", {}, "and ", other),
      h("button", { type: "submit", class: "main" }, "Compare"),
    );
    if (names.length === 2) ask();
    return form;
  };
}

const HINT =
  "Each coder opens an article and switches on “Code apart”: nobody sees what the others decide until all who are " +
  "compared are done with it.";

function table(items: readonly CodingRow[]): Child {
  const row = ({ article, title, coder, decisions, doneOn }: CodingRow): Child =>
    h(
      "tr",
      {},
      h("td", {}, h("a", { href: href("articles", { article: article.replace(/^article\//, "") }) }, name(title))),
      h("td", {}, name(coder)),
      h("td", { class: "number" }, decisions),
      h("td", {}, doneOn ? h("time", { datetime: doneOn }, doneOn.slice(0, 10)) : "in work"),
    );
  return h(
    "table",
    { class: "codings" },
    h("caption", {}, "Who codes what"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["Article", "Coder", "Decisions", "Done"].map((head) => h("th", { scope: "col" }, head)),
      ),
    ),
    h("tbody", {}, items.map(row)),
  );
}

function agreed(told: Agreed, base: string): Child {
  const alpha = ({ alpha }: VariableRow): string => (alpha === null ? "not defined" : alpha.toFixed(2));
  const rows = told.variables.map((row) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, row.variable),
      h("td", { class: "number" }, row.units),
      h("td", { class: "number" }, row.equal),
      h("td", { class: "number" }, row.units ? `${Math.round((100 * row.equal) / row.units)} %` : "–"),
      h("td", { class: "number" }, alpha(row)),
    ),
  );
  const heads = ["Variable", "Coded by both", "Alike", "Share", "Krippendorff’s alpha"];
  const articles = told.articles === 1 ? "1 article" : `${told.articles} articles`;
  return [
    h("h2", {}, name(told.one), " and ", name(told.other)),
    h(
      "p",
      {},
      `${told.paired} statements of ${articles} are in both; ${told.onlyOneInAll} only in ${told.one}’s, ` +
        `${told.onlyOtherInAll} only in ${told.other}’s.`,
    ),
    told.blind && h("p", { class: "hint" }, "This service keeps coders blind: figures alone are told."),
    h(
      "table",
      { class: "agreement" },
      h("caption", {}, "Agreement"),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h("tbody", {}, rows),
    ),
    told.variables.filter(({ equal, units }) => equal < units).map((row) => confusion(row, told)),
    told.disagreements.length > 0 && differing(told, base),
    alone(told.onlyOne, `Only ${told.one} has`),
    alone(told.onlyOther, `Only ${told.other} has`),
  ];
}

function confusion({ variable, confusion }: VariableRow, told: Agreed): Child {
  const { values, counts, left } = matrixOf(confusion);
  const most = Math.max(1, ...counts.flat());
  const row = (value: string, index: number): Child =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name(value)),
      (counts[index] ?? []).map((count, at) => {
        const depth = count ? Math.ceil((5 * count) / most) : 0;
        return h("td", { class: `number d-${depth}${at === index ? " same" : ""}` }, count || "·");
      }),
    );
  return h(
    "div",
    { class: "confusion" },
    h(
      "table",
      {},
      h("caption", {}, `${variable}: rows ${told.one}, columns ${told.other}`),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td"),
          values.map((value) => h("th", { scope: "col" }, name(value))),
        ),
      ),
      h("tbody", {}, values.map(row)),
    ),
    left > 0 && h("p", { class: "hint" }, `${left} more with rarer values`),
  );
}

function differing(told: Agreed, base: string): Child {
  const item = ({ variable, one, other, statement, text }: Agreed["disagreements"][number]): Child => {
    const id = statement?.replace(base, "") ?? "";
    const article = id.match(/^article\/([^/]+)\//)?.[1];
    return h(
      "li",
      {},
      h(
        "p",
        {},
        h("b", {}, variable),
        ": ",
        name(one),
        " (",
        name(told.one),
        "), ",
        name(other),
        " (",
        name(told.other),
        ")",
      ),
      h("blockquote", {}, name(text)),
      article && h("a", { href: href("articles", { article, statement: id }) }, "Show in the text"),
    );
  };
  return [
    h("h3", {}, `Where they differ (${told.disagreementsInAll})`),
    h("ol", { class: "plain-list differing" }, told.disagreements.slice(0, 200).map(item)),
  ];
}

function alone(units: readonly string[], label: string): Child {
  const shown = units.map((unit) => h("li", {}, name(unit.replace(/^\S+: /, ""))));
  return units.length > 0 && h("details", {}, h("summary", {}, `${label} (${units.length})`), h("ul", {}, shown));
}
