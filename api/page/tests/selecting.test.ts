import { describe, expect, it } from "vitest";
import { formOf, joined, placeOf, sentenceAround, snapped, wordsIn } from "../src/reader/selecting.ts";

const TEXT = "A title\n\nShe said “we will not go”. He left.\nIt rained 😀 all day.";
const at = (words: string): readonly [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const told = ([start, end]: readonly [number, number]): string => TEXT.slice(start, end);

describe("a selection", () => {
  it.each([
    ["e said “we will n", "She said “we will not"],
    [" said ", "said"],
    ["“we will not go”", "“we will not go”"],
    ["ained 😀 al", "rained 😀 all"],
  ])("%j is %j", (selected, whole) => {
    expect(told(snapped(TEXT, at(selected)) ?? [0, 0])).toBe(whole);
  });

  it("of no word is none", () => {
    expect(snapped(TEXT, at(" 😀 "))).toBeNull();
    expect(snapped(TEXT, [5, 5])).toBeNull();
    expect(snapped(TEXT, [-9, 1])).toEqual([0, 1]);
  });

  it("made backwards is the same", () => {
    const [start, end] = at("will not");
    expect(snapped(TEXT, [end, start])).toEqual([start, end]);
  });
});

it.each([
  ["will not", "She said “we will not go”."],
  ["left", "He left."],
  ["go”. He", "She said “we will not go”. He left."],
  ["rained", "It rained 😀 all day."],
])("the sentence around %j", (words, sentence) => {
  expect(told(sentenceAround(TEXT, at(words)))).toBe(sentence);
});

it("words beside each other become one part", () => {
  const words = wordsIn(TEXT, at("we will not go"));
  expect(words.map(told)).toEqual(["we", "will", "not", "go"]);
  const [we, will, , go] = words;
  if (!we || !will || !go) throw new Error("four words");
  expect(joined(TEXT, [go, will, we]).map(told)).toEqual(["we will", "go"]);
});

it("words are found where they stand nearest", () => {
  expect(placeOf("so it is, so it was", "so it", 15)).toEqual([10, 15]);
  expect(placeOf("so it is, so it was", "so it", 3)).toEqual([0, 5]);
  expect(placeOf("so it is", "never", 0)).toBeNull();
  expect(placeOf("so it is", "", 0)).toBeNull();
});

it.each([
  ["we will not go", "direct"],
  ["“we will not go”", "direct"],
  ["said “we will not go”", "mixed"],
  ["It rained", "indirect"],
] as const)("%j is %s", (words, form) => {
  expect(formOf(TEXT, at(words))).toBe(form);
});
