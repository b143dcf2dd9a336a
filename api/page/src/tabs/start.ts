import "../styles/answers.css";
import "../styles/start.css";
import { actChip } from "../components/act.ts";
import { actorLink, kindSign } from "../components/actor.ts";
import { actorRow } from "../components/actor-search.ts";
import { readerHref } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import { problemPanel } from "../components/problem.ts";
import { ask, placeOf, readingRow } from "../components/readings.ts";
import { type HitGroup, SearchBox } from "../components/search.ts";
import { clip, name, quoted } from "../components/text.ts";
import type { Context, Mount } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { ActorRow, Page } from "../shapes.ts";
import { contradictions } from "./start/contradictions.ts";
import { questions } from "./start/questions.ts";
import { smallGraph, strongestTies } from "./start/small-graph.ts";

export interface PostRow {
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

const MOST = 5;
const BUSIEST = 12;

export const mount: Mount = (container, context) => {
  const { router, signal } = context;
  const box = new SearchBox({
    label: "Search actors, offices, words",
    placeholder: "Two actors, an office, words…",
    search: (text, signal) => search(context, text, signal),
    searched: (text) => router.set({ q: text }, { replace: true }),
    enter: (q) => router.go("results", { q }),
    signal,
  });
  const body = h("div", { class: "start-body" });
  fill(
    container,
    h("h1", {}, "Who said what about whom"),
    h("p", { class: "quiet" }, "Every answer leads to the sentence that proves it."),
    box.element,
    body,
  );
  void begin(body, context);
  return { show: ({ params }) => box.set(params.get("q") ?? "") };
};

/** What there is to begin with: questions that have an answer, the strongest ties, who changed their mind. */
async function begin(body: Element, context: Context): Promise<void> {
  const { api, signal } = context;
  fill(body, loading());
  try {
    const { items } = await api.actors({ limit: 1 }, signal);
    if (!items.length) {
      fill(body, empty(context));
      return;
    }
  } catch (error) {
    if (!isAbort(error))
      fill(
        body,
        problemPanel(error, () => begin(body, context)),
      );
    return;
  }
  const ties = strongestTies(context);
  fill(
    body,
    part(ties.then((ties) => questions(context, ties))),
    h(
      "div",
      { class: "start-columns" },
      h("section", {}, h("h2", {}, "Busiest actors"), busiest(context)),
      h(
        "div",
        {},
        h("section", {}, h("h2", {}, "Who speaks of whom"), part(ties.then(smallGraph))),
        // Who changed their mind is looked for among all positions: where that takes too long, Start goes without.
        part(contradictions(context).catch((error: unknown) => (isAbort(error) ? Promise.reject(error) : null))),
      ),
    ),
  );
}

function loading(): HTMLElement {
  return h("p", { class: "loading" }, "Loading…");
}

/** Show a part as soon as it is there; the others do not wait for it. */
function part(made: Promise<Child>): HTMLElement {
  const place = h("div", {}, loading());
  made.then(
    (child) => fill(place, child),
    (error: unknown) => isAbort(error) || fill(place, problemPanel(error)),
  );
  return place;
}

function busiest({ api, signal }: Context): HTMLElement {
  return pagedList<ActorRow>({
    first: (signal) => api.actors({ limit: BUSIEST }, signal),
    next: (address, signal) => api.json(address, { signal }),
    row: (actor) => [
      actorLink(actor),
      h("span", { class: "quiet" }, ` said ${actor.statements}, spoken of ${actor.about}, named ${actor.mentions}×`),
    ],
    empty: "No actors yet.",
    label: "Busiest actors",
    signal,
  });
}

function empty({ settings }: Context): Child {
  return h(
    "section",
    { class: "empty-store" },
    h("h2", {}, "Nothing is here yet"),
    h(
      "p",
      {},
      settings.writable
        ? "Articles are stored with a key; what would be found you see before."
        : "This service is read-only: you see what would be found, and “sayso load” stores articles.",
    ),
    h(
      "div",
      { class: "buttons" },
      h("a", { class: "button main", href: href("add") }, "Paste an article"),
      h("a", { class: "button", href: href("add", { sample: "true" }) }, "Load the sample"),
    ),
    h(
      "p",
      { class: "quiet" },
      "The sample: sixty short invented articles about a quarrel over a strait, in two years and five papers.",
    ),
  );
}

async function search(context: Context, text: string, signal: AbortSignal): Promise<HitGroup[]> {
  const { api, router } = context;
  const page = <T>(path: string, name: string): Promise<Page<T>> =>
    api.json(path, { params: { [name]: text, limit: MOST }, signal });
  const [readings, actors, posts, statements] = await Promise.all([
    ask(api, text, signal),
    page<ActorRow>("actors", "name"),
    page<PostRow>("posts", "title"),
    page<StatementRow>("statements", "words"),
  ]);
  const toActor = (id: string) => () => router.go("actor", { id });
  const to = (address: string) => () => location.assign(address);
  const hit = (reading: (typeof readings)[number]) => ({ row: readingRow(reading), pick: to(placeOf(reading)) });
  return [
    { label: "Answers", hits: readings.slice(0, -1).map(hit) },
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
        row: [name(speaker), " ", actChip(act), " ", quoted(clip(words))],
        pick: to(readerHref({ id, article: { id: articleOf(id) } })),
      })),
    },
    { label: "All statements", hits: readings.slice(-1).map(hit) },
  ];
}

function articleOf(statement: string): string {
  return statement.split("/statement/")[0] ?? "";
}
