/** Moves actors apart that lie on one another, and the whole to the shape of the stage, so that there is room for names. */

export interface Disc {
  x: number;
  y: number;
  readonly radius: number;
  /** Of its name, in pixels. */
  readonly width: number;
  /** Whether it has to stay where it is. */
  readonly fixed: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const ROUNDS = 8;
const PUSHES = 60;
const WIDEST = 44;
const NAME_HEIGHT = 7;
const GAP = 3;
// Actors and the room for their names take so much of the stage at most; where they are many, names get less of it.
const FULLEST = 0.5;
const ROOMS = [1, 0.75, 0.5, 0.25] as const;
// How much one direction may be stretched more than the other.
const STRETCH = 1.9;

/** Move the discs, whose places are in any unit; afterwards they do not overlap when the whole is fitted into the stage. */
export function spread(discs: readonly Disc[], stage: Size): void {
  if (discs.length < 2 || stage.width < 50 || stage.height < 50) return;
  const boxes = boxesIn(discs, stage);
  if (discs.some(({ fixed }) => fixed)) {
    const { scale } = fitted(discs, stage, false);
    apart(boxes, scale, scale);
    return;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const { scale, across } = fitted(discs, stage, true);
    for (const disc of discs) {
      disc.x *= scale * across;
      disc.y *= scale;
    }
    if (!apart(boxes, 1, 1)) return;
  }
}

/** Return the pixels of a unit when the whole is fitted in, and how much more of them across than down. */
function fitted(discs: readonly Disc[], { width, height }: Size, shaped: boolean): { scale: number; across: number } {
  const [xs, ys] = [discs.map(({ x }) => x), discs.map(({ y }) => y)];
  const wide = Math.max(...xs) - Math.min(...xs) || 1;
  const high = Math.max(...ys) - Math.min(...ys) || 1;
  const [right, down] = [width / wide, height / high];
  if (!shaped) return { scale: Math.min(right, down), across: 1 };
  const scale = Math.min(down, right * STRETCH);
  return { scale, across: Math.min(right / scale, STRETCH) };
}

/** A disc with half the width and half the height that it keeps others away from. */
interface Box {
  readonly disc: Disc;
  readonly breadth: number;
  readonly depth: number;
}

// Boxes as wide as a part of the name: names of neighbours in a row find room more often.
function boxesIn(discs: readonly Disc[], stage: Size): Box[] {
  const boxes = (room: number): Box[] =>
    discs.map((disc) => ({
      disc,
      breadth: Math.max(disc.radius, Math.min(disc.width / 2, room * WIDEST)) + GAP,
      depth: disc.radius + room * NAME_HEIGHT + GAP,
    }));
  const fit = ROOMS.map(boxes).find((some) => {
    const taken = some.reduce((sum, { breadth, depth }) => sum + 4 * breadth * depth, 0);
    return taken <= FULLEST * stage.width * stage.height;
  });
  return fit ?? boxes(0);
}

function apart(boxes: readonly Box[], right: number, down: number): boolean {
  const widest = boxes.reduce((most, { breadth }) => Math.max(most, breadth), 0);
  let ever = false;
  for (let push = 0; push < PUSHES; push++) {
    let moved = false;
    // From left to right, so that each meets only those that it could touch.
    const inRow = boxes.toSorted((one, other) => one.disc.x - other.disc.x);
    for (const [index, one] of inRow.entries()) {
      for (let next = index + 1; next < inRow.length; next++) {
        const other = inRow[next];
        if (!other || (other.disc.x - one.disc.x) * right > one.breadth + widest) break;
        moved = separate(one, other, right, down) || moved;
      }
    }
    ever ||= moved;
    if (!moved) break;
  }
  return ever;
}

function separate(mine: Box, theirs: Box, right: number, down: number): boolean {
  const { disc: one } = mine;
  const { disc: other } = theirs;
  if (one.fixed && other.fixed) return false;
  const [dx, dy] = [(other.x - one.x) * right, (other.y - one.y) * down];
  const overX = mine.breadth + theirs.breadth - Math.abs(dx);
  const overY = mine.depth + theirs.depth - Math.abs(dy);
  if (overX <= 0 || overY <= 0) return false;
  const share = one.fixed || other.fixed ? 1 : 0.5;
  const [x, y] = overX < overY ? [overX * (dx < 0 ? -1 : 1), 0] : [0, overY * (dy < 0 ? -1 : 1)];
  if (!one.fixed) {
    one.x -= (share * x) / right;
    one.y -= (share * y) / down;
  }
  if (!other.fixed) {
    other.x += (share * x) / right;
    other.y += (share * y) / down;
  }
  return true;
}
