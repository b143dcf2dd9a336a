/** The four tables: what their rows are, which columns they have, and what they can be narrowed by. */

import { actChip } from "../components/act.ts";
import { actorLink, actorLinks } from "../components/actor.ts";
import { clip, name, quoted, textNodes } from "../components/text.ts";
import { type Child, h } from "../dom.ts";
import type { Card, CardDemand, CardPosition, Kind, Page, Ref } from "../shapes.ts";
import { ACTOR_WORDS } from "../vocabulary.ts";

/** A row as the service gives it; those of statements, demands and positions come with the statement's card. */
export interface Row {
  readonly card?: Card;
  readonly [column: string]: unknown;
}

export interface Rows extends Page<Row> {
  readonly total: number;
}

export interface Column {
  /** Its name in the service, by which it is sorted and told in files. */
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => Child;
  readonly number?: boolean;
}

export const TABLES = ["statements", "demands", "positions", "posts"] as const;
export type TableName = (typeof TABLES)[number];

export interface Table {
  readonly label: string;
  readonly told: string;
  readonly sort: string;
  readonly columns: readonly Column[];
  /** Filters that name actors, with their labels; and all others. */
  readonly actors: Readonly<Record<string, string>>;
  readonly filters: readonly string[];
  /** What its rows are counted by; null where the service counts none. */
  readonly facets: Readonly<Record<string, string>> | null;
}

const LONGEST_WORDS = 240;

const day: Column = { key: "day", label: "Day", cell: (row) => text(row, "day") };
const sure: Column = {
  key: "confidence",
  label: "Sure",
  number: true,
  cell: ({ confidence }) => typeof confidence === "number" && `${Math.round(confidence * 100)} %`,
};
const article: Column = { key: "article", label: "Article", cell: (row) => named(row, "article") };
const source: Column = { key: "source", label: "Source", cell: (row) => named(row, "source") };
const toldBy: Column = {
  key: "toldBy",
  label: "Told by",
  cell: ({ card }) => actorLinks(card?.speakers ?? [], "not named"),
};
const matter = (label: string): Column => ({ key: "matter", label, cell: (row) => words(row, "matter") });
const act: Column = { key: "act", label: "Act", cell: (row) => actChip(text(row, "act")) };
const EVERYWHERE = ["form", "status", "words", "since", "until", "source", "confidence"];

export const TABLE: Readonly<Record<TableName, Table>> = {
  statements: {
    label: "Statements",
    told: "Who says what about whom",
    sort: "-day",
    columns: [
      { key: "speaker", label: "Speaker", cell: ({ card }) => actorLinks(card?.speakers ?? [], "not named") },
      act,
      { key: "about", label: "About", cell: ({ card }) => actorLinks(card?.about ?? [], "nobody named") },
      { key: "words", label: "Words", cell: (row) => words(row, "words") },
      day,
      article,
      source,
      sure,
    ],
    actors: { by: "Speaker", about: "About" },
    filters: ["act", "stance", ...EVERYWHERE],
    facets: {
      by: "Speaker",
      act: "Act",
      stance: "Stance",
      about: "About",
      source: "Source",
      month: "Month",
      status: "Status",
    },
  },
  demands: {
    label: "Demands",
    told: "Who asks what of whom",
    sort: "-day",
    columns: [
      { key: "by", label: "Who demands", cell: (row) => actorLinks(refs(demand(row)?.by), "not named") },
      { key: "of", label: "Of whom", cell: (row) => actorLinks(demand(row)?.of ?? [], "nobody named") },
      matter("What"),
      toldBy,
      day,
      article,
      source,
      sure,
    ],
    actors: { by: "Who demands", of: "Of whom" },
    filters: ["act", "matter", ...EVERYWHERE],
    facets: { by: "Who demands", of: "Of whom", act: "Act", source: "Source", month: "Month" },
  },
  positions: {
    label: "Positions",
    told: "Who stands where on a matter",
    sort: "-day",
    columns: [
      { key: "holder", label: "Who", cell: (row) => actorLinks(refs(position(row)?.holder), "not named") },
      { key: "stance", label: "Stance", cell: (row) => stance(row) },
      matter("Matter"),
      { key: "toward", label: "Toward", cell: (row) => actorLinks(position(row)?.toward ?? [], "nobody named") },
      toldBy,
      day,
      article,
      source,
      sure,
    ],
    actors: { holder: "Who", toward: "Toward" },
    filters: ["stance", "act", "matter", ...EVERYWHERE],
    facets: { holder: "Who", stance: "Stance", toward: "Toward", act: "Act", source: "Source", month: "Month" },
  },
  posts: {
    label: "Posts",
    told: "Who holds, or held, which office",
    sort: "person",
    columns: [
      { key: "person", label: "Person", cell: (row) => person(row) },
      { key: "title", label: "Office", cell: (row) => named(row, "title") },
      { key: "organisation", label: "Of", cell: (row) => named(row, "organisation") },
      { key: "former", label: "Held", cell: ({ former }) => (former === true ? "formerly" : "at the time") },
      { key: "articles", label: "Articles", number: true, cell: (row) => text(row, "articles") },
    ],
    actors: { person: "Person", organisation: "Of" },
    filters: ["title"],
    facets: null,
  },
};

export function tableNamed(text: string | null): TableName {
  return TABLES.find((table) => table === text) ?? "statements";
}

/** Return what a row is called in the address, the same whenever it is asked for. */
export function keyOf(row: Row): string {
  // Several people hold one post, and some hold it twice.
  if (row.personId) return [row.personId, row.postId, row.organisation, row.former === true && "former"].join(" ");
  return String(row.demandId ?? row.positionId ?? row.id);
}

/** Return a cell as plain text, for files and the clipboard. */
export function plainCell(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? "" : String(value);
}

function text(row: Row, column: string): string {
  return plainCell(row, column);
}

function named(row: Row, column: string): Child {
  return text(row, column) && name(text(row, column));
}

function words(row: Row, column: string): Child {
  const told = text(row, column);
  // Marks stand around what was said verbatim, and once: the words may bring their own.
  const verbatim = column !== "words" || row.card?.form === "direct";
  const shown = clip(told, LONGEST_WORDS);
  return verbatim ? quoted(shown) : h("span", { dir: "auto" }, ...textNodes(shown));
}

function stance(row: Row): Child {
  return h("span", { class: `stance ${position(row)?.stance ?? ""}` }, h("b", {}, text(row, "stance")));
}

function person(row: Row): Child {
  const id = text(row, "personId");
  return id ? actorLink({ id, name: text(row, "person"), kind: kindOf(id) }) : named(row, "person");
}

function kindOf(id: string): Kind {
  return ACTOR_WORDS.find((kind) => id.startsWith(`${kind}/`)) ?? "person";
}

function demand(row: Row): CardDemand | undefined {
  return row.card?.demands.find(({ iri }) => iri === row.demand);
}

function position(row: Row): CardPosition | undefined {
  return row.card?.positions.find(({ iri }) => iri === row.position);
}

function refs(actor: Ref | undefined): Ref[] {
  return actor ? [actor] : [];
}
