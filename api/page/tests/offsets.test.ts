import { expect, test } from "vitest";
import { Offsets } from "../src/offsets.ts";

test.each([
  ["", 0],
  ["plain", 5],
  ["a😀b", 3],
  ["👩‍🚀", 3],
  ["\ud800 alone", 7],
])("%j has %i code points", (text, length) => {
  expect(new Offsets(text).length).toBe(length);
});

test("units and code points lead back to each other", () => {
  const text = "😀 said “no” 😀😀.";
  const offsets = new Offsets(text);
  for (let point = 0; point <= offsets.length; point++) expect(offsets.codePoint(offsets.unit(point))).toBe(point);
  expect(offsets.slice(2, 6)).toBe("said");
});

test("beyond the ends is the end", () => {
  const offsets = new Offsets("a😀");
  expect([offsets.unit(-3), offsets.unit(9), offsets.codePoint(9)]).toEqual([0, 3, 2]);
  // Inside a pair is the code point that it belongs to.
  expect(offsets.codePoint(2)).toBe(1);
});
