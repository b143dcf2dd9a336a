/** Merging an actor with any other: who it is, and a word for as long as it takes. */

import { actorSearch } from "../../components/actor-search.ts";
import type { Context } from "../../context.ts";
import { fill, h } from "../../dom.ts";
import { toldOf } from "../../problem.ts";
import type { ActorRow, Ref } from "../../shapes.ts";

export function mergeForm(actor: Ref, context: Context, merged: (id: string) => void): HTMLElement {
  const { api, signal } = context;
  const status = h("p", { role: "status" });
  const chosen = h("div", { class: "buttons" });
  const pick = (other: ActorRow): void => {
    if (other.id === actor.id) {
      status.textContent = "That is the same actor already.";
      return;
    }
    const yes = h("button", { type: "button", class: "main" }, `Merge: ${other.name} is ${actor.name}`);
    const no = h("button", { type: "button", onclick: () => fill(chosen) }, "No");
    yes.addEventListener("click", () => {
      void merge(actor, other, context, { status, chosen, merged });
    });
    fill(chosen, yes, no);
    status.textContent = `${other.name}: said ${other.statements}, spoken of ${other.about}, named ${other.mentions} times.`;
    yes.focus();
  };
  const box = actorSearch(api, { label: `Merge ${actor.name} with`, placeholder: "Find an actor…", pick, signal });
  return h("details", { class: "merge" }, h("summary", {}, "Merge with another"), box.element, status, chosen);
}

interface Merging {
  readonly status: Element;
  readonly chosen: Element;
  /** Called with the id that stays. */
  readonly merged: (id: string) => void;
}

async function merge(
  actor: Ref,
  other: ActorRow,
  context: Context,
  { status, chosen, merged }: Merging,
): Promise<void> {
  const { api, session, signIn, toast } = context;
  if (!session.signedIn && !(await signIn())) return;
  for (const button of chosen.querySelectorAll("button")) button.disabled = true;
  status.textContent = "Merging: what names either is written anew. That takes some seconds…";
  try {
    await api.send("POST", "merges", { one: actor.id, other: other.id, same: true });
    toast(`${other.name} and ${actor.name} are one now. Review, Decided takes it back.`);
    // Which of the two ids stays is the service's choice: an old one leads on.
    merged((await api.actor(actor.id)).id);
  } catch (error) {
    status.textContent = "";
    for (const button of chosen.querySelectorAll("button")) button.disabled = false;
    toast(`Not merged. ${toldOf(error)}`, "error");
  }
}
