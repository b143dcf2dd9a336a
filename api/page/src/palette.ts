/** The colours of the style sheet, for what is drawn on a canvas. */

import { ACTOR_WORDS, type ActorWord } from "./vocabulary.ts";

export type Colour = "ground" | "ink" | "quiet" | "line" | "for" | "against" | "both" | ActorWord;
export type Palette = Readonly<Record<Colour, string>>;

const NAMES: readonly Colour[] = ["ground", "ink", "quiet", "line", "for", "against", "both", ...ACTOR_WORDS];

/** Read the colours as they are now, in light or dark. */
export function palette(): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const found = NAMES.map((name) => {
    probe.style.setProperty("color", `var(--${name})`);
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found) as Palette;
}
