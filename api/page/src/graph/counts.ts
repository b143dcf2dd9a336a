/** How much of what there is, is shown: "25 of 812", never hidden. */

import { name } from "../components/text.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Loaded, Shown } from "./load.ts";
import { KINDS } from "./relations.ts";
import type { Step } from "./steps.ts";

const MORE_TIES = 100;
const MORE_OF_CORE = 25;
const MORE_ACTORS = 50;
const MOST_LINES = 6;

export function fillCounts(element: Element, { network, shown, notes }: Loaded, step: (step: Step) => void): void {
  const cut = shown.filter((one) => one.shown < one.total);
  const more = (one: Shown): Child => {
    const next: Step =
      one.of === "top"
        ? { do: "top", most: one.shown + MORE_TIES }
        : one.of === "core"
          ? { do: "core", most: one.shown + MORE_OF_CORE }
          : { ...one.of, do: "open", most: one.of.most + MORE_ACTORS };
    const label = one.of === "core" ? `Show ${Math.min(MORE_OF_CORE, one.total - one.shown)} more` : "More";
    return h("button", { type: "button", onclick: () => step(next) }, label);
  };
  const what = (one: Shown): Child =>
    one.of === "top"
      ? `The strongest ${one.shown} of ${one.total} ties. `
      : one.of === "core"
        ? `The busiest ${one.shown} of ${one.total} actors. `
        : [
            name(network.nodes.get(one.of.actor)?.name ?? one.of.actor),
            `: ${KINDS[one.of.kind].words.toLowerCase()} ${one.shown} of ${one.total} actors. `,
          ];
  fill(
    element,
    h(
      "p",
      {},
      `${network.nodes.size} actors, ${network.ties.size} ties`,
      cut.length === 0 && " – all that was asked for.",
    ),
    cut.slice(0, MOST_LINES).map((one) => h("p", { class: "cut" }, what(one), more(one))),
    cut.length > MOST_LINES && h("p", {}, `and ${cut.length - MOST_LINES} more that are not shown whole`),
    notes.map((note) => h("p", { class: "note" }, note)),
  );
}
