/** What a person did to the picture, step by step. The steps are the address: undoing is leaving the last one out. */

import { EDGE_KINDS, type EdgeKind } from "../shapes.ts";

export type Step =
  | { readonly do: "top"; readonly most: number }
  | { readonly do: "core"; readonly most: number }
  | { readonly do: "around"; readonly actor: string; readonly most: number }
  | { readonly do: "add" | "hide" | "unpin"; readonly actor: string }
  | { readonly do: "open"; readonly kind: EdgeKind; readonly actor: string; readonly most: number }
  | { readonly do: "pin"; readonly actor: string; readonly x: number; readonly y: number }
  | { readonly do: "path"; readonly from: string; readonly to: string };

export interface Open {
  readonly kind: EdgeKind;
  readonly actor: string;
  readonly most: number;
}

/** What the steps come to. */
export interface Wanted {
  /** So many of the strongest ties. */
  readonly top: number | null;
  /** So many of the busiest actors. */
  readonly core: number | null;
  readonly added: readonly string[];
  readonly opens: readonly Open[];
  readonly hidden: ReadonlySet<string>;
  readonly pins: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly paths: readonly { readonly from: string; readonly to: string }[];
}

export const FIRST_LINKS = 60;
export const FIRST_ACTORS = 25;
export const FIRST_NEIGHBOURS = 25;
const MOST = 20_000;

/** Read the steps of an address. Ids hold no blanks, so blanks part the words; what is no step is passed over. */
export function readSteps(params: URLSearchParams): Step[] {
  const told = params.getAll("step").map(parse);
  if (told.length) return told.filter((step) => step !== null);
  const actors = params.getAll("actor").filter((id) => id !== "");
  if (!actors.length) return [{ do: "core", most: FIRST_ACTORS }];
  return actors.map((actor): Step => ({ do: "around", actor, most: FIRST_NEIGHBOURS }));
}

export function writeStep(step: Step): string {
  switch (step.do) {
    case "top":
    case "core":
      return `${step.do} ${step.most}`;
    case "around":
      return `around ${step.actor} ${step.most}`;
    case "open":
      return `open ${step.kind} ${step.actor} ${step.most}`;
    case "pin":
      return `pin ${step.actor} ${round(step.x)} ${round(step.y)}`;
    case "path":
      return `path ${step.from} ${step.to}`;
    default:
      return `${step.do} ${step.actor}`;
  }
}

export function wantedBy(steps: readonly Step[]): Wanted {
  let top: number | null = null;
  let core: number | null = null;
  const added = new Set<string>();
  const opens = new Map<string, Open>();
  const hidden = new Set<string>();
  const pins = new Map<string, { x: number; y: number }>();
  const paths: { from: string; to: string }[] = [];
  for (const step of steps) {
    if (step.do === "top") top = step.most;
    else if (step.do === "core") core = step.most;
    else if (step.do === "path") paths.push(step);
    else if (step.do === "hide") hidden.add(step.actor);
    else if (step.do === "unpin") pins.delete(step.actor);
    else if (step.do === "pin") pins.set(step.actor, step);
    else {
      // What is asked for again comes back; the same kind opened again shows more of it.
      hidden.delete(step.actor);
      added.add(step.actor);
      for (const open of opened(step)) opens.set(`${open.kind} ${open.actor}`, open);
    }
  }
  return { top, core, added: [...added], opens: [...opens.values()], hidden, pins, paths };
}

// Around an actor are those of whom it speaks and those who speak of it.
function opened(step: Step): Open[] {
  if (step.do === "open") return [step];
  if (step.do !== "around") return [];
  const { actor, most } = step;
  return [
    { kind: "speaks-of", actor, most },
    { kind: "spoken-of-by", actor, most },
  ];
}

function parse(text: string): Step | null {
  const [what, one = "", two = "", three = ""] = text.split(" ");
  switch (what) {
    case "top":
      return { do: what, most: count(one, FIRST_LINKS) };
    case "core":
      return { do: what, most: count(one, FIRST_ACTORS) };
    case "around":
      return one ? { do: what, actor: one, most: count(two, FIRST_NEIGHBOURS) } : null;
    case "open": {
      const kind = EDGE_KINDS.find((known) => known === one);
      return kind && two ? { do: what, kind, actor: two, most: count(three, FIRST_NEIGHBOURS) } : null;
    }
    case "pin":
      return one ? { do: what, actor: one, x: Number(two) || 0, y: Number(three) || 0 } : null;
    case "path":
      return one && two ? { do: what, from: one, to: two } : null;
    case "add":
    case "hide":
    case "unpin":
      return one ? { do: what, actor: one } : null;
    default:
      return null;
  }
}

function count(text: string, otherwise: number): number {
  const told = Number.parseInt(text, 10);
  return told > 0 ? Math.min(told, MOST) : otherwise;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
