/** Where the picture is drawn; where the browser cannot, a word that says so. */

import { onThemeChange } from "../components/theme.ts";
import { fill, h } from "../dom.ts";
import { hasWebGL } from "./drawing.ts";
import { KEYS_TOLD, type KeyActions, pressed } from "./keys.ts";
import type { Network } from "./network.ts";
import type { Arrangement, Scene, SceneEvents, Selection } from "./scene.ts";
import type { Point } from "./spots.ts";
import { toldTie } from "./told-tie.ts";

export class Stage {
  readonly element: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #events: SceneEvents;
  readonly #signal: AbortSignal;
  readonly #said = h("p", { class: "visually-hidden", "aria-live": "polite" });
  // What a pointer sees; the lists and panels hold the same for all others.
  readonly #tip = h("div", { class: "tie-tip", "aria-hidden": "true", hidden: true });
  #scene: Scene | null = null;
  #starting: Promise<void> | null = null;
  #latest: { network: Network; arrangement: Arrangement; selection: Selection } | null = null;
  #drawn = "";
  #network: Network | null = null;

  constructor(events: SceneEvents, keys: KeyActions, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    this.#canvas = h("div", {
      class: "canvas",
      tabindex: 0,
      role: "application",
      "aria-label": `Picture of actors and ties. ${KEYS_TOLD} The lists beside it hold the same.`,
      onkeydown: (event: KeyboardEvent) => pressed(event, keys) && event.preventDefault(),
    });
    this.element = h("div", { class: "stage" }, this.#canvas, this.#said, this.#tip);
  }

  get scene(): Scene | null {
    return this.#scene;
  }

  /** Show a network; the drawing code comes with the first one. */
  show(network: Network, arrangement: Arrangement, selection: Selection): void {
    this.#latest = { network, arrangement, selection };
    this.#starting ??= this.#start();
    if (this.#scene) this.#draw(this.#scene);
  }

  /** Mark what is chosen; `covered` pixels at the end of the stage are under the drawer. */
  select(selection: Selection, covered: number): void {
    if (this.#latest) this.#latest = { ...this.#latest, selection };
    this.#scene?.select(selection);
    const speaker = this.#latest?.network.ties.get(selection.tie ?? "")?.source;
    const chosen = selection.actor ?? speaker;
    if (chosen) this.#scene?.reveal(chosen, covered);
  }

  /** Have something read out. */
  say(words: string): void {
    this.#said.textContent = words;
  }

  #pointed(key: string | null, { x, y }: Point): void {
    const network = this.#latest?.network;
    const told = key !== null && network ? toldTie(network, key) : "";
    this.#tip.hidden = !told;
    this.#tip.textContent = told;
    this.#tip.style.setProperty("--x", `${Math.round(x)}px`);
    this.#tip.style.setProperty("--y", `${Math.round(y)}px`);
  }

  async #start(): Promise<void> {
    try {
      if (!hasWebGL()) throw new Error("no WebGL");
      const { Scene } = await import("./scene.ts");
      if (this.#signal.aborted) return;
      const events = { ...this.#events, pointTie: (key: string | null, at: Point) => this.#pointed(key, at) };
      this.#scene = new Scene(this.#canvas, events, this.#signal);
      onThemeChange(() => this.#scene?.recolour(), this.#signal);
      this.#draw(this.#scene);
    } catch {
      this.#scene = null;
      const word =
        "This browser draws no picture here (WebGL is missing or switched off). The lists hold the same actors and ties.";
      fill(this.element, h("p", { class: "no-picture", role: "status" }, word));
    }
  }

  #draw(scene: Scene): void {
    if (!this.#latest) return;
    const { network, arrangement, selection } = this.#latest;
    scene.select(selection);
    const pinned = JSON.stringify([...arrangement.pins]);
    if (network === this.#network && pinned === this.#drawn) {
      scene.tint(arrangement.tint);
      return;
    }
    [this.#network, this.#drawn] = [network, pinned];
    scene.update(network, arrangement);
  }
}
