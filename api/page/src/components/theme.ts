import { h } from "../dom.ts";

const NAME = "sayso-theme";
const NEXT: Readonly<Record<string, string>> = { auto: "light", light: "dark", dark: "auto" };
const LABELS: Readonly<Record<string, string>> = { auto: "◐ Auto", light: "☀ Light", dark: "☾ Dark" };

/** Change between the system's theme, light and dark; the choice is remembered by the browser. */
export function themeButton(): HTMLElement {
  const button = h("button", { type: "button", class: "plain theme" });
  const apply = (theme: string): void => {
    document.documentElement.dataset.theme = theme;
    button.textContent = LABELS[theme] ?? "";
    button.setAttribute("aria-label", `Theme: ${theme}. Change it`);
    dispatchEvent(new Event("themechange"));
  };
  button.addEventListener("click", () => {
    const theme = NEXT[document.documentElement.dataset.theme ?? "auto"] ?? "auto";
    localStorage.setItem(NAME, theme);
    apply(theme);
  });
  apply(localStorage.getItem(NAME) ?? "auto");
  return button;
}

/** Call `changed` whenever the colours on the screen change. */
export function onThemeChange(changed: () => void, signal: AbortSignal): void {
  addEventListener("themechange", changed, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
}
