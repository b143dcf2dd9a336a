/** Grouping matters: wordings are dragged onto what they mean, or picked up and put down with keys or a finger. */

import "../styles/matters.css";
import { problemPanel } from "../components/problem.ts";
import { clip, name, plain } from "../components/text.ts";
import { Working } from "../components/working.ts";
import type { Context } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { isAbort, toldOf } from "../problem.ts";

interface Matter {
  readonly id: string;
  readonly label: string;
  readonly wordings: readonly string[];
  readonly positions: number;
  readonly demands: number;
}

interface Grouping {
  readonly matters: readonly Matter[];
  readonly wordings: readonly { words: string; positions: number; demands: number }[];
  readonly loose: number;
}

const LONGEST = 90;
const OUT = "";

/** Fill an element with the board; `changed` is called after each change. */
export function board(container: Element, context: Context, changed: () => void): void {
  const { api, signal, session, settings, signIn, toast } = context;
  const working = new Working();
  const status = h("p", { class: "quiet", role: "status" });
  const search = h("input", { type: "search", placeholder: "Words…", "aria-label": "Wordings that hold" });
  // Where nobody may group, nothing in the list takes the focus: then the list itself does, to be scrolled by keyboard.
  const loose = h("ul", { class: "plain-list wordings", tabindex: settings.writable ? null : 0 });
  const groups = h("div", { class: "groups" });
  const element = h(
    "div",
    { class: "matters-board" },
    h(
      "p",
      { class: "hint" },
      "Drag a wording onto another, or onto a matter, that means the same; or press it, then press where it belongs.",
    ),
    status,
    working.element,
    h(
      "div",
      { class: "columns" },
      h("section", { "aria-label": "Wordings" }, h("h2", {}, "Wordings"), search, loose),
      h("section", { "aria-label": "Matters" }, h("h2", {}, "Matters"), groups),
    ),
  );
  let told: Grouping = { matters: [], wordings: [], loose: 0 };
  let held: string | null = null;

  const load = async (): Promise<void> => {
    working.begin("Looking…");
    try {
      told = await api.json<Grouping>("matters", { params: { words: search.value.trim() }, signal });
      draw();
    } catch (error) {
      if (!isAbort(error)) fill(element, problemPanel(error));
    } finally {
      working.end();
    }
  };
  const put = async (words: string, target: string): Promise<void> => {
    held = null;
    if (words === target) {
      draw();
      return;
    }
    if (!session.signedIn && !(await signIn())) return;
    working.begin("Grouping…");
    try {
      const body = target === OUT ? { words: [words], remove: true } : { words: [words], matter: target };
      await api.send("POST", "matters", body, { signal });
      changed();
      await load();
      const where = told.matters.find(({ id, label }) => id === target || label === target)?.label ?? target;
      status.textContent = target === OUT ? `“${words}” stands alone.` : `“${words}” is now under “${where}”.`;
    } catch (error) {
      if (!isAbort(error)) toast(toldOf(error), "error");
      draw();
    } finally {
      working.end();
    }
  };
  const press = (words: string, target: string): void => {
    if (held !== null && held !== words) void put(held, target);
    else {
      held = held === words ? null : words;
      status.textContent = held ? `Picked up: “${held}”. Press where it belongs; Escape lets go.` : "";
      draw();
    }
  };
  const takes = (place: HTMLElement, target: string): HTMLElement => {
    place.addEventListener("dragover", (event) => {
      if (held === null) return;
      event.preventDefault();
      place.classList.add("over");
    });
    place.addEventListener("dragleave", () => place.classList.remove("over"));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      place.classList.remove("over");
      if (held !== null) void put(held, target);
    });
    return place;
  };
  const wording = (words: string, target: string, more: Child): HTMLElement => {
    const button = h(
      "button",
      { type: "button", class: "wording", "aria-pressed": String(held === words), disabled: !settings.writable },
      name(clip(words, LONGEST)),
      more,
    );
    button.addEventListener("click", () => press(words, target));
    const item = h("li", { draggable: String(settings.writable), title: plain(words) }, button);
    item.addEventListener("dragstart", (event) => {
      held = words;
      event.dataTransfer?.setData("text/plain", words);
    });
    item.addEventListener("dragend", () => {
      held = null;
    });
    return item;
  };
  const draw = (): void => {
    const focused = document.activeElement?.textContent;
    const count = (one: { positions: number; demands: number }): Child =>
      h("span", { class: "number quiet" }, one.positions + one.demands);
    fill(
      loose,
      !told.wordings.length &&
        h(
          "li",
          { class: "empty" },
          search.value.trim() ? "None holds these words." : "None yet: they come with articles.",
        ),
      told.wordings.map((one) => takes(wording(one.words, one.words, count(one)), one.words)),
      told.loose > told.wordings.length && h("li", { class: "quiet" }, `the first of ${told.loose}: search for more`),
    );
    const group = (matter: Matter): Child => {
      const drop = h("button", { type: "button", class: "into" }, `Put “${clip(held ?? "", 40)}” here`);
      drop.hidden = held === null || matter.wordings.includes(held);
      drop.addEventListener("click", () => held !== null && void put(held, matter.id));
      return takes(
        h(
          "section",
          { class: "matter", "aria-label": plain(matter.label) },
          h("h3", {}, name(matter.label), count(matter)),
          h(
            "ul",
            { class: "plain-list" },
            matter.wordings.map((words) => wording(words, matter.id, null)),
          ),
          drop,
        ),
        matter.id,
      );
    };
    const out = takes(h("button", { type: "button", class: "out" }, "Let it stand alone"), OUT);
    out.hidden = !told.matters.length;
    out.addEventListener("click", () => held !== null && void put(held, OUT));
    fill(
      groups,
      told.matters.length ? told.matters.map(group) : h("p", { class: "empty" }, "No matters yet: put two together."),
      out,
    );
    if (focused && !element.contains(document.activeElement))
      [...element.querySelectorAll("button")].find((button) => button.textContent === focused)?.focus();
  };
  search.addEventListener("input", () => void load());
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || held === null) return;
    held = null;
    status.textContent = "";
    draw();
  });
  fill(container, element);
  void load();
}
