/** The graph tab: picture, lists and evidence of what the address says. */

import { KIND_WORDS } from "../components/actor.ts";
import { actorSearch } from "../components/actor-search.ts";
import { problemPanel } from "../components/problem.ts";
import { plain } from "../components/text.ts";
import type { Context, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Place } from "../place.ts";
import { isAbort } from "../problem.ts";
import { actorPanel } from "./actor-panel.ts";
import { fillCounts } from "./counts.ts";
import { Files } from "./files.ts";
import { filterBar } from "./filter-bar.ts";
import { filtersOf } from "./filters.ts";
import { legend } from "./legend.ts";
import { type Loaded, Loader } from "./load.ts";
import { type Network, without } from "./network.ts";
import { overview } from "./overview.ts";
import { pathList } from "./path-list.ts";
import type { Selection } from "./scene.ts";
import { Stage } from "./stage.ts";
import { FIRST_NEIGHBOURS, readSteps, type Step, type Wanted, wantedBy, writeStep } from "./steps.ts";
import { tiePanel } from "./tie-panel.ts";

const NOTHING: Loaded = { network: { nodes: new Map(), ties: new Map() }, shown: [], paths: [], notes: [] };
const NARROW = "(max-width: 48rem)";

export class GraphView implements Tab {
  readonly #context: Context;
  readonly #root: HTMLElement;
  readonly #loader: Loader;
  readonly #stage: Stage;
  readonly #files: Files;
  readonly #filters: ReturnType<typeof filterBar>;
  readonly #counts = h("div", { class: "counts", role: "status" });
  readonly #side = h("div", { class: "side" });
  readonly #undo = h("button", { type: "button", onclick: () => this.#undoLast() }, "Undo");
  readonly #arrange = h("button", { type: "button", onclick: () => this.#stage.scene?.arrange() }, "Arrange");
  readonly #toggle = h("a", { class: "button", href: "" }, "List");
  #place: Place;
  #wanted: Wanted = wantedBy([]);
  #loaded: Loaded = NOTHING;
  #network: Network = NOTHING.network;
  #whole: Network | null = null;
  #hidden = "";
  #loading = "";
  #panel = new AbortController();

  constructor(root: HTMLElement, context: Context) {
    this.#root = root;
    this.#context = context;
    this.#place = context.router.place;
    this.#loader = new Loader(context.api, context.settings.base);
    this.#stage = new Stage(this.#sceneEvents(), this.#keyActions(), context.signal);
    this.#files = new Files(context, { network: () => this.#network, spots: () => this.#stage.scene?.spots() ?? null });
    this.#filters = filterBar(context);
    const main = h("div", { class: "main" }, this.#stage.element, this.#counts, legend());
    fill(
      root,
      h("h1", { class: "visually-hidden" }, "Graph"),
      this.#bar(),
      h("div", { class: "split" }, main, this.#side),
    );
    matchMedia(NARROW).addEventListener("change", () => this.show(this.#place), { signal: context.signal });
  }

  show(place: Place): void {
    this.#place = place;
    this.#filters.show(place.params);
    const steps = readSteps(place.params);
    this.#wanted = wantedBy(steps);
    this.#undo.disabled = !place.params.has("step");
    const listed = (place.params.get("view") ?? (matchMedia(NARROW).matches ? "list" : "picture")) === "list";
    this.#root.classList.toggle("listed", listed);
    fill(this.#toggle, listed ? "Picture" : "List");
    this.#toggle.href = this.#context.router.link({ view: listed ? "picture" : "list" });
    const { pins: _, hidden: __, ...content } = this.#wanted;
    const key = JSON.stringify([content, filtersOf(place.params)]);
    if (key === this.#loading) this.#draw();
    else void this.#load(key);
  }

  async #load(key: string): Promise<void> {
    this.#loading = key;
    this.#root.classList.add("busy");
    try {
      const loaded = await this.#loader.load(this.#wanted, filtersOf(this.#place.params));
      if (key !== this.#loading || this.#context.signal.aborted) return;
      this.#loaded = loaded;
      this.#draw();
    } catch (error) {
      if (key !== this.#loading || isAbort(error)) return;
      this.#loading = "";
      fill(
        this.#side,
        problemPanel(error, () => this.show(this.#place)),
      );
    } finally {
      if (key === this.#loading || this.#loading === "") this.#root.classList.remove("busy");
    }
  }

  #draw(): void {
    const hidden = [...this.#wanted.hidden].join(" ");
    if (this.#loaded.network !== this.#whole || hidden !== this.#hidden) {
      [this.#whole, this.#hidden] = [this.#loaded.network, hidden];
      this.#network = without(this.#whole, this.#wanted.hidden);
    }
    const { params } = this.#place;
    const selection = { actor: params.get("at"), tie: params.get("tie") };
    if (!this.#root.classList.contains("listed")) this.#stage.show(this.#network, this.#wanted.pins, selection);
    this.#stage.select(selection);
    fillCounts(this.#counts, { ...this.#loaded, network: this.#network }, (step) => this.#step(step));
    this.#files.show(this.#context.api, this.#network, this.#wanted, filtersOf(params));
    this.#showPanel(selection);
  }

  #showPanel(selection: Selection): void {
    this.#panel.abort();
    this.#panel = new AbortController();
    const within = this.#side.contains(document.activeElement);
    fill(this.#side, ...this.#panelOf(selection, AbortSignal.any([this.#panel.signal, this.#context.signal])));
    // What had the focus is gone: go on where the new content begins.
    if (within) this.#side.querySelector("a")?.focus();
  }

  #panelOf({ actor, tie }: Selection, signal: AbortSignal): Child[] {
    const { router } = this.#context;
    const { nodes, ties } = this.#network;
    const back = h("a", { class: "back", href: router.link({ at: null, tie: null }) }, "← All actors and ties");
    const filters = filtersOf(this.#place.params);
    const found = ties.get(tie ?? "");
    const [source, target] = [nodes.get(found?.source ?? ""), nodes.get(found?.target ?? "")];
    if (found && source && target) return [back, tiePanel(this.#context, found, [source, target], filters, signal)];
    if (tie !== null) return [back, h("p", { class: "empty" }, "This tie is not among those that are shown.")];
    if (actor) {
      const { shown } = this.#loaded;
      const at = () => this.#stage.scene?.at(actor) ?? null;
      const step = (step: Step) => this.#step(step);
      const options = { id: actor, wanted: this.#wanted, shown, loader: this.#loader, filters, at, step, signal };
      return [back, actorPanel(this.#context, options)];
    }
    const links = {
      actor: (id: string) => router.link({ at: id, tie: null }),
      tie: (key: string) => router.link({ tie: key, at: null }),
    };
    return [pathList(this.#loaded.paths, links.tie), overview(this.#network, links)];
  }

  #bar(): HTMLElement {
    const { api, signal } = this.#context;
    const add = actorSearch(api, {
      label: "Add an actor",
      placeholder: "Add an actor…",
      pick: ({ id }) => this.#add(id),
      signal,
    });
    const zoom = (by: number) => () => this.#stage.scene?.zoom(by);
    const drawing = [
      this.#arrange,
      h("button", { type: "button", "aria-label": "Zoom in", onclick: zoom(0.75) }, "+"),
      h("button", { type: "button", "aria-label": "Zoom out", onclick: zoom(1.33) }, "−"),
      h("button", { type: "button", onclick: () => this.#stage.scene?.fit() }, "Show all"),
    ];
    const tools = h("div", { class: "drawing" }, drawing);
    return h(
      "div",
      { class: "graph-bar" },
      add.element,
      this.#undo,
      tools,
      this.#toggle,
      this.#filters.element,
      this.#files.element,
    );
  }

  #sceneEvents() {
    const { router } = this.#context;
    return {
      selectActor: (id: string) => router.set({ at: id, tie: null }, { replace: this.#place.params.has("at") }),
      selectTie: (key: string) => router.set({ tie: key, at: null }),
      selectNothing: () =>
        this.#place.params.has("at") || this.#place.params.has("tie") ? router.set({ at: null, tie: null }) : undefined,
      openActor: (id: string) => this.#open(id),
      pin: (id: string, at: { x: number; y: number }) => this.#step({ do: "pin", actor: id, ...at }),
      layout: (running: boolean) => {
        this.#arrange.textContent = running ? "Stop" : "Arrange";
        this.#root.toggleAttribute("data-moving", running);
      },
    };
  }

  #keyActions() {
    return {
      spots: () => this.#stage.scene?.spots() ?? new Map(),
      selected: () => this.#place.params.get("at"),
      select: (id: string | null) => {
        this.#context.router.set({ at: id, tie: null }, { replace: true });
        this.#say(id);
      },
      open: (id: string) => this.#open(id),
      hide: (id: string) => this.#step({ do: "hide", actor: id }),
      pin: (id: string) => this.#pin(id),
      undo: () => this.#undoLast(),
      zoom: (by: number) => this.#stage.scene?.zoom(by),
      fit: () => this.#stage.scene?.fit(),
    };
  }

  #say(id: string | null): void {
    const node = this.#network.nodes.get(id ?? "");
    if (!node) return;
    const ties = [...this.#network.ties.values()].filter(({ source, target }) => source === id || target === id);
    this.#stage.say(`${plain(node.name)}, ${KIND_WORDS[node.kind].toLowerCase()}, ${ties.length} ties`);
  }

  #add(actor: string): void {
    this.#steps([...readSteps(this.#place.params), { do: "add", actor }], { at: actor, tie: null });
  }

  // As a double click does: the first of those of whom it speaks, and of those who speak of it.
  #open(actor: string): void {
    const open = (kind: "speaks-of" | "spoken-of-by"): Step => ({ do: "open", kind, actor, most: FIRST_NEIGHBOURS });
    this.#steps([...readSteps(this.#place.params), open("speaks-of"), open("spoken-of-by")], { at: actor, tie: null });
  }

  #pin(actor: string): void {
    const spot = this.#stage.scene?.at(actor);
    if (this.#wanted.pins.has(actor)) this.#step({ do: "unpin", actor });
    else if (spot) this.#step({ do: "pin", actor, ...spot });
  }

  #step(step: Step): void {
    // A path is shown where all actors are; a hidden actor is no longer selected.
    const gone =
      step.do === "path" || (step.do === "hide" && this.#place.params.get("at") === step.actor) ? { at: null } : {};
    this.#steps([...readSteps(this.#place.params), step], gone);
  }

  #undoLast(): void {
    const { params } = this.#place;
    if (params.has("step")) this.#steps(readSteps(params).slice(0, -1));
  }

  #steps(steps: readonly Step[], values: Readonly<Record<string, string | null>> = {}): void {
    this.#context.router.set({ actor: null, step: steps.map(writeStep), ...values });
  }
}
