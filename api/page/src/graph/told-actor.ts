/** What is read out of an actor that the arrow keys came to. */

import { KIND_WORDS } from "../components/actor.ts";
import { plain } from "../components/text.ts";
import type { Network } from "./network.ts";

export function toldActor({ nodes, ties }: Network, id: string): string {
  const node = nodes.get(id);
  if (!node) return "";
  const all = [...ties.values()];
  const [out, into] = [all.filter(({ source }) => source === id), all.filter(({ target }) => target === id)];
  const against = [...out, ...into].filter((tie) => tie.against).length;
  const ties_ = `ties to ${out.length}, from ${into.length}${against ? `, ${against} of them against` : ""}`;
  return `${plain(node.name)}, ${node.what ?? KIND_WORDS[node.kind].toLowerCase()}: ${ties_}`;
}
