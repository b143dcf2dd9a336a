/** The colours of the style sheet, for what is drawn on a canvas. */

import { ACTOR_WORDS, type ActorWord } from "./vocabulary.ts";

export type Colour = "ground" | "ink" | "quiet" | "line" | "for" | "against" | "both" | ActorWord | Tint;
/** The colours of communities; those beyond share the last. */
export type Tint = `community-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
export type Palette = Readonly<Record<Colour, string>>;

export const TINTS = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `community-${number}`) as readonly Tint[];

const NAMES: readonly Colour[] = [...TINTS, "ground", "ink", "quiet", "line", "for", "against", "both", ...ACTOR_WORDS];

/** Read the colours: as they are now, or those of light or dark. */
export function palette(scheme?: "light" | "dark"): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  if (scheme) probe.style.setProperty("color-scheme", scheme);
  document.body.append(probe);
  const found = NAMES.map((name) => {
    probe.style.setProperty("color", `var(--${name})`);
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found) as Palette;
}
