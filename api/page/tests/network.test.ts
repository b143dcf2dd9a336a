import { expect, test } from "vitest";
import { communitiesOf } from "../src/graph/communities.ts";
import { lanesOf, withinEnds } from "../src/graph/lanes.ts";
import type { Node, Tie } from "../src/graph/network.ts";
import { readPositions, writePositions } from "../src/graph/positions.ts";
import { beginning, shifted, windowOf } from "../src/graph/time-window.ts";
import { tops } from "../src/reader/placing.ts";

function node(id: string, mentions = 1): Node {
  return { id, name: id, kind: "person", mentions, statements: 0, about: 0 };
}

function tie(source: string, target: string, count = 1, against = 0): Tie {
  return { key: `${source} ${target} ${count}`, relation: "speaks-of", source, target, count, for: 0, against };
}

function network(nodes: readonly Node[], ties: readonly Tie[]) {
  return { nodes: new Map(nodes.map((one) => [one.id, one])), ties: new Map(ties.map((one) => [one.key, one])) };
}

test("positions come back from an address, for those who were there", () => {
  const spots = new Map([
    ["country/RU", { x: -120.5, y: 40 }],
    ["person/ada", { x: 300, y: -80 }],
    ["organisation/nato", { x: 0, y: 0 }],
  ]);
  const told = readPositions(writePositions(spots));
  for (const [id, { x, y }] of spots) {
    expect(told(id)?.x).toBeCloseTo(x, 0);
    expect(told(id)?.y).toBeCloseTo(y, 0);
  }
  expect(told("country/UA")).toBeNull();
});

test.each([null, "", "nonsense", "1,2,3", "0,0,-1,AAAAAAAA", "0,0,x,AAAAAAAA"])(
  "positions that are none: %s",
  (text) => {
    expect(readPositions(text)("country/RU")).toBeNull();
  },
);

test("two cliques are two communities, an opponent of somebody bound to neither", () => {
  const ties = [tie("a", "b"), tie("b", "c"), tie("c", "a"), tie("x", "y"), tie("y", "z"), tie("z", "x")];
  const found = communitiesOf(
    network(
      [..."abcxyz"].map((id) => node(id)),
      [...ties, tie("a", "x", 9, 9)],
    ),
  );
  expect(new Set([..."abc"].map((id) => found.get(id))).size).toBe(1);
  expect(new Set([..."xyz"].map((id) => found.get(id))).size).toBe(1);
  expect(found.get("a")).not.toBe(found.get("x"));
});

test("a tie alone runs straight, both ways run side by side and end at their actors", () => {
  const lanes = lanesOf(network([], [tie("a", "b"), tie("b", "a"), tie("a", "c")]));
  expect(lanes.get("a c 1")).toBe(0);
  // Each on its own right side: as on a road.
  expect(lanes.get("a b 1")).toBe(lanes.get("b a 1"));
  expect(lanes.get("a b 1")).not.toBe(0);
  expect(withinEnds(36, 10, 4)).toBe(3);
});

test("a window holds the periods of two days, moves within the time, and begins to play at its beginning", () => {
  const months = ["01", "02", "03", "04"].map((month) => ({ begin: `2024-${month}-01`, end: `2024-${month}-28` }));
  expect(windowOf(months, "2024-02-10", "2024-03-01")).toEqual({ from: 1, to: 2 });
  expect(windowOf(months, null, null)).toEqual({ from: 0, to: 3 });
  expect(shifted({ from: 1, to: 2 }, "both", 5, 4)).toEqual({ from: 2, to: 3 });
  expect(shifted({ from: 1, to: 2 }, "from", 5, 4)).toEqual({ from: 2, to: 2 });
  expect(beginning({ from: 0, to: 3 }, 4)).toEqual({ from: 0, to: 0 });
});

test("the chosen card stands at its sentence, the others make room", () => {
  const cards = [0, 10, 20, 200].map((at) => ({ at, height: 50 }));
  expect(tops(cards, -1)).toEqual([0, 58, 116, 200]);
  expect(tops(cards, 2)[2]).toBe(20);
  expect(Math.min(...tops(cards, 2))).toBeGreaterThanOrEqual(0);
});
