/** A statement as one cites it, and its address: on the clipboard. */

import { h } from "../dom.ts";
import type { Card } from "../shapes.ts";
import { plain } from "./text.ts";

const SAID_SECONDS = 4;

/** Return the words with whose they are and where they stand. Only what was said verbatim stands between marks. */
export function citation(card: Card, address: string): string {
  const { article } = card;
  const speaker = card.speakers.map(({ name }) => name).join(", ") || card.speakerText || "speaker not named";
  const day = card.saidOn ?? article.published?.slice(0, 10);
  const where = article.source || article.title || article.identifier;
  const facts = [speaker, card.speakingAs.join(", "), where, day, article.url ?? address, article.url ? address : ""];
  return `${quoted(card)} — ${facts
    .filter((fact) => fact)
    .map((fact) => plain(String(fact)))
    .join(", ")}`;
}

function quoted({ words, form }: Pick<Card, "words" | "form">): string {
  const text = plain(words);
  if (form === "direct") return `“${inner(text.replace(/^["“„«]\s*|\s*["”“»]$/gu, ""))}”`;
  return `${text} (${form === "mixed" ? "partly" : "not"} verbatim)`;
}

// Marks within marks are single ones.
function inner(text: string): string {
  return text
    .replace(/[“„«]/gu, "‘")
    .replace(/[”»]/gu, "’")
    .replace(/(^|[\s(])"/gu, "$1‘")
    .replaceAll('"', "’");
}

/** The buttons of a card; `fragment` is where the statement is shown. */
export function citeButtons(card: Card, fragment: string): HTMLElement {
  const address = (): string => new URL(fragment, location.href).href;
  return h(
    "span",
    { class: "cite" },
    copyButton("Copy quotation", () => citation(card, address())),
    copyButton("Copy link", address),
  );
}

export function copyButton(label: string, text: () => string): HTMLElement {
  const told = h("span", { "aria-live": "polite" }, label);
  const button = h("button", { type: "button", class: "copy" }, told);
  button.addEventListener("click", async (event) => {
    event.stopPropagation();
    told.textContent = (await copied(text())) ? "Copied" : "Could not copy";
    setTimeout(() => {
      told.textContent = label;
    }, SAID_SECONDS * 1000);
  });
  return button;
}

// The clipboard's own interface is there in secure contexts alone, not on a plain http address of a network.
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = h("textarea", { class: "visually-hidden", readonly: true });
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }
}
