/** Where names are written: the most important first, none on another and none on an actor; what has no room is left out. */

export interface Labelled {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the name as it is written, in pixels. */
  readonly width: number;
  /** Whether it is written even where there is no room. */
  readonly must: boolean;
  /** The directions of its ties, in radians, where names would lie on them. */
  readonly ways?: readonly number[];
}

/** Where a name begins: its left edge and its baseline. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 80;
const GAP = 4;
// Of a line of text, how much stands above its baseline.
const ABOVE = 0.75;

/** Return the places of names of one height; those that come first in `items` have the first choice. */
export function placeLabels(
  items: readonly Labelled[],
  height: number,
  stage: { readonly width: number; readonly height: number } | null = null,
): Map<string, Spot> {
  const taken = new Taken();
  for (const { id, x, y, radius } of items) {
    taken.add({ id, left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  const spots = new Map<string, Spot>();
  for (const item of [...items.filter(({ must }) => must), ...items.filter(({ must }) => !must)]) {
    const boxes = candidates(item, height);
    const inside = stage ? boxes.filter((box) => within(box, stage)) : boxes;
    const free = inside.find((box) => taken.isFree(box)) ?? (item.must ? (inside[0] ?? boxes[0]) : undefined);
    if (!free) continue;
    taken.add({ ...free, id: `label ${item.id}` });
    spots.set(item.id, { x: free.left, y: free.top + ABOVE * height });
  }
  return spots;
}

// Beside it, then above and below, then at its corners.
function candidates({ id, x, y, radius, width, ways }: Labelled, height: number): Box[] {
  const far = radius + GAP;
  const near = radius * 0.7 + 1;
  const [middle, half] = [y - height / 2, x - width / 2];
  const corners: readonly (readonly [number, number])[] = [
    [x + far, middle],
    [x - far - width, middle],
    [half, y + far - 1],
    [half, y - far - height + 1],
    [x + near, y + near],
    [x + near, y - near - height],
    [x - near - width, y + near],
    [x - near - width, y - near - height],
    [x - width * 0.2, y + far - 1],
    [x - width * 0.8, y + far - 1],
    [x - width * 0.2, y - far - height + 1],
    [x - width * 0.8, y - far - height + 1],
  ];
  const boxes = corners.map(([left, top]) => ({ id, left, top, right: left + width, bottom: top + height }));
  if (!ways?.length) return boxes;
  const crossed = new Map(boxes.map((box) => [box, crossings(box, x, y, ways)]));
  return boxes.toSorted((one, other) => (crossed.get(one) ?? 0) - (crossed.get(other) ?? 0));
}

// A tie crosses a name where its direction lies between those of the name's corners, seen from the actor.
function crossings({ left, top, right, bottom }: Box, x: number, y: number, ways: readonly number[]): number {
  const middle = Math.atan2((top + bottom) / 2 - y, (left + right) / 2 - x);
  const turned = (angle: number): number => Math.atan2(Math.sin(angle - middle), Math.cos(angle - middle));
  const ends = [left, right].flatMap((across) => [top, bottom].map((down) => turned(Math.atan2(down - y, across - x))));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return ways.filter((way) => turned(way) > least && turned(way) < most).length;
}

function within(box: Box, { width, height }: { readonly width: number; readonly height: number }): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

/** What is taken already, by cells, so that thousands are asked for in no time. */
class Taken {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const there = this.#cells.get(cell);
      if (there) there.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  isFree(box: Box): boolean {
    for (const cell of this.#cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) if (other.id !== box.id && meet(box, other)) return false;
    }
    return true;
  }

  *#cellsOf({ left, top, right, bottom }: Box): Generator<string> {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x} ${y}`;
    }
  }
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
