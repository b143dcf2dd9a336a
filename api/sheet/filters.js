"use strict";
// The filters of a sheet, and the tie between words and their note. Without it, all is shown and the numbers are links.
(() => {
  const notes = [...document.querySelectorAll(".note[data-n]")];
  const marks = [...document.querySelectorAll("mark[data-s]")];
  const form = document.querySelector("form.filters");
  const numbers = (mark) => mark.dataset.s.split(" ");
  const light = (number, on) => {
    for (const mark of marks) if (numbers(mark).includes(number)) mark.classList.toggle("lit", on);
    document.getElementById(`s${number}`)?.classList.toggle("lit", on);
  };
  for (const note of notes) {
    note.addEventListener("pointerenter", () => light(note.dataset.n, true));
    note.addEventListener("pointerleave", () => light(note.dataset.n, false));
  }
  for (const mark of marks) {
    const inner = () => numbers(mark).at(-1);
    mark.addEventListener("pointerenter", () => light(inner(), true));
    mark.addEventListener("pointerleave", () => light(inner(), false));
  }
  if (!form) return;
  const items = notes.length ? notes : [...document.querySelectorAll(".finding")];
  const chosen = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value);
  const apply = () => {
    const acts = chosen("act");
    const has = chosen("has");
    const speaker = form.elements.speaker?.value ?? "";
    const shown = new Set();
    for (const item of items) {
      const fits =
        (!acts.length || acts.includes(item.dataset.act)) &&
        has.every((name) => (item.dataset.has ?? "").split(" ").includes(name)) &&
        (!speaker || item.dataset.speaker === speaker);
      item.hidden = !fits;
      if (fits) shown.add(item.dataset.n);
    }
    for (const mark of marks) mark.classList.toggle("off", !numbers(mark).some((number) => shown.has(number)));
    for (const ref of document.querySelectorAll("a.ref")) ref.hidden = !shown.has(ref.id.slice(1));
    form.querySelector("output").textContent = `${shown.size} of ${items.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  apply();
})();
