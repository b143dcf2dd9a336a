/** Where a person puts articles in: a box to paste into, and a place to drop files. */

import { clip } from "../../components/text.ts";
import { h } from "../../dom.ts";
import { ACCEPTED, type Parcel } from "./parcels.ts";

const FIELDS = [
  ["title", "Title", "text"],
  ["source", "Published by", "text"],
  ["url", "Web address", "url"],
  ["published", "Day", "date"],
  ["id", "Identifier", "text"],
] as const;

// What is typed outlives a look at another tab, and a reload, until the window closes.
const DRAFT = "sayso-add-draft";

/** A box for one article's text, with what is known of the article. */
export function pasteForm(add: (parcel: Parcel) => void): HTMLElement {
  const text = h("textarea", { rows: 8, dir: "auto", required: true, placeholder: "Paste the text of an article…" });
  const kind = h(
    "select",
    {},
    h("option", { value: "text/plain" }, "plain text"),
    h("option", { value: "text/html" }, "a web page’s HTML"),
  );
  const inputs = FIELDS.map(([field, label, type]) => ({ field, label, input: h("input", { type }) }));
  const form = h(
    "form",
    { class: "paste" },
    h("label", {}, "Text", text),
    h(
      "details",
      {},
      h("summary", {}, "What is known of it"),
      h(
        "div",
        { class: "fields" },
        inputs.map(({ label, input }) => h("label", {}, label, input)),
        h("label", {}, "The text is", kind),
      ),
    ),
    h("div", { class: "buttons" }, h("button", { type: "submit", class: "main" }, "See what is found")),
  );
  const fields = [text, kind, ...inputs.map(({ input }) => input)];
  restore(fields);
  form.addEventListener("input", () => keep(fields));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!text.value.trim()) return;
    const known = inputs.map(({ field, input }): [string, string] => [field, input.value.trim()]);
    const params = Object.fromEntries(known.filter(([, value]) => value));
    const label = params.title ?? clip(text.value.trim().split("\n")[0] ?? "", 60);
    add({ label, type: kind.value, body: text.value, params });
    form.reset();
    sessionStorage.removeItem(DRAFT);
  });
  return form;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function keep(fields: readonly Field[]): void {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(fields.map(({ value }) => value)));
  } catch {
    // A text that is too long for the browser's storage stays in the box alone.
    sessionStorage.removeItem(DRAFT);
  }
}

function restore(fields: readonly Field[]): void {
  const told = sessionStorage.getItem(DRAFT);
  if (!told) return;
  const values: unknown = JSON.parse(told);
  if (!Array.isArray(values)) return;
  for (const [index, field] of fields.entries()) if (typeof values[index] === "string") field.value = values[index];
}

/** A place to drop files on, and a button that chooses them. */
export function dropZone(take: (files: readonly File[]) => void): HTMLElement {
  const input = h("input", { type: "file", multiple: true, accept: ACCEPTED, id: "files", class: "visually-hidden" });
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  const zone = h(
    "div",
    { class: "drop" },
    input,
    h("label", { for: "files", class: "button" }, "Choose files"),
    h("span", { class: "quiet" }, ` or drop them here: ${ACCEPTED.replaceAll(",", ", ")}`),
  );
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    take([...(event.dataTransfer?.files ?? [])]);
  });
  return zone;
}
