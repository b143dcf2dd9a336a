import { expect, test } from "vitest";
import { type Labelled, placeLabels } from "../src/graph/placing.ts";
import { type Disc, spread } from "../src/graph/spreading.ts";
import { crowded, tops } from "../src/reader/placing.ts";

const HEIGHT = 16;

function labelled(id: string, x: number, y: number, must = false): Labelled {
  return { id, x, y, radius: 8, width: 60, must };
}

test("a name without room is left out, one that has to stand is not", () => {
  const crowd = Array.from({ length: 40 }, (_, number) =>
    labelled(`n${number}`, 100 + (number % 7) * 12, 100 + number),
  );
  const spots = placeLabels(crowd, HEIGHT);
  expect(spots.size).toBeGreaterThan(3);
  expect(spots.size).toBeLessThan(40);
  expect(placeLabels([...crowd, labelled("chosen", 130, 120, true)], HEIGHT).has("chosen")).toBe(true);
});

test("no two names meet, and none leaves the stage", () => {
  const stage = { width: 400, height: 300 };
  const many = Array.from({ length: 60 }, (_, number) =>
    labelled(`n${number}`, (number * 97) % stage.width, (number * 61) % stage.height),
  );
  const spots = [...placeLabels(many, HEIGHT, stage).values()];
  for (const [index, one] of spots.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.x + 60).toBeLessThanOrEqual(stage.width);
    for (const other of spots.slice(index + 1)) {
      expect(Math.abs(one.x - other.x) >= 60 || Math.abs(one.y - other.y) >= HEIGHT).toBe(true);
    }
  }
});

test("a name stands where no tie leaves", () => {
  const right = { ...labelled("a", 100, 100), ways: [0] };
  expect(placeLabels([right], HEIGHT).get("a")?.x).toBeLessThan(100);
});

test("actors that lie on one another are moved apart, those that are held stay", () => {
  const disc = (x: number, y: number, fixed = false): Disc => ({ x, y, radius: 10, width: 30, fixed });
  const free = [disc(0, 0), disc(1, 0), disc(0, 1), disc(100, 80)];
  spread(free, { width: 600, height: 400 });
  for (const [index, one] of free.entries()) {
    for (const other of free.slice(index + 1)) {
      expect(Math.abs(one.x - other.x) >= 20 || Math.abs(one.y - other.y) >= 20).toBe(true);
    }
  }
  const held = [disc(0, 0, true), disc(0.5, 0), disc(100, 100, true)];
  spread(held, { width: 600, height: 400 });
  expect([held[0]?.x, held[0]?.y, held[2]?.x]).toEqual([0, 0, 100]);
  expect(held[1]?.x).not.toBe(0.5);
});

test("many actors fill the stage instead of standing in columns", () => {
  const stage = { width: 1100, height: 350 };
  const turn = (number: number): number => number * 2.39996;
  const many = Array.from({ length: 205 }, (_, number) => ({
    x: Math.sqrt(number) * Math.cos(turn(number)),
    y: Math.sqrt(number) * Math.sin(turn(number)),
    radius: 6,
    width: 120,
    fixed: false,
  }));
  spread(many, stage);
  const [xs, ys] = [many.map(({ x }) => x), many.map(({ y }) => y)];
  const [wide, high] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const scale = Math.min(stage.width / wide, stage.height / high);
  expect(wide * scale).toBeGreaterThan(0.6 * stage.width);
  expect(high * scale).toBeGreaterThan(0.6 * stage.height);
  const apart = many.flatMap((one, index) =>
    many.slice(index + 1).map((other) => scale * Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))),
  );
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(12);
});

test("cards above the chosen one are short where there is too little room, and none lies on another", () => {
  const card = (at: number) => ({ at, height: 60, short: 30 });
  const cards = [card(0), card(40), card(80), card(120), card(400)];
  expect(crowded(cards, 4)).toBe(0);
  expect(crowded(cards, 3)).toBe(3);
  expect(crowded(cards, 0)).toBe(0);
  expect(crowded(cards, -1)).toBe(0);
  const found = tops(
    cards.slice(0, 4).map(({ at, short }) => ({ at, height: short })),
    3,
  );
  expect(found.every((top, index) => top >= (index ? (found[index - 1] ?? 0) + 30 : 0))).toBe(true);
});
