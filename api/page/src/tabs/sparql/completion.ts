/** What may be written next: words of SPARQL, prefixes, the terms of the ontology with what they mean, variables. */

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { Api } from "../../api.ts";
import { PREFIXES } from "../../vocabulary.ts";
import { ask } from "./answer.ts";
import { short } from "./terms.ts";

const WORDS = (
  "SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH CONSTRUCT DESCRIBE ASK LIMIT OFFSET EXISTS " +
  "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR HAVING COALESCE CONTAINS STRSTARTS STRENDS LCASE UCASE REGEX " +
  "REPLACE SUBSTR CONCAT STR LANG DATATYPE BOUND YEAR MONTH DAY"
)
  .split(" ")
  .concat("GROUP BY", "ORDER BY", "DESC", "NOT EXISTS")
  .map((label): Completion => ({ label, type: "keyword" }));
const TERMS = `SELECT ?term ?comment WHERE {
  ?term rdfs:isDefinedBy <https://w3id.org/sayso/ontology> ; rdfs:comment ?comment
}`;

export function completions(api: Api, base: string, signal: AbortSignal): CompletionSource {
  let known: Promise<readonly Completion[]> | undefined;
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) return { from: variable.from, options: variables(context, variable.text), validFor: /^[?$]\w*$/ };
    const word = context.matchBefore(/[\w-]+:?[\w-]*/);
    if (!word && !context.explicit) return null;
    known ??= terms(api, base, signal);
    return { from: word?.from ?? context.pos, options: [...(await known), ...WORDS], validFor: /^[\w-]*:?[\w-]*$/ };
  };
}

async function terms(api: Api, base: string, signal: AbortSignal): Promise<readonly Completion[]> {
  const prefixes = Object.entries(PREFIXES).map(
    ([prefix, detail]): Completion => ({ label: `${prefix}:`, detail, type: "namespace" }),
  );
  const told = await ask(api, TERMS, signal).catch(() => null);
  const rows = told?.kind === "bindings" ? told.rows : [];
  const found = rows.map(({ term, comment }): Completion => {
    const label = short(term?.value ?? "", base);
    return { label, info: comment?.value ?? "", type: /:[A-Z]/.test(label) ? "class" : "property", boost: 1 };
  });
  return [...found, ...prefixes];
}

function variables(context: CompletionContext, typed: string): Completion[] {
  const found = context.state.doc.toString().matchAll(/[?$]\w+/g);
  const others = new Set([...found].map(([variable]) => variable).filter((variable) => variable !== typed));
  return [...others].map((label) => ({ label, type: "variable" }));
}
