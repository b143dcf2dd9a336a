/** A tie in words: what the tooltip says, and the lines above its evidence. */

import { clip, plain } from "../components/text.ts";
import type { Network, Tie } from "./network.ts";
import { RELATION_WORDS } from "./relations.ts";

const LONGEST = 160;

/** Return a tie in one line: who, whom, how often, which sides on the actor, and on what besides. */
export function toldTie(network: Network, key: string): string {
  const tie = network.ties.get(key);
  const [source, target] = [network.nodes.get(tie?.source ?? ""), network.nodes.get(tie?.target ?? "")];
  if (!tie || !source || !target) return "";
  if ("weight" in tie) return weighed(tie as Tie & { weight: number; about?: string }, source.name, target.name);
  const head = `${plain(clip(source.name))} ${RELATION_WORDS[tie.relation]} ${plain(clip(target.name))}`;
  return `${head}: ${counted(tie, target.name)}`;
}

/** Tell the one count of a tie: statements, and of these the sides on the actor; a side on a matter is none. */
export function counted(tie: Tie, target: string): string {
  const statements = `${tie.count} ${tie.count === 1 ? "statement" : "statements"}`;
  if (tie.relation !== "speaks-of") return `${[`${tie.count}×`, ...sides(tie)].join(", ")}`;
  const on = tie.on ? ` On matters alone: ${plain(clip(tie.on, LONGEST))}.` : "";
  return `${statements}. Sides on ${plain(clip(target))}: ${sides(tie).join(", ") || "none"}.${on}`;
}

function sides(tie: Tie): string[] {
  return [tie.for && `${tie.for} for`, tie.against && `${tie.against} against`].filter(
    (part) => part !== 0,
  ) as string[];
}

function weighed(tie: { weight: number; about?: string }, source: string, target: string): string {
  const weight = Number.isInteger(tie.weight) ? String(tie.weight) : tie.weight.toFixed(2);
  const on = tie.about ? ` On: ${plain(clip(tie.about, LONGEST))}.` : "";
  return `${plain(clip(source))} and ${plain(clip(target))}: weight ${weight.replace("-", "−")}.${on}`;
}
