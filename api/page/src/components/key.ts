import type { Api } from "../api.ts";
import type { Context } from "../context.ts";
import { h } from "../dom.ts";
import { toldOf } from "../problem.ts";
import type { Session } from "../session.ts";

/** The button that signs in and out. */
export function keyButton(context: Omit<Context, "signal">): HTMLElement {
  const { session } = context;
  const button = h("button", { type: "button", class: "plain key" });
  const update = (): void => {
    button.textContent = session.signedIn ? "Sign out" : "Sign in";
  };
  button.addEventListener("click", async () => {
    if (session.signedIn) session.key = null;
    else await context.signIn();
  });
  session.onChange(update);
  update();
  return button;
}

/** Ask for a key in a dialog; resolves with true once the service takes one, with false when the dialog is closed. */
export function askForKey(api: Api, session: Session): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const input = h("input", { type: "password", id: "key", autocomplete: "off", required: true });
  const told = h("p", { class: "told", role: "alert" });
  const dialog = h("dialog", { "aria-labelledby": "key-title" });
  const form = h(
    "form",
    { method: "dialog" },
    h("h2", { id: "key-title" }, "Sign in"),
    h("label", { for: "key" }, "Paste a key of this service"),
    input,
    h("p", { class: "hint" }, "It stays in this window until you close it, and goes to this service alone."),
    told,
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "submit", class: "main" }, "Sign in"),
      h("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
    ),
  );
  dialog.append(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    session.key = input.value.trim();
    try {
      // Only a key may list the running queries: the cheapest question that asks for one.
      await api.fetch("queries");
      resolve(true);
      dialog.close();
    } catch (error) {
      session.key = null;
      told.textContent = toldOf(error);
      input.select();
    }
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    resolve(false);
  });
  document.body.append(dialog);
  dialog.showModal();
  return promise;
}
