/** A network in a notebook (anywidget), and in the one file that `to_html` writes. */

import { type Choice, type Drawn, NOTHING } from "./drawn.ts";
import { show } from "./view.ts";

/** What anywidget hands to a front end: https://anywidget.dev/en/afm/. */
interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, heard: () => void): void;
  off(event: string, heard: () => void): void;
}

function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const view = show(el, model.get("network") as Drawn, model.get("height") as number, ({ node, tie }) => {
    model.set("selected", node);
    model.set("selected_edge", tie);
    model.save_changes();
  });
  const chosen = (): Choice => ({ node: model.get("selected") as string, tie: model.get("selected_edge") as string });
  const heard = (): void => view.choose(chosen());
  for (const name of ["selected", "selected_edge"]) model.on(`change:${name}`, heard);
  if (chosen().node || chosen().tie) heard();
  return () => {
    for (const name of ["selected", "selected_edge"]) model.off(`change:${name}`, heard);
    view.end();
  };
}

export default { render };

// The file that `to_html` writes holds its network beside this script.
for (const held of document.querySelectorAll<HTMLScriptElement>("script.sayso-network")) {
  const place = document.createElement("div");
  held.after(place);
  show(place, JSON.parse(held.text) as Drawn, Math.max(320, innerHeight - 220), () => {}).choose(NOTHING);
}
