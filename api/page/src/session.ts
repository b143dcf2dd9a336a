/** The key that a person pasted, kept until the window closes and sent to this service alone. */

const NAME = "sayso-key";

export class Session {
  readonly #listeners = new Set<() => void>();

  get key(): string | null {
    return sessionStorage.getItem(NAME);
  }

  set key(key: string | null) {
    if (key) sessionStorage.setItem(NAME, key);
    else sessionStorage.removeItem(NAME);
    for (const listener of this.#listeners) listener();
  }

  get signedIn(): boolean {
    return this.key !== null;
  }

  onChange(listener: () => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }
}
