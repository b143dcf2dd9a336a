import { expect, test } from "vitest";
import { webAddress } from "../src/links.ts";
import { href, parsePlace, patched, samePlace } from "../src/place.ts";

test("a place and its address are one", () => {
  const address = href("graph", { actor: ["country/RU", "organisation/nato"], since: "2022-01-30", none: null });
  expect(address).toBe("#/graph?actor=country/RU&actor=organisation/nato&since=2022-01-30");
  const place = parsePlace(address, "start");
  expect([place.tab, place.params.getAll("actor")]).toEqual(["graph", ["country/RU", "organisation/nato"]]);
});

test.each(["", "#", "#/", "#/?actor=x"])("without a tab, %j is the first", (fragment) => {
  expect(parsePlace(fragment, "start").tab).toBe("start");
});

test("what means something in an address is escaped", () => {
  const { params } = parsePlace(href("tables", { words: "a & b = c # d? ü" }), "start");
  expect(params.get("words")).toBe("a & b = c # d? ü");
});

test("patched leaves the first as it was", () => {
  const before = new URLSearchParams("act=deny&by=x");
  expect(patched(before, { act: null, by: 3 }).toString()).toBe("by=3");
  expect(before.toString()).toBe("act=deny&by=x");
  expect(samePlace({ tab: "a", params: before }, { tab: "a", params: new URLSearchParams("act=deny&by=x") })).toBe(
    true,
  );
});

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "no address", "", null])(
  "%j is not to be clicked",
  (text) => {
    expect(webAddress(text)).toBeNull();
  },
);

test("an address of the web is", () => {
  expect(webAddress("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
});
