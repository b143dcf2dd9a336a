/** Asking a query, and reading what comes: bindings, triples, or yes and no. */

import type { Api } from "../../api.ts";
import { Problem } from "../../problem.ts";
import type { Term } from "./terms.ts";

export type Answer =
  | { readonly kind: "bindings"; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: "triples"; readonly triples: readonly (readonly [Term, Term, Term])[] }
  | { readonly kind: "boolean"; readonly value: boolean };
export type Row = Readonly<Record<string, Term>>;

const BINDINGS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const MOST_BYTES = 64 << 20;

/** The formats that an answer can be downloaded in: for bindings and yes or no, and for triples. */
export const FORMATS = {
  bindings: {
    csv: "text/csv",
    tsv: "text/tab-separated-values",
    json: BINDINGS,
    xml: "application/sparql-results+xml",
  },
  triples: {
    ttl: "text/turtle",
    nt: TRIPLES,
    jsonld: "application/ld+json",
    rdf: "application/rdf+xml",
  },
} as const;

export async function ask(api: Api, query: string, signal: AbortSignal): Promise<Answer> {
  const answer = await send(api, query, `${BINDINGS}, ${TRIPLES};q=0.9`, signal);
  const kind = answer.headers.get("content-type") ?? "";
  const text = await bounded(answer);
  if (kind.startsWith(TRIPLES)) return { kind: "triples", triples: [...triplesOf(text)] };
  const told = JSON.parse(text) as {
    boolean?: boolean;
    head: { vars?: string[] };
    results?: { bindings: Row[] };
  };
  if (told.boolean !== undefined) return { kind: "boolean", value: told.boolean };
  return { kind: "bindings", variables: told.head.vars ?? [], rows: told.results?.bindings ?? [] };
}

/** Return the whole answer in a format, for a file. */
export async function download(api: Api, query: string, accept: string, signal: AbortSignal): Promise<Blob> {
  return (await send(api, query, accept, signal)).blob();
}

function send(api: Api, query: string, accept: string, signal: AbortSignal): Promise<Response> {
  const headers = { accept, "content-type": "application/sparql-query" };
  return api.fetch("sparql", { method: "POST", body: query, headers, signal });
}

async function bounded(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return answer.text();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    text += decoder.decode(part.value, { stream: true });
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new Problem({ detail: "The answer is too long to be shown: add a LIMIT, or ask for it outside the page." });
    }
  }
  return text + decoder.decode();
}

const LINE = /^(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)\s*\.$/u;

export function* triplesOf(text: string): Generator<[Term, Term, Term]> {
  for (const line of text.split("\n")) {
    const found = LINE.exec(line.trim());
    if (found) yield [termOf(found[1] ?? ""), termOf(found[2] ?? ""), termOf(found[3] ?? "")];
  }
}

function termOf(written: string): Term {
  if (written.startsWith("<")) return { type: "uri", value: unescaped(written.slice(1, -1)) };
  if (written.startsWith("_:")) return { type: "bnode", value: written };
  const end = written.lastIndexOf('"');
  const value = unescaped(written.slice(1, end));
  const tag = written.slice(end + 1);
  if (tag.startsWith("@")) return { type: "literal", value, "xml:lang": tag.slice(1) };
  return tag ? { type: "literal", value, datatype: tag.slice(3, -1) } : { type: "literal", value };
}

const ESCAPES: Readonly<Record<string, string>> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

function unescaped(text: string): string {
  return text.replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/gu, (_, code: string) =>
    code.length > 1 ? String.fromCodePoint(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
  );
}
