import { expect, it } from "vitest";
import { matrixOf } from "../src/tabs/review/confusion.ts";

const PAIRS = [
  { one: "deny", other: "deny", units: 4 },
  { one: "deny", other: "state", units: 2 },
  { one: "warn", other: "state", units: 1 },
];

it("counts each meeting once, in rows of the one and columns of the other", () => {
  expect(matrixOf(PAIRS)).toEqual({
    values: ["deny", "state", "warn"],
    counts: [
      [4, 2, 0],
      [0, 0, 0],
      [0, 1, 0],
    ],
    left: 0,
  });
});

it("tells how many have rarer values", () => {
  expect(matrixOf(PAIRS, 2)).toEqual({
    values: ["deny", "state"],
    counts: [
      [4, 2],
      [0, 0],
    ],
    left: 1,
  });
  expect(matrixOf([])).toEqual({ values: [], counts: [], left: 0 });
});
