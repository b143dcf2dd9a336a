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
// How much one direction may be stretched more than the other.
const STRETCH = 1.9;

/** Move the discs, whose places are in any unit; afterwards they do not overlap when the whole is fitted into the stage. */
export function spread(discs: readonly Disc[], stage: Size): void {
  if (discs.length < 2 || stage.width < 50 || stage.height < 50) return;
  if (discs.some(({ fixed }) => fixed)) {
    const { scale } = fitted(discs, stage, false);
    apart(discs, scale, scale);
    return;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const { scale, across } = fitted(discs, stage, true);
    for (const disc of discs) {
      disc.x *= scale * across;
      disc.y *= scale;
    }
    if (!apart(discs, 1, 1)) return;
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

// Boxes as wide as a part of the name: names of neighbours in a row find room more often.
function apart(discs: readonly Disc[], right: number, down: number): boolean {
  let ever = false;
  for (let push = 0; push < PUSHES; push++) {
    let moved = false;
    for (const [index, one] of discs.entries()) {
      for (const other of discs.slice(index + 1)) moved = separate(one, other, right, down) || moved;
    }
    ever ||= moved;
    if (!moved) break;
  }
  return ever;
}

function separate(one: Disc, other: Disc, right: number, down: number): boolean {
  if (one.fixed && other.fixed) return false;
  const [dx, dy] = [(other.x - one.x) * right, (other.y - one.y) * down];
  const overX = breadth(one) + breadth(other) - Math.abs(dx);
  const overY = depth(one) + depth(other) - Math.abs(dy);
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

function breadth({ radius, width }: Disc): number {
  return Math.max(radius, Math.min(width / 2, WIDEST)) + GAP;
}

function depth({ radius }: Disc): number {
  return radius + NAME_HEIGHT + GAP;
}
