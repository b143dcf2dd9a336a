/** What is known of the selected actor, and what can be done with it. */

import { actChip } from "../components/act.ts";
import { actorSearch } from "../components/actor-search.ts";
import { avatar } from "../components/avatar.ts";
import { problemPanel } from "../components/problem.ts";
import { name } from "../components/text.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { Actor, EdgeKind, NeighbourKinds } from "../shapes.ts";
import type { Loader, Shown } from "./load.ts";
import { KINDS } from "./relations.ts";
import { FIRST_NEIGHBOURS, type Step, type Wanted } from "./steps.ts";

export interface ActorPanelOptions {
  readonly id: string;
  readonly wanted: Wanted;
  readonly shown: readonly Shown[];
  readonly loader: Loader;
  readonly filters: Parameters<Loader["kinds"]>[1];
  readonly step: (step: Step) => void;
  /** Where the actor is now, for pinning it there. */
  readonly at: () => { x: number; y: number } | null;
  readonly signal: AbortSignal;
}

const MORE = 50;

export function actorPanel(context: Context, options: ActorPanelOptions): HTMLElement {
  const body = h("div", { class: "loading" }, "Loading…");
  const element = h("section", { class: "actor-panel", "aria-label": "Selected actor" }, body);
  const { id, loader, filters, signal } = options;
  Promise.all([context.api.actor(id, signal), loader.kinds(id, filters)])
    .then(([actor, kinds]) =>
      fill(element, head(actor), buttons(context, actor, options), counts(kinds, options), said(actor)),
    )
    .catch((error: unknown) => isAbort(error) || fill(element, problemPanel(error)));
  return element;
}

function head(actor: Actor): Child {
  const posts = actor.posts
    .slice(0, 6)
    .map(({ title, organisation, former }) =>
      h("li", {}, former && "former ", name(title), organisation && [", ", name(organisation.name)]),
    );
  const others = actor.names.filter((other) => other !== actor.name);
  return [
    h("h2", { class: "faced" }, avatar(actor, true), name(actor.name)),
    others.length > 0 &&
      h(
        "p",
        { class: "quiet" },
        "also: ",
        others.slice(0, 8).flatMap((other, index) => [index > 0 && ", ", name(other)]),
      ),
    posts.length > 0 && h("ul", { class: "posts" }, posts),
    h("p", { class: "quiet" }, `named ${actor.mentions} times, said ${actor.statements}, spoken of ${actor.about}`),
  ];
}

function buttons(context: Context, actor: Actor, { wanted, step, at, signal }: ActorPanelOptions): Child {
  const pinned = wanted.pins.has(actor.id);
  const pin = (): void => {
    const spot = at();
    if (pinned) step({ do: "unpin", actor: actor.id });
    else if (spot) step({ do: "pin", actor: actor.id, ...spot });
    else context.toast("Only what is in the picture can be pinned");
  };
  const path = actorSearch(context.api, {
    label: `Path from ${actor.name} to`,
    placeholder: "Path to…",
    pick: (other) => step({ do: "path", from: actor.id, to: other.id }),
    signal,
  });
  return h(
    "div",
    { class: "buttons" },
    h("button", { type: "button", onclick: () => step({ do: "hide", actor: actor.id }) }, "Hide"),
    h("button", { type: "button", "aria-pressed": String(pinned), onclick: pin }, pinned ? "Pinned" : "Pin"),
    path.element,
  );
}

function counts({ kinds }: NeighbourKinds, options: ActorPanelOptions): Child {
  const rows = kinds.filter(({ actors }) => actors > 0).map((kind) => h("li", {}, ...count(kind, options)));
  return [
    h("h3", {}, "Around it"),
    rows.length
      ? h("ul", { class: "kinds" }, rows)
      : h("p", { class: "empty" }, "Nobody, as far as the articles and filters go."),
  ];
}

function count(told: { kind: EdgeKind; statements: number; actors: number }, options: ActorPanelOptions): Child[] {
  const { kind, actors } = told;
  const open = options.wanted.opens.find((one) => one.kind === kind && one.actor === options.id);
  const found = options.shown.find(({ of }) => typeof of !== "string" && of.kind === kind && of.actor === options.id);
  const shown = found?.shown ?? 0;
  const most = open ? open.most + MORE : FIRST_NEIGHBOURS;
  const go = (): void => options.step({ do: "open", kind, actor: options.id, most });
  const label = open ? `Show ${Math.min(MORE, actors - shown)} more` : actors > most ? `Show ${most}` : "Show";
  return [
    h(
      "span",
      {},
      `${KINDS[kind].words} `,
      h("b", {}, actors),
      actors === 1 ? " actor" : " actors",
      ` (in ${told.statements.toLocaleString("en")} statements)`,
    ),
    open && h("span", { class: "quiet" }, ` ${shown} of ${actors} shown`),
    shown < actors &&
      h("button", { type: "button", onclick: go, "aria-label": `${label}: ${KINDS[kind].words}` }, label),
  ];
}

function said(actor: Actor): Child {
  const acts = Object.entries(actor.acts).toSorted(([, one], [, other]) => other - one);
  return [
    acts.length > 0 && h("h3", {}, "What it does"),
    acts.length > 0 &&
      h(
        "p",
        {},
        acts.map(([act, count]) => [actChip(act, `${act} ${count}`), " "]),
      ),
    h("p", {}, h("a", { href: href("graph", { actor: actor.id, at: actor.id }) }, "A picture of this actor alone")),
    h("p", {}, h("a", { href: href("actor", { id: actor.id }) }, "All that it says, and that is said of it")),
  ];
}
