/** Three questions that have an answer here. */

import type { FacetValue } from "../../components/facets.ts";
import { plain } from "../../components/text.ts";
import type { Context } from "../../context.ts";
import { type Child, h } from "../../dom.ts";
import type { Part } from "../../graph/told.ts";
import { href } from "../../place.ts";

interface Counted {
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>;
}

export async function questions({ api, signal }: Context, { nodes, ties }: Part): Promise<Child> {
  const counted = (listing: string, of: string): Promise<Counted> =>
    api.json<Counted>("facets", { params: { listing, of, limit: 1 }, signal });
  const [demands, said] = await Promise.all([counted("demands", "by"), counted("statements", "topic,by")]);
  const called = new Map(nodes.map(({ id, name }) => [id, plain(name)]));
  const found: { text: string; address: string }[] = [];
  const [tie] = ties;
  const [one, other] = [called.get(tie?.source ?? ""), called.get(tie?.target ?? "")];
  if (tie && one && other) {
    const text = `What did ${one} say about ${other}?`;
    found.push({ text, address: href("between", { a: tie.source, b: tie.target }) });
  }
  const [demander] = demands.facets.by ?? [];
  if (demander) {
    const address = href("tables", { kind: "demands", by: demander.value });
    found.push({ text: `What does ${plain(demander.label)} demand?`, address });
  }
  const [topic] = said.facets.topic ?? [];
  const [speaker] = said.facets.by ?? [];
  if (topic) {
    found.push({ text: `Who speaks of “${topic.label}”?`, address: href("tables", { words: topic.value }) });
  } else if (speaker) {
    found.push({ text: `What does ${plain(speaker.label)} say?`, address: href("actor", { id: speaker.value }) });
  }
  if (!found.length) return null;
  return h(
    "ul",
    { class: "questions plain-list", "aria-label": "Questions to begin with" },
    found.map(({ text, address }) => h("li", {}, h("a", { href: address }, h("bdi", {}, text)))),
  );
}
