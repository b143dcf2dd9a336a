import { pagedList } from "../components/list.ts";
import { name } from "../components/text.ts";
import type { Context, Tab } from "../context.ts";
import { fill, h } from "../dom.ts";
import { href } from "../place.ts";

interface ArticleRow {
  readonly article: string;
  readonly identifier: string;
  readonly title: string | null;
  readonly statements: number;
}

export function mount(container: HTMLElement, { api, settings, signal }: Context): Tab {
  const list = h("div");
  fill(container, h("h1", {}, "Articles"), list);
  return {
    show(): void {
      fill(
        list,
        pagedList<ArticleRow>({
          first: (signal) => api.json("articles", { signal }),
          next: (address, signal) => api.json(address, { signal }),
          row: (row) => [
            h(
              "a",
              { href: href("articles", { article: row.article.slice(`${settings.base}article/`.length) }) },
              name(row.title || row.identifier),
            ),
            ` ${row.statements} statements`,
          ],
          empty: "No articles yet.",
          label: "Articles",
          signal,
        }),
      );
    },
  };
}
