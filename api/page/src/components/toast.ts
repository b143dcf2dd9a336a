import { h } from "../dom.ts";

const SECONDS = { note: 6, error: 20 };

/** Short messages in a corner, read out by screen readers; each goes by itself or when it is clicked away. */
export class Toast {
  readonly element = h("div", { class: "toasts", "aria-live": "polite" });

  say(message: string, tone: "note" | "error" = "note"): void {
    const close = h("button", { type: "button", class: "plain", "aria-label": "Close" }, "×");
    const item = h(
      "div",
      { class: `toast ${tone}`, role: tone === "error" ? "alert" : "status" },
      h("span", {}, message),
      close,
    );
    close.addEventListener("click", () => item.remove());
    this.element.append(item);
    setTimeout(() => item.remove(), SECONDS[tone] * 1000);
  }
}
