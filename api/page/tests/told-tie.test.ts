import { expect, it } from "vitest";
import type { Network } from "../src/graph/network.ts";
import { toldTie } from "../src/graph/told-tie.ts";

const node = (id: string, name: string) => ({
  id,
  name,
  kind: "country" as const,
  mentions: 1,
  statements: 1,
  about: 1,
});
const NETWORK: Network = {
  nodes: new Map([
    ["a", node("a", "Ruritania")],
    ["b", node("b", "Borduria")],
  ]),
  ties: new Map([
    [
      "one",
      {
        key: "one",
        relation: "speaks-of" as const,
        source: "a",
        target: "b",
        count: 3,
        for: 0,
        against: 1,
        on: "against sending troops",
      },
    ],
    ["two", { key: "two", relation: "colleague" as const, source: "a", target: "b", count: 1, for: 0, against: 0 }],
  ]),
};

it("tells the one count, the sides on the actor, and on what besides", () => {
  expect(toldTie(NETWORK, "one")).toBe(
    "Ruritania speaks of Borduria: 3 statements. Sides on Borduria: 1 against. On matters alone: against sending troops.",
  );
  expect(toldTie(NETWORK, "two")).toMatch(/^Ruritania .* Borduria: 1×$/);
  expect(toldTie(NETWORK, "none")).toBe("");
});
