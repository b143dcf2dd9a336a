import { h } from "../dom.ts";
import type { Card } from "../shapes.ts";

type Sure = Pick<Card, "confidence" | "speakerConfidence" | "actConfidence" | "identityConfidence">;

/** How sure the extraction is: of statements at 0.9, nine in ten are right; of speaker, act and identity in the title. */
export function confidence(sure: Sure): HTMLElement {
  if (sure.confidence === null) return h("span", { class: "absent" }, "no confidence told");
  const percent = Math.round(sure.confidence * 100);
  const meter = h("meter", {
    min: 0,
    max: 100,
    low: 50,
    high: 80,
    optimum: 100,
    value: percent,
    "aria-hidden": "true",
  });
  return h("span", { class: "confidence", title: told(sure) }, meter, ` ${percent} % sure`);
}

/** Each figure in words: "That the words are right: 91 %; the speaker: 84 %". */
export function told(sure: Sure): string {
  const parts: [string, number | null][] = [
    ["That the words are right", sure.confidence],
    ["the speaker", sure.speakerConfidence],
    ["the act", sure.actConfidence],
    ["known figures", sure.identityConfidence],
  ];
  return parts
    .filter(([, share]) => share !== null)
    .map(([what, share]) => `${what}: ${Math.round((share ?? 0) * 100)} %`)
    .join("; ");
}
