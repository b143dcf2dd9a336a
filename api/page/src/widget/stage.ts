/** The picture: the page's way of drawing actors and ties, at the places that Python gave them. */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { EdgeProgramType } from "sigma/rendering";
import { clip, plain } from "../components/text.ts";
import { tieProgram } from "../graph/edge-program.ts";
import { LABEL_FONT } from "../graph/labels.ts";
import { type Sign, widthOf } from "../graph/network.ts";
import { actorProgram } from "../graph/node-program.ts";
import type { Choice, Drawn, DrawnNode, DrawnTie } from "./drawn.ts";
import type { Theme } from "./theme.ts";

export interface StageEvents {
  choose(choice: Choice): void;
}

// What the page has a shape for; matters and whatever else there is take the fourth.
const SHAPES: Readonly<Record<string, string>> = { Person: "person", Organisation: "organisation", Country: "country" };
const LONGEST_LABEL = 36;
const LANE_PIXELS = 4;
const FEW = 80;
const SIZE = 1000;
// Stages are wider than they are high.
const STRETCH = 1.6;

export class Stage {
  readonly #graph = new MultiDirectedGraph();
  readonly #sigma: Sigma;
  readonly #theme: Theme;
  #asked: [CanvasRenderingContext2D, Written][] = [];
  #choice: Choice = { node: "", tie: "" };

  constructor(container: HTMLElement, drawn: Drawn, theme: Theme, events: StageEvents) {
    this.#theme = theme;
    for (const node of drawn.nodes) this.#graph.addNode(node.id, nodeAttributes(node, drawn, theme));
    for (const tie of drawn.ties)
      this.#graph.addDirectedEdgeWithKey(tie.key, tie.source, tie.target, tieAttributes(tie, drawn.directed));
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      zIndex: true,
      labelFont: LABEL_FONT,
      labelSize: 13,
      labelColor: { color: theme.ink },
      labelRenderedSizeThreshold: drawn.nodes.length <= FEW ? 0 : 7,
      labelDensity: 2,
      labelGridCellSize: 60,
      stagePadding: 40,
      defaultNodeType: "actor",
      defaultEdgeType: "tie",
      nodeProgramClasses: { actor: actorProgram },
      edgeProgramClasses: { tie: drawn.directed ? tieProgram : plainTie() },
      nodeHoverProgramClasses: { actor: actorProgram },
      defaultDrawNodeLabel: (context, data) => this.#asked.push([context, data]),
      defaultDrawNodeHover: (context, data) => write(context, data, theme, "bold"),
      nodeReducer: (id, data) => this.#shownNode(id, data),
      edgeReducer: (key, data) => this.#shownTie(key, data),
    });
    this.#listen(events);
  }

  choose(choice: Choice): void {
    this.#choice = choice;
    this.#sigma.refresh({ skipIndexation: true });
  }

  zoom(by: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * by) }, { duration: 150 });
  }

  fit(): void {
    void this.#sigma.getCamera().animatedReset({ duration: 200 });
  }

  resize(): void {
    this.#sigma.resize();
    this.#sigma.refresh();
  }

  end(): void {
    this.#sigma.kill();
  }

  #shownNode(id: string, data: Record<string, unknown>): Record<string, unknown> {
    const { node, tie } = this.#choice;
    const chosen = id === node || (this.#graph.hasEdge(tie) && this.#graph.hasExtremity(tie, id));
    return { ...data, selected: chosen, forceLabel: chosen, zIndex: chosen ? 2 : 1 };
  }

  #shownTie(key: string, data: Record<string, unknown>): Record<string, unknown> {
    const { node, tie } = this.#choice;
    const near = key === tie || (!tie && (!node || this.#graph.hasExtremity(key, node)));
    const sign = data.sign as Sign;
    return { ...data, color: near ? this.#theme.signs[sign] : this.#theme.line, zIndex: near ? 2 : 1 };
  }

  /** Write the labels of a frame, those of the largest first: none lies on another, save that of what is chosen. */
  #label(): void {
    const written: Box[] = [];
    this.#asked.sort(
      ([, one], [, other]) => Number(!!other.selected) - Number(!!one.selected) || other.size - one.size,
    );
    for (const [context, data] of this.#asked) {
      context.font = `13px ${LABEL_FONT}`;
      const left = data.x + data.size;
      const right = left + 8 + context.measureText(data.label ?? "").width;
      const box: Box = [left, data.y - 9, right, data.y + 9];
      if (!data.selected && written.some((other) => overlap(box, other))) continue;
      written.push(box);
      write(context, data, this.#theme, "normal");
    }
    this.#asked = [];
  }

  #listen(events: StageEvents): void {
    const sigma = this.#sigma;
    sigma.on("afterRender", () => this.#label());
    sigma.on("clickNode", ({ node }) => events.choose({ node, tie: "" }));
    sigma.on("clickEdge", ({ edge }) => events.choose({ node: "", tie: edge }));
    sigma.on("clickStage", () => events.choose({ node: "", tie: "" }));
    for (const enter of ["enterNode", "enterEdge"] as const) sigma.on(enter, () => this.#point(true));
    for (const leave of ["leaveNode", "leaveEdge"] as const) sigma.on(leave, () => this.#point(false));
    let dragged = "";
    sigma.on("downNode", ({ node }) => {
      dragged = node;
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (!dragged) return;
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
      preventSigmaDefault();
      this.#graph.mergeNodeAttributes(dragged, { ...sigma.viewportToGraph(event) });
    });
    const drop = (): void => {
      dragged = "";
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }

  #point(on: boolean): void {
    this.#sigma.getContainer().classList.toggle("pointing", on);
  }
}

function nodeAttributes(node: DrawnNode, drawn: Drawn, theme: Theme): Record<string, unknown> {
  return {
    // The screen's y points down, sigma's up.
    x: node.x * SIZE * STRETCH,
    y: -node.y * SIZE,
    size: node.radius,
    label: clip(plain(node.name), LONGEST_LABEL),
    color: drawn.colours[node.kind] ?? theme.quiet,
    border: theme.ink,
    kind: SHAPES[node.kind] ?? "group",
    pinned: false,
  };
}

function tieAttributes(tie: DrawnTie, directed: boolean): Record<string, unknown> {
  return { size: widthOf({ count: tie.weight }), sign: tie.sign, lane: directed ? LANE_PIXELS : 0 };
}

/** The page's tie without an arrow, for what has no direction. */
function plainTie(): EdgeProgramType {
  const Tie = tieProgram as unknown as new (
    ...given: unknown[]
  ) => { getDefinition(): { FRAGMENT_SHADER_SOURCE: string } };
  return class extends Tie {
    override getDefinition() {
      const known = super.getDefinition();
      return { ...known, FRAGMENT_SHADER_SOURCE: known.FRAGMENT_SHADER_SOURCE.replace("left < arrow", "false") };
    }
  } as unknown as EdgeProgramType;
}

type Box = readonly [number, number, number, number];

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

interface Written {
  readonly selected?: boolean | undefined;
  readonly label: string | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function write(context: CanvasRenderingContext2D, data: Written, theme: Theme, weight: string): void {
  if (!data.label) return;
  context.font = `${weight} 13px ${LABEL_FONT}`;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = theme.ground;
  context.fillStyle = theme.ink;
  const [x, y] = [data.x + data.size + 4, data.y + 4];
  context.strokeText(data.label, x, y);
  context.fillText(data.label, x, y);
}
