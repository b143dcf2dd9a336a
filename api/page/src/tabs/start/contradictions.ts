/** Who contradicts an earlier statement of their own, the newest first. */

import { readerHref } from "../../components/card.ts";
import { clip, name } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { type Child, h } from "../../dom.ts";
import type { Page } from "../../shapes.ts";

interface Row {
  readonly speaker: string;
  readonly holder: string;
  readonly earlierDay: string | null;
  readonly earlierStance: string;
  readonly earlierMatter: string;
  readonly earlierId: string;
  readonly laterDay: string | null;
  readonly laterStance: string;
  readonly laterMatter: string;
  readonly laterId: string;
}

const ASKED = 20;
const SHOWN = 3;

export async function contradictions({ api, signal }: Context): Promise<Child> {
  const { items } = await api.json<Page<Row>>("contradictions", { params: { limit: ASKED }, signal });
  // Of one change of mind the newest pair is enough.
  const found = [...Map.groupBy(items, ({ holder, laterId }) => `${holder} ${laterId}`).values()];
  const rows = found.flatMap(([row]) => (row ? [h("li", {}, ...told(row))] : [])).slice(0, SHOWN);
  if (!rows.length) return null;
  return h(
    "section",
    { "aria-label": "Newest contradictions" },
    h("h2", {}, "Newest contradictions"),
    h("ul", { class: "plain-list contradictions" }, rows),
  );
}

function told(row: Row): Child[] {
  const side = (stance: string, matter: string, day: string | null, id: string): Child => [
    h(
      "a",
      { href: readerHref({ id, article: { id: id.split("/statement/")[0] ?? "" } }) },
      h("b", {}, stance),
      " “",
      name(clip(matter, 90)),
      "”",
    ),
    day && h("time", { datetime: day }, ` ${day}`),
  ];
  return [
    h("b", {}, name(row.holder)),
    row.speaker !== row.holder && [" (says ", name(row.speaker), ")"],
    ": ",
    side(row.earlierStance, row.earlierMatter, row.earlierDay, row.earlierId),
    ", then ",
    side(row.laterStance, row.laterMatter, row.laterDay, row.laterId),
  ];
}
