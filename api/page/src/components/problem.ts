import { h } from "../dom.ts";
import { Problem, toldOf } from "../problem.ts";

/** Tell what went wrong, in the service's own words, with a way to try again. */
export function problemPanel(error: unknown, retry?: () => void): HTMLElement {
  const title = error instanceof Problem && error.status ? error.title : "That did not work";
  const detail = error instanceof Problem ? error.message : toldOf(error);
  return h(
    "div",
    { class: "problem", role: "alert" },
    h("strong", {}, title),
    h("p", {}, detail),
    retry && h("button", { type: "button", onclick: retry }, "Try again"),
  );
}
