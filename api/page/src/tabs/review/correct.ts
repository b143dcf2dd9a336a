/** The form that puts right values in the place of those that were extracted; it sends what was changed, no more. */

import type { Api } from "../../api.ts";
import { ActorsField, type Chosen, namedOf } from "../../components/actors-field.ts";
import { h } from "../../dom.ts";
import { Offsets } from "../../offsets.ts";
import { SideField } from "../../reader/side.ts";
import type { SpanPair } from "../../shapes.ts";
import { ACTS, FORMS, STANCES, type Stance } from "../../vocabulary.ts";
import type { Corrected, DoubtfulCard } from "./shapes.ts";

const OR_NONE = [...STANCES, "no such position"];
const GAP = " … ";

export function correctionForm(
  card: DoubtfulCard,
  api: Api,
  signal: AbortSignal,
  corrected: (values: Corrected) => void,
): HTMLElement {
  const speakers = new ActorsField("Who speaks", card.speakers, api, signal);
  const about = new ActorsField("About whom", card.about, api, signal);
  const act = choice("Act", ACTS, card.act);
  const form = choice("Form", FORMS, card.form);
  const stances = card.positions.map((position) => ({
    position,
    field: choice(`${position.holder.name} on “${position.matter}”`, OR_NONE, position.stance),
  }));
  const side = new SideField(card.positions.length ? "A side that is missing" : "The speaker takes a side");
  const words = h("textarea", { rows: 3, dir: "auto", "aria-describedby": "words-hint" });
  words.value = card.words;
  const note = h("input", { type: "text", maxlength: 2000 });
  const told = h("p", { class: "told", role: "alert" });
  const element = h(
    "form",
    { class: "correction", "aria-label": "Correct this statement" },
    h("div", { class: "fields" }, speakers.element, about.element, act.element, form.element),
    stances.map(({ field }) => field.element),
    side.element,
    h("label", {}, "Words", words),
    h("p", { id: "words-hint", class: "hint" }, `As they stand in the sentence; “${GAP.trim()}” between parts.`),
    h("label", {}, "Note", note),
    told,
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "submit", class: "main" }, "Save the correction"),
      h("span", { class: "hint" }, "Escape leaves it as it is"),
    ),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      const content = words.value === card.words ? undefined : placesOf(words.value, card);
      const values: Corrected = {
        ...(speakers.changed && { speakers: speakers.values }),
        ...(about.changed && { about: about.values }),
        ...(act.changed && { act: act.value }),
        ...(form.changed && { form: form.value }),
        ...(content && { content }),
        ...stancesOf(stances),
        ...sideOf(side, speakers.chosen, card),
      };
      if (!Object.keys(values).length) throw new RangeError("Nothing is changed yet: accept it, or change something.");
      corrected({ ...values, ...(note.value.trim() && { note: note.value.trim() }) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      told.textContent = error.message;
    }
  });
  return element;
}

/** Return where words stand in the statement's sentence, in code points of the article. Throws RangeError. */
export function placesOf(words: string, card: Pick<DoubtfulCard, "sentence" | "sentenceSpan">): SpanPair[] {
  if (!card.sentenceSpan) throw new RangeError("It is not known where this sentence stands, so its words stay.");
  const [begin] = card.sentenceSpan;
  const offsets = new Offsets(card.sentence);
  let from = 0;
  return words
    .split(GAP)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): SpanPair => {
      const at = card.sentence.indexOf(part, from);
      if (at < 0) throw new RangeError(`These words are not in the sentence: “${part}”`);
      from = at + part.length;
      return [begin + offsets.codePoint(at), begin + offsets.codePoint(from)];
    });
}

function sideOf(
  { stance, matter }: SideField,
  speakers: readonly Chosen[],
  card: DoubtfulCard,
): Pick<Corrected, "positions"> {
  if (stance === null) return {};
  const [holder] = speakers;
  if (!holder || speakers.length > 1) throw new RangeError("A side is one speaker's: say who speaks.");
  const [place] = placesOf(matter.value.trim() || (card.words.split(GAP)[0] ?? ""), card);
  return place ? { positions: [{ holder: namedOf(holder), stance, matter: place }] } : {};
}

interface Choice {
  readonly element: HTMLElement;
  readonly value: string;
  readonly changed: boolean;
}

function choice(label: string, words: readonly string[], value: string): Choice {
  const select = h(
    "select",
    {},
    words.map((word) => h("option", { value: word, selected: word === value }, word)),
  );
  return {
    element: h("label", {}, label, select),
    get value() {
      return select.value;
    },
    get changed() {
      return select.value !== value;
    },
  };
}

function stancesOf(fields: readonly { position: { iri: string }; field: Choice }[]): Pick<Corrected, "stances"> {
  const changed = fields.filter(({ field }) => field.changed);
  if (!changed.length) return {};
  const stance = (value: string): Stance | null => STANCES.find((each) => each === value) ?? null;
  return { stances: Object.fromEntries(changed.map(({ position, field }) => [position.iri, stance(field.value)])) };
}
