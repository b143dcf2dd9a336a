import { expect, test } from "vitest";
import { actsTold, countOf, periodName } from "../src/timeline/shapes.ts";

const span = { begin: "2022-01-31", end: "2022-02-06", count: 3, acts: {} };

test.each([
  ["day", "2022-01-31", "2022-01-31"],
  ["week", "2022-01-31 to 2022-02-06", "2022-01-31"],
  ["month", "January 2022", "Jan 2022"],
  ["year", "2022", "2022"],
] as const)("a %s is called %s, in short %s", (period, long, short) => {
  expect(periodName(span, period)).toBe(long);
  expect(periodName(span, period, true)).toBe(short);
});

test("no act chosen stands for all", () => {
  const acts = { state: 5, deny: 3 };
  expect([countOf(acts, new Set()), countOf(acts, new Set(["deny"])), countOf({}, new Set())]).toEqual([8, 3, 0]);
  expect(actsTold(acts, new Set(["deny"]))).toBe("3 deny");
  expect(actsTold(acts, new Set())).toBe("5 state, 3 deny");
});
