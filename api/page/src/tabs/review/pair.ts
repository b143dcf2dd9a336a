/** Pairs of actors that may be one: merged, or told apart for good. */

import { actorLink } from "../../components/actor.ts";
import { statementCard } from "../../components/card.ts";
import { problemPanel } from "../../components/problem.ts";
import { name } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { type Child, fill, h } from "../../dom.ts";
import { isAbort } from "../../problem.ts";
import type { Actor, Card } from "../../shapes.ts";
import type { Decision, Work } from "./desk.ts";
import type { CountedRef, Pair } from "./shapes.ts";

const SHOWN = 3;

export function pairWork(context: Context): Work<Pair> {
  const { api } = context;
  const decision = (pair: Pair, same: boolean): Decision => ({
    told: `${pair.one.name} and ${pair.other.name}: ${same ? "one" : "not the same"}`,
    send: () => api.send("POST", "merges", { one: pair.one.id, other: pair.other.id, same }),
    takeBack: (id) => api.fetch(`merges/${id}/undo`, { method: "POST" }),
  });
  return {
    label: "The two actors to decide about",
    empty: "No two actors look alike any more.",
    ask: (limit, signal) => api.json("reviews/queue", { params: { kind: "merge", limit }, signal }),
    id: (pair) => pair.id,
    view: (pair) => view(pair, context),
    actions: [
      { key: "m", label: "Merge: they are one", main: true, act: (pair) => decision(pair, true) },
      { key: "n", label: "Not the same", act: (pair) => decision(pair, false) },
    ],
  };
}

function view(pair: Pair, context: Context): Child {
  return [
    h("h2", {}, "Are these two one?"),
    h(
      "p",
      { class: "signs" },
      h("b", {}, "Why it is asked: "),
      name(pair.reason),
      ` (${Math.round(pair.score * 100)} %)`,
    ),
    h("div", { class: "pair" }, side(pair.one, context), side(pair.other, context)),
  ];
}

function side(actor: CountedRef, { api, signal }: Context): HTMLElement {
  const more = h("div", {}, h("p", { class: "loading" }, "Loading…"));
  Promise.all([api.actor(actor.id, signal), api.statementsOf(actor.id, { limit: SHOWN }, signal)])
    .then(async ([told, said]) => {
      const about = said.items.length
        ? said
        : await api.statementsOf(actor.id, { as: "subject", limit: SHOWN }, signal);
      fill(more, facts(told), h("h3", {}, said.items.length ? "Said" : "Spoken of"), sentences(about.items));
    })
    .catch((error: unknown) => isAbort(error) || fill(more, problemPanel(error)));
  return h(
    "section",
    { "aria-label": actor.name },
    h("h3", {}, actorLink(actor)),
    h(
      "p",
      { class: "quiet" },
      `${actor.statements} statements, ${actor.mentions} mentions in ${actor.articles} articles · `,
      name(actor.id),
    ),
    more,
  );
}

function facts(actor: Actor): Child {
  const posts = actor.posts.map(({ title, organisation }) => (organisation ? `${title}, ${organisation.name}` : title));
  return h(
    "dl",
    {},
    h("dt", {}, "Names"),
    h("dd", {}, name(actor.names.join(", "))),
    posts.length > 0 && [h("dt", {}, "Posts"), h("dd", {}, name([...new Set(posts)].join("; ")))],
  );
}

function sentences(cards: readonly Card[]): Child {
  if (!cards.length) return h("p", { class: "absent" }, "in no statement");
  return h(
    "ul",
    { class: "plain-list" },
    cards.map((card) => h("li", {}, statementCard(card))),
  );
}
