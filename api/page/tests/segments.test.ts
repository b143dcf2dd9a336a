import { expect, test } from "vitest";
import { segments } from "../src/segments.ts";

const mark = (start: number, end: number, kind: string) => ({ start, end, kind });

test("the parts are the whole text, each with the marks over it, the longest first", () => {
  const found = segments("“No” 😀 he said", [mark(5, 9, "b"), mark(0, 9, "a"), mark(5, 6, "c")]);
  expect(found.map(({ text }) => text).join("")).toBe("“No” 😀 he said");
  expect(found.map(({ text, start, marks }) => [text, start, marks.map(({ kind }) => kind).join("")])).toEqual([
    ["“No” ", 0, "a"],
    ["😀", 5, "abc"],
    [" he", 6, "ab"],
    [" said", 9, ""],
  ]);
});

test.each([
  [[mark(3, 3, "empty")], ["text"]],
  [[mark(-4, 2, "before")], ["te", "xt"]],
  [[mark(2, 99, "after")], ["te", "xt"]],
  [[mark(50, 60, "outside")], ["text"]],
])("marks outside the text are cut to it: %j", (marks, parts) => {
  expect(segments("text", marks).map(({ text }) => text)).toEqual(parts);
});

test("no text has no parts", () => {
  expect(segments("", [mark(0, 3, "a")])).toEqual([]);
});
