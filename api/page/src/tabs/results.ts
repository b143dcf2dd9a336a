import "../styles/answers.css";
import { kindSign } from "../components/actor.ts";
import { actorRow } from "../components/actor-search.ts";
import { statementCard } from "../components/card.ts";
import { pagedList } from "../components/list.ts";
import { problemPanel } from "../components/problem.ts";
import { ask, filtersOf, placeOf, type Reading, readingRow } from "../components/readings.ts";
import { name, plain } from "../components/text.ts";
import type { Context, Mount } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { ActorRow, Page } from "../shapes.ts";
import type { Row, Rows } from "../tables/rows.ts";
import type { PostRow } from "./start.ts";

const MOST = 8;
const AT_ONCE = 20;

/** Results of a search: what it may ask for, the statements of the reading that is chosen, actors and offices. */
export const mount: Mount = (container, context) => {
  const { router } = context;
  const input = h("input", { type: "search", "aria-label": "Search", maxlength: 300 });
  const form = h("form", { class: "find", role: "search" }, input, h("button", { type: "submit" }, "Search"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    router.set({ q: input.value.trim(), r: null });
  });
  const body = h("div");
  fill(container, h("h1", {}, "Results"), form, body);
  let asked = "";
  let asking = new AbortController();
  return {
    show({ params }): void {
      const [q, chosen] = [params.get("q")?.trim() ?? "", Number(params.get("r")) || 0];
      if (asked === `${chosen} ${q}`) return;
      asked = `${chosen} ${q}`;
      input.value = q;
      document.title = `${plain(q) || "Results"} · SaySo`;
      asking.abort();
      asking = new AbortController();
      const signal = AbortSignal.any([asking.signal, context.signal]);
      fill(body, h("p", { class: "loading" }, "Searching…"));
      found(context, q, chosen, signal)
        .then((parts) => fill(body, parts))
        .catch((error: unknown) => isAbort(error) || fill(body, problemPanel(error)));
    },
  };
};

async function found(context: Context, q: string, chosen: number, signal: AbortSignal): Promise<Child> {
  if (!q)
    return h("p", { class: "empty" }, "Type whom or what you look for: an actor, two, an act, words that were said.");
  const { api } = context;
  const [readings, actors, posts] = await Promise.all([
    ask(api, q, signal),
    api.actors({ name: q, limit: MOST }, signal),
    api.json<Page<PostRow>>("posts", { params: { title: q, limit: MOST }, signal }),
  ]);
  const reading = readings[chosen] ?? readings[0];
  return h(
    "div",
    { class: "found" },
    h(
      "div",
      {},
      reading && [
        readingsList(context, readings, reading),
        h("p", {}, h("a", { href: placeOf(reading) }, "Open this")),
      ],
      reading && statements(context, reading, signal),
    ),
    h("aside", {}, others("Actors", actors.items.map(actorLine)), others("Offices", posts.items.map(postLine))),
  );
}

function readingsList({ router }: Context, readings: readonly Reading[], on: Reading): HTMLElement {
  const row = (reading: Reading, index: number): HTMLElement =>
    h(
      "li",
      {},
      h(
        "a",
        { href: router.link({ r: index || null }), "aria-current": reading === on ? "true" : null },
        ...readingRow(reading),
      ),
    );
  return h("ul", { class: "readings plain-list", "aria-label": "What was meant" }, readings.map(row));
}

function statements({ api }: Context, reading: Reading, signal: AbortSignal): HTMLElement {
  const params = { ...filtersOf(reading), sort: "-day", limit: AT_ONCE };
  return pagedList<Row>({
    first: (signal) => api.json<Rows>("statements", { params, signal }),
    next: (address, signal) => api.json<Rows>(address, { signal }),
    row: ({ card }) => card && statementCard(card),
    empty: "Nothing found. Fewer words find more; another spelling of a name may, too.",
    total: reading.total,
    label: "Statements",
    signal,
  });
}

function others(label: string, rows: readonly Child[]): Child {
  return (
    rows.length > 0 && [
      h("h2", {}, label),
      h(
        "ul",
        { class: "plain-list" },
        rows.map((row) => h("li", {}, row)),
      ),
    ]
  );
}

function actorLine(actor: ActorRow): Child {
  return h("a", { class: "actor", href: href("actor", { id: actor.id }) }, ...actorRow(actor));
}

function postLine({ person, personId, title, organisation }: PostRow): Child {
  return h(
    "a",
    { class: "actor", href: href("actor", { id: personId }) },
    kindSign("person"),
    name(person),
    ", ",
    name(title),
    organisation && [", ", name(organisation)],
  );
}
