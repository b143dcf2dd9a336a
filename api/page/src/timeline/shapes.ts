/** What the service tells of time. */

import type { Ref } from "../shapes.ts";

export type Acts = Readonly<Record<string, number>>;

export interface Span {
  readonly begin: string;
  readonly end: string;
  readonly count: number;
  readonly acts: Acts;
}

export interface Series {
  readonly actor: Ref | null;
  readonly total: number;
  readonly acts: Acts;
  readonly undated: { readonly count: number; readonly acts: Acts };
  readonly periods: readonly Span[];
}

export interface Timeline {
  readonly period: "day" | "week" | "month" | "year";
  readonly first: string | null;
  readonly last: string | null;
  readonly series: readonly Series[];
}

/** Acts that count; an empty set stands for all. */
export type Chosen = ReadonlySet<string>;

export function countOf(acts: Acts, chosen: Chosen): number {
  let sum = 0;
  for (const [act, count] of Object.entries(acts)) if (!chosen.size || chosen.has(act)) sum += count;
  return sum;
}

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
const SHORT_MONTH = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });

/** Return what a period is called. */
export function periodName({ begin, end }: Span, period: Timeline["period"], short = false): string {
  if (period === "day") return begin;
  if (period === "week") return short ? begin : `${begin} to ${end}`;
  if (period === "year") return begin.slice(0, 4);
  return (short ? SHORT_MONTH : MONTH).format(new Date(`${begin}T00:00:00Z`));
}

/** Return the counts by act in words: "5 state, 3 deny". */
export function actsTold(acts: Acts, chosen: Chosen): string {
  const told = Object.entries(acts).filter(([act]) => !chosen.size || chosen.has(act));
  return told.map(([act, count]) => `${count} ${act}`).join(", ");
}
