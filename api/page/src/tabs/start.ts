import "../styles/start.css";
import { actorLink, kindSign } from "../components/actor.ts";
import { actorRow } from "../components/actor-search.ts";
import { readerHref } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import { type HitGroup, SearchBox } from "../components/search.ts";
import { clip, name } from "../components/text.ts";
import type { Context, Mount } from "../context.ts";
import { fill, h } from "../dom.ts";
import type { ActorRow, Page } from "../shapes.ts";

interface PostRow {
  readonly person: string;
  readonly personId: string;
  readonly title: string;
  readonly organisation: string | null;
}

interface StatementRow {
  readonly id: string;
  readonly speaker: string | null;
  readonly act: string;
  readonly words: string;
}

const MOST = 6;

export const mount: Mount = (container, context) => {
  const { api, router, signal } = context;
  const box = new SearchBox({
    label: "Search actors, offices, words",
    placeholder: "An actor, an office, words that were said…",
    search: (text, signal) => search(context, text, signal),
    searched: (text) => router.set({ q: text }, { replace: true }),
    signal,
  });
  const busiest = pagedList<ActorRow>({
    first: (signal) => api.actors({ limit: 15 }, signal),
    next: (address, signal) => api.json(address, { signal }),
    row: (actor) => [
      actorLink(actor),
      h("span", { class: "quiet" }, ` said ${actor.statements}, spoken of ${actor.about}, named ${actor.mentions}×`),
    ],
    empty: "No actors yet: load articles with “sayso load”.",
    label: "Busiest actors",
    signal,
  });
  fill(
    container,
    h("h1", {}, "Who said what about whom"),
    h("p", { class: "quiet" }, "Every answer leads to the sentence that proves it."),
    box.element,
    h("h2", {}, "Busiest actors"),
    busiest,
  );
  return { show: ({ params }) => box.set(params.get("q") ?? "") };
};

async function search(context: Context, text: string, signal: AbortSignal): Promise<HitGroup[]> {
  const { api, router } = context;
  const ask = <T>(path: string, name: string): Promise<Page<T>> =>
    api.json(path, { params: { [name]: text, limit: MOST }, signal });
  const [actors, posts, statements] = await Promise.all([
    ask<ActorRow>("actors", "name"),
    ask<PostRow>("posts", "title"),
    ask<StatementRow>("statements", "words"),
  ]);
  const toActor = (id: string) => () => router.go("graph", { actor: id, at: id });
  const toStatement = (id: string) => () => location.assign(readerHref({ id, article: { id: articleOf(id) } }));
  return [
    { label: "Actors", hits: actors.items.map((actor) => ({ row: actorRow(actor), pick: toActor(actor.id) })) },
    {
      label: "Offices",
      hits: posts.items.map((post) => ({
        row: [
          kindSign("person"),
          name(post.person),
          ", ",
          name(post.title),
          post.organisation && [", ", name(post.organisation)],
        ],
        pick: toActor(post.personId),
      })),
    },
    {
      label: "Words",
      hits: statements.items.map(({ id, speaker, act, words }) => ({
        row: [name(speaker), " ", h("span", { class: "act" }, act), " ", h("q", {}, name(clip(words)))],
        pick: toStatement(id),
      })),
    },
  ];
}

function articleOf(statement: string): string {
  return statement.split("/statement/")[0] ?? "";
}
