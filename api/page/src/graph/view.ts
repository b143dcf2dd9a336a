/** The graph tab: picture, lists and evidence of what the address says. */

import { problemPanel } from "../components/problem.ts";
import { Working } from "../components/working.ts";
import type { Context, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { TINTS, type Tint } from "../palette.ts";
import type { Place } from "../place.ts";
import { isAbort } from "../problem.ts";
import { actorPanel } from "./actor-panel.ts";
import { type Bar, bar, isOpen } from "./bar.ts";
import { communitiesOf } from "./communities.ts";
import { fillCounts } from "./counts.ts";
import { Files } from "./files.ts";
import { filterBar } from "./filter-bar.ts";
import { filtersOf } from "./filters.ts";
import { heldBy } from "./frame.ts";
import { legend } from "./legend.ts";
import { type Loaded, Loader } from "./load.ts";
import { type Network, without } from "./network.ts";
import { overview } from "./overview.ts";
import { pathList } from "./path-list.ts";
import { readPositions, writePositions } from "./positions.ts";
import type { Selection } from "./scene.ts";
import type { Point } from "./spots.ts";
import { Stage } from "./stage.ts";
import { FIRST_NEIGHBOURS, readSteps, type Step, type Wanted, wantedBy, writeStep } from "./steps.ts";
import { tiePanel } from "./tie-panel.ts";
import { TimeBar } from "./time-bar.ts";
import { filtersTold, titleOf } from "./titles.ts";
import { toldActor } from "./told-actor.ts";

const NOTHING: Loaded = { network: { nodes: new Map(), ties: new Map() }, shown: [], paths: [], notes: [] };
const NARROW = "(max-width: 48rem)";

export class GraphView implements Tab {
  readonly #context: Context;
  readonly #root: HTMLElement;
  readonly #loader: Loader;
  readonly #stage: Stage;
  readonly #files: Files;
  readonly #filters: ReturnType<typeof filterBar>;
  readonly #bar: Bar;
  readonly #time: TimeBar;
  readonly #working = new Working();
  readonly #nobody = h(
    "p",
    { class: "nobody empty", hidden: true },
    "Nobody is shown: add an actor, or take filters away.",
  );
  readonly #counts = h("div", { class: "counts", role: "status" });
  readonly #side = h("div", { class: "side" });
  #place: Place;
  #wanted: Wanted = wantedBy([]);
  #loaded: Loaded = NOTHING;
  #network: Network = NOTHING.network;
  #whole: Network | null = null;
  #communities: ReadonlyMap<string, number> | null = null;
  #hidden = "";
  #loading = "";
  #panel = new AbortController();

  constructor(root: HTMLElement, context: Context) {
    this.#root = root;
    this.#context = context;
    this.#place = context.router.place;
    this.#loader = new Loader(context.api, context.settings.base);
    this.#stage = new Stage(this.#sceneEvents(), this.#keyActions(), context.signal);
    this.#files = new Files(context, { scenery: () => this.#scenery() });
    this.#filters = filterBar(context);
    this.#time = new TimeBar(context, {
      narrow: (days) => context.router.set(days, { replace: true }),
      busy: () => root.classList.contains("busy") || root.hasAttribute("data-moving"),
    });
    this.#bar = bar(context, {
      scene: () => this.#stage.scene,
      add: (actor) => this.#add(actor),
      undo: () => this.#undoLast(),
      more: [this.#filters.element, this.#files.element],
    });
    const main = h("div", { class: "main" }, this.#stage.element, this.#nobody, this.#working.element);
    fill(
      root,
      h("h1", { class: "visually-hidden" }, "Graph"),
      this.#bar.element,
      this.#filters.chips,
      h("div", { class: "split" }, main, this.#side),
      this.#time.element,
      h("div", { class: "beneath" }, this.#counts, legend()),
    );
    matchMedia(NARROW).addEventListener("change", () => this.show(this.#place), { signal: context.signal });
  }

  show(place: Place): void {
    this.#place = place;
    this.#filters.show(place.params);
    void this.#time.show(place.params);
    const steps = readSteps(place.params);
    this.#wanted = wantedBy(steps);
    const listed = (place.params.get("view") ?? (matchMedia(NARROW).matches ? "list" : "picture")) === "list";
    this.#root.classList.toggle("listed", listed);
    this.#root.classList.toggle("drawn", !listed && isOpen(place.params));
    this.#bar.show(place.params, listed, place.params.has("step"));
    const { pins: _, hidden: __, ...content } = this.#wanted;
    const key = JSON.stringify([content, filtersOf(place.params)]);
    if (key === this.#loading) this.#draw();
    else void this.#load(key);
  }

  async #load(key: string): Promise<void> {
    this.#loading = key;
    this.#root.classList.add("busy");
    this.#working.begin();
    try {
      const loaded = await this.#loader.load(this.#wanted, filtersOf(this.#place.params));
      if (key !== this.#loading || this.#context.signal.aborted) return;
      this.#loaded = loaded;
      this.#draw();
    } catch (error) {
      if (key !== this.#loading || isAbort(error)) return;
      this.#loading = "";
      this.#root.classList.add("drawn");
      fill(
        this.#side,
        problemPanel(error, () => this.show(this.#place)),
      );
    } finally {
      if (key === this.#loading || this.#loading === "") {
        this.#root.classList.remove("busy");
        if (!this.#root.hasAttribute("data-moving")) this.#working.end();
      }
    }
  }

  #draw(): void {
    const hidden = [...this.#wanted.hidden].join(" ");
    if (this.#loaded.network !== this.#whole || hidden !== this.#hidden) {
      [this.#whole, this.#hidden] = [this.#loaded.network, hidden];
      this.#network = without(this.#whole, this.#wanted.hidden);
      this.#communities = null;
    }
    const { params } = this.#place;
    const selection = { actor: params.get("at"), tie: params.get("tie") };
    const told = readPositions(params.get("spots"));
    const arrangement = { pins: this.#wanted.pins, told, tint: this.#tint() };
    if (!this.#root.classList.contains("listed")) this.#stage.show(this.#network, arrangement, selection);
    this.#stage.select(selection, this.#root.classList.contains("drawn") ? this.#side.offsetWidth : 0);
    this.#nobody.hidden = this.#network.nodes.size > 0;
    fillCounts(this.#counts, { ...this.#loaded, network: this.#network }, (step) => this.#step(step));
    this.#files.show(this.#context.api, this.#network, this.#wanted, filtersOf(params));
    document.title = `${titleOf(this.#loaded, this.#network, selection)} · SaySo`;
    this.#showPanel(selection);
  }

  #tint(): ((id: string) => Tint | null) | null {
    if (this.#place.params.get("colour") !== "community") return null;
    this.#communities ??= communitiesOf(this.#network);
    const communities = this.#communities;
    return (id) => TINTS[Math.min(communities.get(id) ?? TINTS.length, TINTS.length - 1)] ?? null;
  }

  #scenery() {
    const { params } = this.#place;
    const chosen = { actor: params.get("at"), tie: params.get("tie") };
    const filters = filtersTold(params);
    const cut = this.#loaded.shown.find(({ of, shown, total }) => typeof of === "string" && shown < total);
    const of = cut ? ` of ${cut.total}` : "";
    const counts =
      cut?.of === "top"
        ? `${this.#network.nodes.size} actors, ${this.#network.ties.size}${of} ties`
        : `${this.#network.nodes.size}${of} actors, ${this.#network.ties.size} ties`;
    const told = {
      title: titleOf(this.#loaded, this.#network, chosen),
      lines: [...(filters ? [`Only ${filters}`] : []), counts],
      ...heldBy(this.#network),
      source: [`SaySo, ${new Date().toISOString().slice(0, 10)}, ${location.href}`],
    };
    return { network: this.#network, spots: this.#stage.scene?.spots() ?? new Map(), tint: this.#tint(), chosen, told };
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
    const shut = h(
      "a",
      { class: "shut", href: router.link({ at: null, tie: null, side: null }), "aria-label": "Close" },
      "×",
    );
    const all = router.link({ at: null, tie: null, side: "open" });
    const back = h("div", { class: "side-head" }, h("a", { class: "back", href: all }, "← All actors and ties"), shut);
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
    const head = h("div", { class: "side-head" }, h("span", { class: "quiet" }, "All that the picture shows"), shut);
    const groups = this.#tint() ? this.#communities : null;
    return [head, pathList(this.#loaded.paths, links.tie), overview(this.#network, links, groups)];
  }

  #sceneEvents() {
    const { router } = this.#context;
    return {
      selectActor: (id: string) => router.set({ at: id, tie: null }, { replace: this.#place.params.has("at") }),
      selectTie: (key: string) => router.set({ tie: key, at: null }),
      selectNothing: () => (isOpen(this.#place.params) ? router.set({ at: null, tie: null, side: null }) : undefined),
      openActor: (id: string) => this.#open(id),
      pin: (id: string, at: Point) => this.#hold(id, at),
      layout: (running: boolean) => {
        this.#bar.arranging(running);
        this.#root.toggleAttribute("data-moving", running);
        if (running) this.#working.begin("Arranging…");
        else this.#working.end();
      },
    };
  }

  #keyActions() {
    return {
      spots: () => this.#stage.scene?.spots() ?? new Map(),
      selected: () => this.#place.params.get("at"),
      select: (id: string | null) => {
        this.#context.router.set({ at: id, tie: null }, { replace: true });
        this.#stage.say(id ? toldActor(this.#network, id) : "Nothing is chosen");
      },
      open: (id: string) => this.#open(id),
      hide: (id: string) => this.#step({ do: "hide", actor: id }),
      pin: (id: string) => this.#pin(id),
      undo: () => this.#undoLast(),
      zoom: (by: number) => this.#stage.scene?.zoom(by),
      fit: () => this.#stage.scene?.fit(),
    };
  }

  #add(actor: string): void {
    this.#steps([...readSteps(this.#place.params), { do: "add", actor }], { at: actor, tie: null });
  }

  // As a double click does: the first of those of whom it speaks, and of those who speak of it; one step to undo.
  #open(actor: string): void {
    const around: Step = { do: "around", actor, most: FIRST_NEIGHBOURS };
    this.#steps([...readSteps(this.#place.params), around], { at: actor, tie: null });
  }

  #pin(actor: string): void {
    const spot = this.#stage.scene?.at(actor);
    if (this.#wanted.pins.has(actor)) this.#step({ do: "unpin", actor });
    else if (spot) this.#hold(actor, spot);
  }

  // From now on all stand where the address brings them back to: names find the same sides of them then.
  #hold(actor: string, at: Point): void {
    const spots = writePositions(this.#stage.scene?.places() ?? new Map());
    this.#stage.scene?.place(readPositions(spots));
    this.#steps([...readSteps(this.#place.params), { do: "pin", actor, ...at }], { spots });
  }

  #step(step: Step): void {
    // A path is shown where all actors are; a hidden actor is no longer selected.
    const gone =
      step.do === "path"
        ? { at: null, side: "open" }
        : step.do === "hide" && this.#place.params.get("at") === step.actor
          ? { at: null }
          : {};
    this.#steps([...readSteps(this.#place.params), step], gone);
  }

  #undoLast(): void {
    const { params } = this.#place;
    if (!params.has("step")) return;
    const steps = readSteps(params).slice(0, -1);
    // Without a pin nothing was moved: the layout finds the same places again.
    this.#steps(steps, steps.some((step) => step.do === "pin") ? {} : { spots: null });
  }

  #steps(steps: readonly Step[], values: Readonly<Record<string, string | null>> = {}): void {
    this.#context.router.set({ actor: null, step: steps.map(writeStep), ...values });
  }
}
