import { expect, test } from "vitest";
import { askedOf, choicesOf, toldChoice, windowChoices } from "../src/networks/choices.ts";

const asked = (query: string) => askedOf(new URLSearchParams(query));
const names = (query: string) => choicesOf(new URLSearchParams(query)).map(({ name }) => name);

test("what one network takes another is not offered", () => {
  expect(names("")).not.toContain("qualifier");
  expect(names("kind=actor-matter")).not.toContain("variable1");
  expect(names("kind=two-mode")).toEqual(expect.arrayContaining(["variable1", "variable2", "count", "qualifier"]));
  expect(names("kind=two-mode&count=statements")).not.toContain("qualifier");
});

test("two variables are never the same, and statements have neither matter nor side", () => {
  expect(asked("kind=two-mode&variable1=matter&variable2=matter")).toMatchObject({
    variable1: "matter",
    variable2: "actor",
  });
  expect(asked("kind=ignore&count=statements&variable2=matter&reported=true")).toMatchObject({
    variable2: "about",
    reported: null,
  });
  // A choice that is none here is let go.
  expect(asked("kind=conflict&normalisation=activity")).toMatchObject({ normalisation: "none" });
});

test("windows are asked for by number; events take no kernel", () => {
  expect(asked("")).not.toHaveProperty("nth");
  expect(asked("window=3-months&kernel=gaussian")).toMatchObject({
    window: "3",
    unit: "months",
    nth: 1,
    kernel: "gaussian",
  });
  expect(asked("window=10-events&kernel=gaussian&nth=4")).toMatchObject({ unit: "events", nth: 4 });
  expect(asked("window=10-events&kernel=gaussian")).not.toHaveProperty("kernel");
  expect(asked("window=3-years-ago")).not.toHaveProperty("window");
  expect(asked("window=1-years&nth=-3")).toMatchObject({ nth: 1 });
  expect(windowChoices(new URLSearchParams("window=1-years")).map(({ name }) => name)).toEqual([
    "window",
    "step",
    "kernel",
  ]);
});

test.each([
  ["", "Who agrees"],
  ["kind=actor-matter", "Actors and matters"],
  ["kind=two-mode&variable1=source&variable2=act", "Sources and acts"],
  ["kind=ignore&variable2=article", "Who speaks on the same: actors, over articles"],
])("a network has a name: %s", (query, name) => {
  expect(toldChoice(new URLSearchParams(query))).toBe(name);
});
