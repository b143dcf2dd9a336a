/** The picture by keyboard. */

import type { Point } from "./spots.ts";

export interface KeyActions {
  readonly spots: () => ReadonlyMap<string, Point>;
  readonly selected: () => string | null;
  readonly select: (id: string | null) => void;
  readonly open: (id: string) => void;
  readonly hide: (id: string) => void;
  readonly pin: (id: string) => void;
  readonly undo: () => void;
  readonly zoom: (by: number) => void;
  readonly fit: () => void;
}

export const KEYS_TOLD =
  "Arrow keys go from actor to actor, Enter opens around the selected one, H hides it, P pins it, U undoes, plus and minus zoom, 0 shows all.";

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Do what a key asks for; false where it asks for nothing. */
export function pressed(event: KeyboardEvent, actions: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const selected = actions.selected();
  const way = WAYS[event.key];
  if (way) {
    const next = nearest(actions.spots(), selected, way);
    if (next) actions.select(next);
    return true;
  }
  switch (event.key.toLowerCase()) {
    case "enter":
      if (selected) actions.open(selected);
      return selected !== null;
    case "h":
    case "delete":
      if (selected) actions.hide(selected);
      return selected !== null;
    case "p":
      if (selected) actions.pin(selected);
      return selected !== null;
    case "escape":
      actions.select(null);
      return true;
    case "u":
      actions.undo();
      return true;
    case "+":
    case "=":
      actions.zoom(0.75);
      return true;
    case "-":
      actions.zoom(1.33);
      return true;
    case "0":
      actions.fit();
      return true;
    default:
      return false;
  }
}

/** Return the actor that lies closest in a direction; the one in the middle where none is selected. */
export function nearest(spots: ReadonlyMap<string, Point>, from: string | null, way: Point): string | null {
  const start = from === null ? undefined : spots.get(from);
  const centre = start ?? middle(spots);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, spot] of spots) {
    if (id === from) continue;
    const [dx, dy] = [spot.x - centre.x, spot.y - centre.y];
    const along = dx * way.x + dy * way.y;
    // Aside counts double: what lies ahead comes before what lies beside.
    const far = start ? along + 2 * Math.abs(dx * way.y + dy * way.x) : Math.hypot(dx, dy);
    if ((start === undefined || along > 0) && far < least) [best, least] = [id, far];
  }
  return best;
}

function middle(spots: ReadonlyMap<string, Point>): Point {
  const all = [...spots.values()];
  const sum = all.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }), { x: 0, y: 0 });
  return { x: sum.x / (all.length || 1), y: sum.y / (all.length || 1) };
}
