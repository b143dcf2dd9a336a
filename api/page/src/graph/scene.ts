/** The picture: sigma draws it, the mouse and fingers move in it. */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { CameraState } from "sigma/types";
import { clip, plain } from "../components/text.ts";
import { type Palette, palette, type Tint } from "../palette.ts";
import { drawsInSoftware } from "./drawing.ts";
import { tieProgram } from "./edge-program.ts";
import { LABEL_FONT, LABEL_SIZE, Names } from "./labels.ts";
import { lanesOf } from "./lanes.ts";
import { Layout } from "./layout.ts";
import { type Network, type Node, radiusOf, type Sign, signOf, type Tie, widthOf } from "./network.ts";
import { actorProgram } from "./node-program.ts";
import { beginnings, type Point } from "./spots.ts";
import { spread } from "./spreading.ts";

export interface SceneEvents {
  selectActor(id: string): void;
  openActor(id: string): void;
  selectTie(key: string): void;
  selectNothing(): void;
  /** The pointer came over a tie, so many pixels from the corner of the picture; null: it left. */
  pointTie?(key: string | null, at: Point): void;
  /** Somebody moved an actor. */
  pin(id: string, at: Point): void;
  layout(running: boolean): void;
}

/** Where actors stand and how they look, beside what is known of them. */
export interface Arrangement {
  readonly pins: ReadonlyMap<string, Point>;
  /** Where an actor was when its picture was shared; null where that is not told. */
  readonly told: (id: string) => Point | null;
  /** The colour of an actor; null leaves it to its kind. */
  readonly tint: ((id: string) => Tint | null) | null;
}

export interface Selection {
  readonly actor: string | null;
  readonly tie: string | null;
}

const LONGEST_LABEL = 36;
const PADDING = 50;
const MANY = 3000;
// Above this many actors, all of them are looked at pair by pair no more.
const MOST_SPREAD = 500;
// Where more than this part is known already, the known stay: who looks at a picture keeps it in mind.
const KNOWN_STAY = 0.5;
const WHOLE: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
const LOOK_MS = 200;
const SLOW_MS = 150;
const REST_MS = 200;
const SLOW_REST_MS = 800;

export class Scene {
  #graph = new MultiDirectedGraph();
  readonly #sigma: Sigma;
  readonly #layout: Layout;
  readonly #events: SceneEvents;
  readonly #names = new Names(() => this.#colours);
  // Where actors were that are not shown at present: those that come back come back there.
  readonly #before = new Map<string, Point>();
  #tint: Arrangement["tint"] = null;
  #colours: Palette = palette();
  #selection: Selection = { actor: null, tie: null };
  #slow = drawsInSoftware();
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, events: SceneEvents, signal: AbortSignal) {
    this.#events = events;
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      zIndex: true,
      renderLabels: false,
      labelFont: LABEL_FONT,
      labelSize: LABEL_SIZE,
      minCameraRatio: 0.02,
      maxCameraRatio: 5,
      stagePadding: PADDING,
      doubleClickZoomingRatio: 1,
      defaultNodeType: "actor",
      defaultEdgeType: "tie",
      nodeProgramClasses: { actor: actorProgram },
      edgeProgramClasses: { tie: tieProgram },
      nodeHoverProgramClasses: { actor: actorProgram },
      defaultDrawNodeHover: this.#names.hover,
    });
    this.#layout = new Layout(
      (running) => this.#arranging(running),
      () => this.#settle(),
      (milliseconds) => this.#drew(milliseconds),
    );
    this.#sigma.getCamera().on("updated", () => this.#stirred());
    this.#sigma.on("afterRender", () => this.#writeNames());
    const resized = new ResizeObserver(() => this.#sigma.resize().scheduleRefresh());
    resized.observe(container);
    this.#listen();
    signal.addEventListener("abort", () => {
      resized.disconnect();
      this.#end();
    });
  }

  /** Show a network. What was there stays where it is; what is new comes beside what it is tied to. */
  update(network: Network, { pins, told, tint }: Arrangement): void {
    for (const [id, spot] of this.places()) this.#before.set(id, spot);
    const graph = new MultiDirectedGraph();
    const known = (id: string): Point | null => this.at(id) ?? told(id) ?? this.#before.get(id) ?? null;
    const begin = beginnings(network, (id) => (graph.hasNode(id) ? pointOf(graph, id) : known(id)));
    const missing = [...network.nodes.keys()].filter((id) => known(id) === null);
    const stays = missing.length < (1 - KNOWN_STAY) * network.nodes.size || [...network.nodes.keys()].some(told);
    for (const node of network.nodes.values()) {
      const [spot, pin] = [known(node.id), pins.get(node.id)];
      const place = pin ?? spot ?? begin(node.id);
      const attributes = nodeAttributes(node, network.nodes.size);
      const held = pin !== undefined || (spot !== null && stays);
      graph.addNode(node.id, { ...attributes, x: place.x, y: place.y, fixed: pin !== undefined, held });
    }
    const lanes = lanesOf(network);
    for (const tie of network.ties.values()) {
      const lane = lanes.get(tie.key) ?? 0;
      graph.addDirectedEdgeWithKey(tie.key, tie.source, tie.target, { ...tieAttributes(tie), lane });
    }
    this.#layout.stop();
    this.#graph = graph;
    this.#tint = tint;
    const large = graph.size > MANY;
    graph.updateAttributes((data) =>
      Object.assign(data, { large, moving: large && missing.length > 0, bare: this.#slow }),
    );
    graph.setAttribute(
      "plain",
      [...network.ties.values()].every(({ relation }) => relation === "colleague"),
    );
    this.#names.order(graph);
    this.#paint();
    this.#sigma.setGraph(graph);
    if (missing.length) this.#layout.start(graph);
  }

  select(selection: Selection): void {
    const { actor, tie } = this.#selection;
    if (actor === selection.actor && tie === selection.tie) return;
    this.#selection = selection;
    this.#paint();
  }

  recolour(): void {
    this.#colours = palette();
    this.#paint();
  }

  tint(tint: Arrangement["tint"]): void {
    this.#tint = tint;
    this.#paint();
  }

  /** Arrange all anew but what is pinned; stop where that is going on. */
  arrange(): void {
    if (this.#layout.running) {
      this.#layout.stop();
      return;
    }
    this.#graph.updateEachNodeAttributes((_, data) => Object.assign(data, { held: data.fixed }));
    this.#layout.start(this.#graph);
  }

  zoom(by: number): void {
    const camera = this.#sigma.getCamera();
    this.#look({ ratio: camera.getBoundedRatio(camera.ratio * by) });
  }

  fit(): void {
    this.#look(WHOLE);
  }

  /** Return where an actor is; null where it is not shown. */
  at(id: string): Point | null {
    return this.#graph.hasNode(id) ? pointOf(this.#graph, id) : null;
  }

  /** Return where the actors are, in pixels of the screen. */
  spots(): Map<string, Point> {
    return new Map(
      this.#graph.mapNodes((id, { x, y }) => [id, this.#sigma.graphToViewport({ x: x as number, y: y as number })]),
    );
  }

  /** Bring an actor into sight: into the part of the stage that nothing covers, `covered` pixels at its end. */
  reveal(id: string, covered = 0): void {
    const shown = this.#sigma.getNodeDisplayData(id);
    const spot = this.spots().get(id);
    const { width, height } = this.#sigma.getDimensions();
    const free = width - covered;
    if (!shown || !spot || (spot.x > 0 && spot.y > 0 && spot.x < free && spot.y < height)) return;
    const centre = this.#sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
    const aside = this.#sigma.viewportToFramedGraph({ x: width / 2 + covered / 2, y: height / 2 });
    this.#look({ x: shown.x + aside.x - centre.x, y: shown.y + aside.y - centre.y });
  }

  /** Put actors where they are told to be; nobody sees a step as small as an address leaves it. */
  place(told: (id: string) => Point | null): void {
    this.#graph.updateEachNodeAttributes((id, data) => Object.assign(data, told(id) ?? {}), { attributes: ["x", "y"] });
  }

  /** Return where the actors are, in the picture's own units. */
  places(): Map<string, Point> {
    return new Map(this.#graph.mapNodes((id) => [id, pointOf(this.#graph, id)]));
  }

  // Who wants nothing to move sees the new part at once.
  #look(at: Partial<CameraState>): void {
    const camera = this.#sigma.getCamera();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) camera.setState(at);
    else void camera.animate(at, { duration: LOOK_MS });
  }

  // Colours are attributes: reducers would be asked for all of them at each step of the layout.
  #paint(): void {
    const graph = this.#graph;
    const { actor, tie } = this.#selection;
    const { ink, quiet, line } = this.#colours;
    this.#stirred();
    const ends = new Set(tie !== null && graph.hasEdge(tie) ? graph.extremities(tie) : [actor]);
    graph.updateEachNodeAttributes(
      (id, data) => {
        const chosen = ends.has(id);
        const color = this.#colours[this.#tint?.(id) ?? (data.kind as Node["kind"])];
        return Object.assign(data, {
          color,
          border: ink,
          selected: chosen,
          forceLabel: chosen,
          zIndex: chosen ? 2 : 1,
        });
      },
      { attributes: ["color", "zIndex"] },
    );
    graph.updateEachEdgeAttributes(
      (key, data, source, target) => {
        const near = tie === null ? actor === null || source === actor || target === actor : key === tie;
        const sign = data.sign as Sign;
        const colour = sign === "none" ? quiet : this.#colours[sign];
        return Object.assign(data, { color: near ? colour : line, zIndex: near ? 2 : 1 });
      },
      { attributes: ["color", "zIndex"] },
    );
  }

  // The layout knows nothing of how large actors and names are on the screen.
  #settle(): void {
    const graph = this.#graph;
    if (graph.order > MOST_SPREAD) return;
    const { width, height } = this.#sigma.getDimensions();
    const discs = graph.mapNodes((id, { x, y, size, label, held }) => ({
      id,
      x: x as number,
      y: y as number,
      radius: size as number,
      width: this.#names.widthOf(String(label)),
      fixed: held === true,
    }));
    spread(discs, { width: width - 2 * PADDING, height: height - 2 * PADDING });
    for (const { id, x, y } of discs) graph.mergeNodeAttributes(id, { x, y });
  }

  #writeNames(): void {
    if (!this.#graph.getAttribute("moving")) this.#names.write(this.#sigma, this.#graph);
  }

  #arranging(running: boolean): void {
    this.#stirred();
    this.#events.layout(running);
  }

  #drew(milliseconds: number): void {
    if (milliseconds < SLOW_MS || !this.#graph.getAttribute("large")) return;
    this.#slow = true;
    this.#graph.setAttribute("bare", true);
  }

  // Large pictures are drawn in full once they have come to rest for a moment.
  #stirred(): void {
    if (!this.#graph.getAttribute("large")) return;
    this.#graph.setAttribute("moving", true);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(
      () => {
        if (this.#layout.running) return;
        this.#graph.setAttribute("moving", false);
        this.#sigma.scheduleRender();
      },
      this.#slow ? SLOW_REST_MS : REST_MS,
    );
  }

  #listen(): void {
    const sigma = this.#sigma;
    const events = this.#events;
    let dragged: string | null = null;
    let moved = false;
    sigma.on("clickNode", ({ node }) => moved || events.selectActor(node));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.openActor(node);
    });
    sigma.on("clickEdge", ({ edge }) => events.selectTie(edge));
    sigma.on("clickStage", () => events.selectNothing());
    sigma.on("enterNode", () => this.#point(true));
    sigma.on("leaveNode", () => this.#point(false));
    sigma.on("enterEdge", ({ edge, event: { x, y } }) => {
      this.#point(true);
      events.pointTie?.(edge, { x, y });
    });
    sigma.on("leaveEdge", ({ event: { x, y } }) => {
      this.#point(false);
      events.pointTie?.(null, { x, y });
    });
    sigma.on("downNode", ({ node }) => {
      dragged = node;
      moved = false;
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (!dragged) return;
      if (!moved) sigma.setCustomBBox(sigma.getBBox());
      moved = true;
      preventSigmaDefault();
      event.original.preventDefault();
      this.#graph.mergeNodeAttributes(dragged, { ...sigma.viewportToGraph(event), fixed: true });
    });
    const drop = (): void => {
      const at = dragged && moved ? this.at(dragged) : null;
      if (dragged && at) events.pin(dragged, at);
      dragged = null;
      sigma.setCustomBBox(null);
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }

  #point(on: boolean): void {
    this.#sigma.getContainer().classList.toggle("pointing", on);
  }

  #end(): void {
    this.#layout.stop();
    clearTimeout(this.#rest);
    this.#sigma.kill();
  }
}

function pointOf(graph: MultiDirectedGraph, id: string): Point {
  const { x, y } = graph.getNodeAttributes(id);
  return { x, y };
}

function nodeAttributes(node: Node, among: number): Record<string, unknown> {
  return { label: clip(plain(node.name), LONGEST_LABEL), size: radiusOf(node, among), kind: node.kind };
}

function tieAttributes(tie: Tie): Record<string, unknown> {
  return { size: widthOf(tie), weight: tie.count, sign: signOf(tie) };
}
