/** The picture: sigma draws it, the mouse and fingers move in it. */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { clip, plain } from "../components/text.ts";
import { type Palette, palette } from "../palette.ts";
import { drawsInSoftware } from "./drawing.ts";
import { tieProgram } from "./edge-program.ts";
import { LABEL_FONT, labels } from "./labels.ts";
import { Layout } from "./layout.ts";
import { type Network, type Node, radiusOf, type Sign, signOf, type Tie, widthOf } from "./network.ts";
import { actorProgram } from "./node-program.ts";
import { lane } from "./relations.ts";
import { beginnings, type Point } from "./spots.ts";

export interface SceneEvents {
  selectActor(id: string): void;
  openActor(id: string): void;
  selectTie(key: string): void;
  selectNothing(): void;
  pin(id: string, at: Point): void;
  layout(running: boolean): void;
}

export interface Selection {
  readonly actor: string | null;
  readonly tie: string | null;
}

const LONGEST_LABEL = 36;
const LANE_PIXELS = 4;
const FEW = 80;
const MANY = 3000;
const SLOW_MS = 150;
const REST_MS = 200;
const SLOW_REST_MS = 800;

export class Scene {
  #graph = new MultiDirectedGraph();
  readonly #sigma: Sigma;
  readonly #layout: Layout;
  readonly #events: SceneEvents;
  #colours: Palette = palette();
  #selection: Selection = { actor: null, tie: null };
  #slow = drawsInSoftware();
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, events: SceneEvents, signal: AbortSignal) {
    this.#events = events;
    const { label, hover } = labels(() => this.#colours);
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      zIndex: true,
      labelFont: LABEL_FONT,
      labelSize: 13,
      labelWeight: "normal",
      labelDensity: 3,
      minCameraRatio: 0.02,
      maxCameraRatio: 5,
      stagePadding: 50,
      doubleClickZoomingRatio: 1,
      defaultNodeType: "actor",
      defaultEdgeType: "tie",
      nodeProgramClasses: { actor: actorProgram },
      edgeProgramClasses: { tie: tieProgram },
      nodeHoverProgramClasses: { actor: actorProgram },
      defaultDrawNodeLabel: label,
      defaultDrawNodeHover: hover,
    });
    this.#layout = new Layout(
      (running) => this.#arranging(running),
      (milliseconds) => this.#drew(milliseconds),
    );
    this.#sigma.getCamera().on("updated", () => this.#stirred());
    this.#listen();
    signal.addEventListener("abort", () => this.#end());
  }

  /** Show a network. What was there stays where it is; what is new comes beside what it is tied to. */
  update(network: Network, pins: ReadonlyMap<string, Point>): void {
    const graph = new MultiDirectedGraph();
    const begin = beginnings(network, (id) => (graph.hasNode(id) ? pointOf(graph, id) : this.at(id)));
    let grown = false;
    for (const node of network.nodes.values()) {
      const known = this.at(node.id);
      grown ||= known === null;
      const pin = pins.get(node.id);
      graph.addNode(node.id, {
        ...nodeAttributes(node, network.nodes.size),
        ...(known ?? begin(node.id)),
        ...pin,
        fixed: pin !== undefined,
      });
    }
    for (const tie of network.ties.values()) {
      graph.addDirectedEdgeWithKey(tie.key, tie.source, tie.target, tieAttributes(tie));
    }
    this.#layout.stop();
    this.#graph = graph;
    const large = graph.size > MANY;
    graph.updateAttributes((data) => Object.assign(data, { large, moving: large && grown, bare: this.#slow }));
    this.#paint();
    this.#sigma.setSetting("labelRenderedSizeThreshold", graph.order <= FEW ? 0 : 7);
    this.#sigma.setGraph(graph);
    if (grown) this.#layout.start(graph);
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

  arrange(): void {
    if (this.#layout.running) this.#layout.stop();
    else this.#layout.start(this.#graph);
  }

  zoom(by: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: this.#sigma.getCamera().getBoundedRatio(camera.ratio * by) }, { duration: 150 });
  }

  fit(): void {
    void this.#sigma.getCamera().animatedReset({ duration: 200 });
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

  /** Bring an actor into sight. */
  reveal(id: string): void {
    const shown = this.#sigma.getNodeDisplayData(id);
    const spot = this.spots().get(id);
    const { width, height } = this.#sigma.getDimensions();
    if (!shown || !spot || (spot.x > 0 && spot.y > 0 && spot.x < width && spot.y < height)) return;
    void this.#sigma.getCamera().animate({ x: shown.x, y: shown.y }, { duration: 200 });
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
        const color = this.#colours[data.kind as Node["kind"]];
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
    sigma.on("enterEdge", () => this.#point(true));
    sigma.on("leaveEdge", () => this.#point(false));
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
  const aside = (1 + 2 * lane(tie.relation)) * LANE_PIXELS;
  return { size: widthOf(tie), weight: tie.count, sign: signOf(tie), lane: tie.relation === "colleague" ? 0 : aside };
}
