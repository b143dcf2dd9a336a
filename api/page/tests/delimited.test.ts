import { expect, test } from "vitest";
import { csv, safe, tsv } from "../src/tables/delimited.ts";

test.each(["=1+1", "+1", "-1", "@sum", "\tx", "＝1"])("%j is no formula", (text) => {
  expect(safe(text)).toBe(`'${text}`);
});

test("what is no formula stays", () => {
  expect(safe("a=1")).toBe("a=1");
});

test("a cell keeps its quotation marks, commas and lines in CSV", () => {
  expect(csv([['say "no"', "a,b", "two\nlines", "plain"]], false)).toBe('"say ""no""","a,b","two\nlines",plain\r\n');
});

test("for Excel there is a mark of UTF-8, and nothing is computed", () => {
  expect(csv([["=1", "ü"]], true)).toBe("\ufeff'=1,ü\r\n");
});

test("what would begin another cell or row becomes a space", () => {
  expect(tsv([["a\tb", "c\r\nd\u2028e"], ["f"]], false)).toBe("a b\tc d e\nf");
});
