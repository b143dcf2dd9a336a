/** The picture: sigma draws it, the mouse and fingers move in it. */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { clip, plain } from "../components/text.ts";
import { type Palette, palette } from "../palette.ts";
import { tieProgram } from "./edge-program.ts";
import { LABEL_FONT, labels } from "./labels.ts";
import { Layout } from "./layout.ts";
import { type Network, type Node, radiusOf, signOf, type Tie, widthOf } from "./network.ts";
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

export class Scene {
  readonly #graph = new MultiDirectedGraph();
  readonly #sigma: Sigma;
  readonly #layout: Layout;
  readonly #events: SceneEvents;
  #colours: Palette = palette();
  #selection: Selection = { actor: null, tie: null };

  constructor(container: HTMLElement, events: SceneEvents, signal: AbortSignal) {
    this.#events = events;
    const { label, hover } = labels(() => this.#colours);
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      zIndex: true,
      hideEdgesOnMove: false,
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
      nodeReducer: (id, data) => this.#shownNode(id, data),
      edgeReducer: (key, data) => this.#shownTie(key, data),
    });
    this.#layout = new Layout(this.#graph, () => events.layout(this.#layout.running));
    this.#listen();
    signal.addEventListener("abort", () => this.#end());
  }

  /** Show a network. What was there stays where it is; what is new comes beside what it is tied to. */
  update(network: Network, pins: ReadonlyMap<string, Point>): void {
    const graph = this.#graph;
    const before = graph.order;
    for (const key of graph.edges()) if (!network.ties.has(key)) graph.dropEdge(key);
    for (const id of graph.nodes()) if (!network.nodes.has(id)) graph.dropNode(id);
    let added = 0;
    const begin = beginnings(network, (id) => this.at(id));
    for (const node of network.nodes.values()) added += this.#put(node, begin, pins.get(node.id));
    for (const tie of network.ties.values()) {
      if (graph.hasEdge(tie.key)) graph.mergeEdgeAttributes(tie.key, tieAttributes(tie));
      else graph.addDirectedEdgeWithKey(tie.key, tie.source, tie.target, tieAttributes(tie));
    }
    this.#sigma.setSetting("labelRenderedSizeThreshold", graph.order <= FEW ? 0 : 7);
    if (added) this.#layout.start();
    else if (graph.order !== before) this.#sigma.refresh();
  }

  select(selection: Selection): void {
    this.#selection = selection;
    this.#sigma.refresh({ skipIndexation: true });
  }

  recolour(): void {
    this.#colours = palette();
    this.#sigma.refresh({ skipIndexation: true });
  }

  arrange(): void {
    if (this.#layout.running) this.#layout.stop();
    else this.#layout.start();
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
    if (!this.#graph.hasNode(id)) return null;
    const { x, y } = this.#graph.getNodeAttributes(id);
    return { x, y };
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

  #put(node: Node, begin: (id: string) => Point, pin: Point | undefined): number {
    const attributes = { ...nodeAttributes(node), fixed: pin !== undefined, ...pin };
    if (this.#graph.hasNode(node.id)) {
      this.#graph.mergeNodeAttributes(node.id, attributes);
      return 0;
    }
    this.#graph.addNode(node.id, { ...begin(node.id), ...attributes });
    return 1;
  }

  #shownNode(id: string, data: Record<string, unknown>): Record<string, unknown> {
    const { actor, tie } = this.#selection;
    const chosen = id === actor || (tie !== null && this.#graph.hasEdge(tie) && this.#graph.hasExtremity(tie, id));
    return {
      ...data,
      color: this.#colours[data.kind as Node["kind"]],
      border: this.#colours.ink,
      pinned: data.fixed === true,
      selected: chosen,
      forceLabel: chosen,
      zIndex: chosen ? 2 : 1,
    };
  }

  #shownTie(key: string, data: Record<string, unknown>): Record<string, unknown> {
    const { actor, tie } = this.#selection;
    const sign = data.sign as keyof Palette | "none";
    const near = key === tie || (tie === null && (actor === null || this.#graph.hasExtremity(key, actor)));
    const colour = sign === "none" ? this.#colours.quiet : this.#colours[sign];
    return { ...data, color: near ? colour : this.#colours.line, zIndex: near ? 2 : 1 };
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
    this.#sigma.kill();
  }
}

function nodeAttributes(node: Node): Record<string, unknown> {
  return { label: clip(plain(node.name), LONGEST_LABEL), size: radiusOf(node), kind: node.kind };
}

function tieAttributes(tie: Tie): Record<string, unknown> {
  const aside = (1 + 2 * lane(tie.relation)) * LANE_PIXELS;
  return { size: widthOf(tie), weight: tie.count, sign: signOf(tie), lane: tie.relation === "colleague" ? 0 : aside };
}
