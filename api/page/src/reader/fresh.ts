/** A statement that nobody found yet: its words come from the text, the rest is picked. */

import { ActorsField, type Chosen, namedOf } from "../components/actors-field.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { Offsets } from "../offsets.ts";
import type { Article, SpanPair } from "../shapes.ts";
import type { Corrected } from "../tabs/review/shapes.ts";
import { ACTS, FORMS } from "../vocabulary.ts";
import { formOf, joined, placeOf, sentenceAround, type Units, wordsIn } from "./selecting.ts";
import { SideField } from "./side.ts";

const GAP = " … ";

/** What is sent to add a statement. */
export interface Found extends Corrected {
  readonly article: string;
  readonly verdict: "add";
  readonly cue: readonly SpanPair[];
  readonly source: readonly SpanPair[];
}

export class NewStatement {
  readonly element: HTMLElement;
  readonly #article: Article;
  readonly #text: string;
  readonly #offsets: Offsets;
  readonly #words = h("textarea", { rows: 3, dir: "auto" });
  readonly #picker = h("p", { class: "picker", dir: "auto" });
  readonly #speakers: ActorsField;
  readonly #about: ActorsField;
  readonly #act = select(ACTS);
  readonly #form = select(FORMS);
  readonly #side = new SideField("The speaker takes a side");
  readonly #told = h("p", { class: "told", role: "alert" });
  readonly #moved: (parts: readonly Units[]) => void;
  #parts: readonly Units[];
  #cue: readonly Units[] = [];

  constructor(
    article: Article,
    selected: Units | null,
    context: Context,
    save: (found: Found) => void,
    leave: () => void,
    moved: (parts: readonly Units[]) => void,
  ) {
    this.#moved = moved;
    this.#article = article;
    this.#text = article.text ?? "";
    this.#offsets = new Offsets(this.#text);
    this.#parts = selected ? [selected] : [];
    this.#speakers = new ActorsField("Who speaks", [], context.api, context.signal);
    this.#about = new ActorsField("About whom", [], context.api, context.signal);
    this.element = h(
      "form",
      { class: "correction fresh", "aria-label": "New statement" },
      h("h3", {}, "New statement"),
      h("label", {}, "Words, as they stand in the text", this.#words),
      h(
        "fieldset",
        { class: "cue-picker" },
        h("legend", {}, "What introduces them: press the words, or leave it out"),
        this.#picker,
      ),
      this.#speakers.element,
      this.#about.element,
      h("div", { class: "fields" }, h("label", {}, "Act", this.#act), h("label", {}, "Form", this.#form)),
      this.#side.element,
      this.#told,
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "submit", class: "main" }, "Save the statement"),
        h("button", { type: "button", onclick: leave }, "Leave it"),
      ),
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      try {
        save(this.#found());
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.#told.textContent = error.message;
      }
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) leave();
    });
    this.#words.addEventListener("change", () => this.#typed());
    this.#draw();
  }

  /** Where its words stand, in units. */
  get parts(): readonly Units[] {
    return this.#parts;
  }

  addWords(selected: Units): void {
    this.#parts = joined(this.#text, [...this.#parts.filter((part) => !meets(part, selected)), selected]);
    this.#draw();
  }

  setCue(selected: Units): void {
    this.#cue = [selected];
    this.#draw();
  }

  setMatter([start, end]: Units): void {
    this.#side.take(this.#text.slice(start, end));
  }

  #typed(): void {
    let from = this.#parts[0]?.[0] ?? 0;
    const parts: Units[] = [];
    for (const words of this.#words.value.split("…").map((part) => part.trim())) {
      const place = placeOf(this.#text, words, from);
      if (!place) continue;
      parts.push(place);
      from = place[1];
    }
    if (parts.length) {
      this.#parts = joined(this.#text, parts);
      this.#draw();
    }
  }

  #draw(): void {
    this.#moved(this.#parts);
    this.#words.value = this.#parts.map(([start, end]) => this.#text.slice(start, end)).join(GAP);
    const [first, last] = [this.#parts[0], this.#parts.at(-1)];
    if (!first || !last) {
      fill(this.#picker, h("span", { class: "absent" }, "Type or select words first."));
      return;
    }
    this.#form.value = formOf(this.#text, first);
    const sentence = sentenceAround(this.#text, [first[0], last[1]]);
    fill(this.#picker, this.#sentence(sentence));
    const mentions = this.#article.mentions.map(({ start, end, actor }) => ({
      at: [this.#offsets.unit(start), this.#offsets.unit(end)] as const,
      actor,
    }));
    const near = mentions.filter(({ at }) => meets(at, sentence));
    const inside = near.filter(({ at }) => this.#parts.some((part) => meets(part, at)));
    this.#speakers.suggest(once(near.filter((mention) => !inside.includes(mention))));
    this.#about.suggest(once(inside));
  }

  #sentence([from, to]: Units): Child[] {
    const shown: Child[] = [];
    let at = from;
    for (const [start, end] of wordsIn(this.#text, [from, to])) {
      shown.push(this.#text.slice(at, start));
      const word = this.#text.slice(start, end);
      const pressed = this.#cue.some((part) => meets(part, [start, end]));
      const press = (): void => this.#press([start, end], !pressed);
      shown.push(
        this.#parts.some((part) => meets(part, [start, end]))
          ? h("mark", { class: "m-content" }, word)
          : h("button", { type: "button", class: "word", "aria-pressed": String(pressed), onclick: press }, word),
      );
      at = end;
    }
    return [...shown, this.#text.slice(at, to)];
  }

  #press(word: Units, on: boolean): void {
    const words = this.#cue.flatMap((part) => wordsIn(this.#text, part)).filter((one) => !meets(one, word));
    this.#cue = joined(this.#text, on ? [...words, word] : words);
    const { activeElement } = document;
    const at = [...this.#picker.querySelectorAll("button")].findIndex((button) => button.isSameNode(activeElement));
    this.#draw();
    this.#picker.querySelectorAll("button")[at]?.focus();
  }

  #found(): Found {
    this.#typed();
    const [first, last] = [this.#parts[0], this.#parts.at(-1)];
    if (!first || !last) throw new RangeError("These words do not stand in the text: select them there.");
    const speakers = this.#speakers.chosen;
    return {
      article: this.#article.id,
      verdict: "add",
      content: this.#parts.map((part) => this.#points(part)),
      cue: this.#cue.map((part) => this.#points(part)),
      source: this.#source(speakers, sentenceAround(this.#text, [first[0], last[1]])),
      speakers: this.#speakers.values,
      about: this.#about.values,
      act: this.#act.value,
      form: this.#form.value,
      ...this.#positions(speakers, first),
    };
  }

  #positions(speakers: readonly Chosen[], first: Units): Pick<Found, "positions"> {
    const { stance } = this.#side;
    if (stance === null) return {};
    const [holder] = speakers;
    if (!holder || speakers.length > 1) throw new RangeError("A side is one speaker's: say who speaks.");
    const words = this.#side.matter.value.trim() || this.#text.slice(...first);
    const matter = placeOf(this.#text, words, first[0]);
    if (!matter) throw new RangeError(`These words do not stand in the text: “${words}”`);
    return { positions: [{ holder: namedOf(holder), stance, matter: this.#points(matter) }] };
  }

  /** Where the speaker is named in the sentence, outside of the words. */
  #source(speakers: readonly Chosen[], sentence: Units): SpanPair[] {
    const named = this.#article.mentions.filter(({ start, end, actor }) => {
      const at: Units = [this.#offsets.unit(start), this.#offsets.unit(end)];
      const spoken = this.#parts.some((part) => meets(part, at));
      return speakers.some(({ id }) => id === actor.id) && meets(at, sentence) && !spoken;
    });
    return named.slice(0, 1).map(({ start, end }) => [start, end]);
  }

  #points([start, end]: Units): SpanPair {
    return [this.#offsets.codePoint(start), this.#offsets.codePoint(end)];
  }
}

function select(words: readonly string[]): HTMLSelectElement {
  return h(
    "select",
    {},
    words.map((word) => h("option", { value: word }, word)),
  );
}

function meets(one: Units, other: Units): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function once(mentions: readonly { readonly actor: Chosen }[]): Chosen[] {
  return [...new Map(mentions.map(({ actor }) => [actor.id, actor])).values()].slice(0, 6);
}
