import "../styles/reader.css";
import { path } from "../api.ts";
import { pagedList } from "../components/list.ts";
import { problemPanel } from "../components/problem.ts";
import { name } from "../components/text.ts";
import type { Context, Mount } from "../context.ts";
import { fill, h } from "../dom.ts";
import { href, type Place } from "../place.ts";
import { isAbort } from "../problem.ts";
import { type Reader, reader } from "../reader/reader.ts";
import type { Article } from "../shapes.ts";

interface ArticleRow {
  readonly article: string;
  readonly identifier: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly statements: number;
  readonly demands: number;
  readonly positions: number;
}

export const mount: Mount = (container, context) => {
  let open: { id: string | null; title: string | null; apart: boolean; reader: Reader | null } | null = null;
  return {
    show(place: Place): void {
      const { params } = place;
      const [id, title] = [params.get("article"), params.get("title")];
      const apart = params.get("apart") !== null && context.session.signedIn;
      if (open && open.id === id && open.title === title && open.apart === apart) {
        open.reader?.show(place);
        return;
      }
      const opening = { id, title, apart, reader: null as Reader | null };
      open = opening;
      if (id === null) {
        list(container, context, title ?? "");
        return;
      }
      fill(container, h("p", { class: "loading" }, "Loading…"));
      const load = (): Promise<Article> =>
        apart
          ? context.api.json<Article>(`codings/${path(id)}`, { signal: context.signal })
          : context.api.article(id, context.signal);
      load()
        .then((article) => {
          if (open !== opening) return;
          opening.reader = reader(container, article, context, load);
          opening.reader.show(context.router.place);
        })
        .catch((error: unknown) => isAbort(error) || fill(container, problemPanel(error)));
    },
  };
};

function list(container: Element, { api, router, settings, signal }: Context, title: string): void {
  const search = h("input", {
    type: "search",
    value: title,
    "aria-label": "Words of the title",
    placeholder: "Words of the title…",
  });
  const form = h("form", { class: "find" }, search, h("button", { type: "submit" }, "Find"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    router.set({ title: search.value.trim() });
  });
  const id = (iri: string): string => iri.slice(`${settings.base}article/`.length);
  const articles = pagedList<ArticleRow>({
    first: (signal) => api.json("articles", { params: { limit: 50, title }, signal }),
    next: (address, signal) => api.json(address, { signal }),
    row: (row) => [
      h("a", { href: href("articles", { article: id(row.article) }) }, name(row.title || row.identifier)),
      h(
        "span",
        { class: "facts quiet" },
        row.source && name(row.source),
        row.published && h("time", {}, row.published.slice(0, 10)),
        told(row),
      ),
    ],
    empty: title
      ? "No article has these words in its title."
      : "No articles yet: Start offers to paste one, or the sample.",
    label: "Articles",
    signal,
  });
  document.title = "Articles · SaySo";
  fill(container, h("h1", {}, "Articles"), form, articles);
}

function told({ statements, demands, positions }: ArticleRow): string {
  return `${statements} statements, ${demands} demands, ${positions} stances`;
}
