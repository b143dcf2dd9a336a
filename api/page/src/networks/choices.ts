/** What a network is made of: the choices that fit together, as the address tells them. */

import type { Values } from "../place.ts";

export type Option = readonly [value: string, told: string];

export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** What stands: what the address tells where it is one of the options, else the first of them. */
  readonly value: string;
}

const KINDS: readonly Option[] = [
  ["congruence", "who agrees"],
  ["conflict", "who disagrees"],
  ["subtract", "agreement less disagreement"],
  ["ignore", "who speaks on the same"],
  ["actor-matter", "actors and matters"],
  ["two-mode", "any two variables"],
];
const VARIABLES: readonly Option[] = [
  ["actor", "actors"],
  ["matter", "matters"],
  ["about", "whom it is about"],
  ["source", "sources"],
  ["author", "authors"],
  ["article", "articles"],
  ["act", "acts"],
  ["stance", "sides"],
  ["form", "forms"],
  ["type", "types of actors"],
  ["day", "days"],
  ["month", "months"],
  ["year", "years"],
];
// What a statement as such does not have.
const OF_POSITIONS: readonly string[] = ["matter", "stance"];
const COUNTED: readonly Option[] = [
  ["positions", "positions"],
  ["statements", "statements"],
];
const SIDES: readonly Option[] = [
  ["subtract", "those for less those against"],
  ["ignore", "all alike"],
  ["combine", "1 for, 2 against, 3 both"],
];
const ONE_MODE: readonly Option[] = [
  ["none", "nothing"],
  ["average", "average activity"],
  ["jaccard", "all that either says (Jaccard)"],
  ["cosine", "product of activities (cosine)"],
];
const TWO_MODE: readonly Option[] = [
  ["none", "nothing"],
  ["activity", "activity of the first"],
  ["prominence", "prominence of the second"],
];
const DUPLICATES: readonly Option[] = [
  ["", "each time"],
  ["document", "once an article"],
  ["week", "once a week"],
  ["month", "once a month"],
  ["year", "once a year"],
];
const LEAST: readonly Option[] = [
  ["", "1"],
  ["2", "2"],
  ["3", "3"],
  ["5", "5"],
  ["10", "10"],
];
const WINDOWS: readonly Option[] = [
  ["", "all time at once"],
  ["1-months", "1 month"],
  ["2-months", "2 months"],
  ["3-months", "3 months"],
  ["6-months", "6 months"],
  ["1-years", "1 year"],
  ["2-weeks", "2 weeks"],
  ["7-days", "7 days"],
  ["10-events", "10 positions"],
  ["20-events", "20 positions"],
];
const STEPS: readonly Option[] = [
  ["", "1"],
  ["2", "2"],
  ["3", "3"],
  ["6", "6"],
  ["12", "12"],
];
const KERNELS: readonly Option[] = [
  ["", "all alike"],
  ["uniform", "a half each (uniform)"],
  ["triangular", "less to the sides (triangular)"],
  ["epanechnikov", "less to the sides (Epanechnikov)"],
  ["gaussian", "a bell (Gaussian)"],
];

/** Return the choices that there are beside those already made, each with what stands. */
export function choicesOf(params: URLSearchParams): Choice[] {
  const made: Choice[] = [];
  const choose = (name: string, label: string, options: readonly Option[]): string => {
    const given = params.get(name) ?? "";
    const value = options.some(([known]) => known === given) ? given : (options[0]?.[0] ?? "");
    made.push({ name, label, options, value });
    return value;
  };
  const kind = choose("kind", "Tied are", KINDS);
  const two = isTwoMode(kind);
  const counted = kind === "two-mode" || kind === "ignore" ? choose("count", "Counted are", COUNTED) : "positions";
  if (kind !== "actor-matter") {
    const known = VARIABLES.filter(([name]) => counted === "positions" || !OF_POSITIONS.includes(name));
    const first = choose("variable1", two ? "The first" : "Nodes are", known);
    // Matters stand first among the others, where these are what ties.
    const others = [...known.filter(([name]) => name === "matter"), ...known.filter(([name]) => name !== "matter")];
    choose(
      "variable2",
      two ? "The second" : "Over the same",
      others.filter(([name]) => name !== first),
    );
  }
  if (two && counted === "positions") choose("qualifier", "Sides count", SIDES);
  choose("normalisation", "Divided by", two ? TWO_MODE : ONE_MODE);
  choose("duplicates", counted === "positions" ? "A position counts" : "A statement counts", DUPLICATES);
  choose("min-actor", `Least ${counted} of an actor`, LEAST);
  return made;
}

/** Return the choices of windows: how wide, how much later each, what weighs how much in it. */
export function windowChoices(params: URLSearchParams): Choice[] {
  const chosen = (name: string, label: string, options: readonly Option[]): Choice => {
    const given = params.get(name) ?? "";
    return { name, label, options, value: options.some(([known]) => known === given) ? given : "" };
  };
  const window = chosen("window", "Windows of", WINDOWS);
  if (!window.value) return [window];
  const unit = window.value.split("-")[1] ?? "";
  const step = chosen("step", `Each so many ${unit} later`, STEPS);
  const combined = isTwoMode(params.get("kind") ?? "") && params.get("qualifier") === "combine";
  return unit === "events" || combined
    ? [window, step]
    : [window, step, chosen("kernel", "What is said weighs", KERNELS)];
}

/** Return what the address asks the service for. */
export function askedOf(params: URLSearchParams): Values {
  const values = Object.fromEntries(choicesOf(params).map(({ name, value }) => [name, value]));
  const reported = params.get("reported") && values.count !== "statements" ? "true" : null;
  return { ...values, since: params.get("since"), until: params.get("until"), reported, ...windowAsked(params) };
}

function windowAsked(params: URLSearchParams): Values {
  const { window, ...more } = Object.fromEntries(windowChoices(params).map(({ name, value }) => [name, value]));
  if (!window) return {};
  const [size = "", unit = ""] = window.split("-");
  return { window: size, unit, ...more, nth: nthOf(params) };
}

/** Return which window is shown, the first is 1. */
export function nthOf(params: URLSearchParams): number {
  const nth = Number(params.get("nth"));
  return Number.isInteger(nth) && nth > 0 ? nth : 1;
}

export function isTwoMode(kind: string): boolean {
  return kind === "actor-matter" || kind === "two-mode";
}

/** Return what is chosen in words: "Sources and acts", "Who agrees". */
export function toldChoice(params: URLSearchParams): string {
  const made = new Map(choicesOf(params).map((choice) => [choice.name, choice]));
  const word = (name: string): string => {
    const choice = made.get(name);
    return choice?.options.find(([value]) => value === choice.value)?.[1] ?? "";
  };
  const [kind, first, second] = [made.get("kind")?.value, made.get("variable1")?.value, made.get("variable2")?.value];
  const plain = first === "actor" && second === "matter";
  if (kind === "two-mode") return capital(`${word("variable1")} and ${word("variable2")}`);
  const over = kind === "actor-matter" || plain ? "" : `: ${word("variable1")}, over ${word("variable2")}`;
  return capital(word("kind") + over);
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
