/** Writes names on the canvas: by importance, without overlap, with a rim of the ground's colour against edges. */

import type Graph from "graphology";
import type Sigma from "sigma";
import type { NodeHoverDrawingFunction } from "sigma/rendering";
import type { Palette } from "../palette.ts";
import { type Labelled, placeLabels, type Spot } from "./placing.ts";

export const LABEL_FONT = "system-ui, sans-serif";
export const LABEL_SIZE = 13;
export const LINE_HEIGHT = 16;

// With more names nobody reads one; of so many actors fewer are asked for a name at all.
const MOST = 160;
const MANY = 400;
const LARGE_ENOUGH = 6;

export class Names {
  readonly #colours: () => Palette;
  readonly #widths = new Map<string, number>();
  readonly #measuring = new OffscreenCanvas(1, 1).getContext("2d");
  #order: string[] = [];
  #spots: ReadonlyMap<string, Spot> = new Map();

  constructor(colours: () => Palette) {
    this.#colours = colours;
  }

  /** Take the actors of a graph, the most important first. */
  order(graph: Graph): void {
    this.#order = graph.nodes().toSorted((one, other) => rank(graph, other) - rank(graph, one));
  }

  /** Return how wide a name is, in pixels. */
  widthOf(label: string): number {
    return this.#width(this.#measuring, label, false);
  }

  /** Write the names of a frame. */
  write(sigma: Sigma, graph: Graph): void {
    const context = sigma.getCanvases().labels?.getContext("2d");
    if (!context) return;
    const stage = sigma.getDimensions();
    const items = this.#items(sigma, graph, stage, context);
    this.#spots = placeLabels(items, LINE_HEIGHT, stage);
    for (const { id, must } of items) {
      const spot = this.#spots.get(id);
      if (spot) this.#text(context, String(graph.getNodeAttribute(id, "label")), spot, must ? "bold" : "normal");
    }
  }

  /** Draw the name of the actor that is pointed at where it stands already, else beside it. */
  get hover(): NodeHoverDrawingFunction {
    return (context, data) => {
      if (!data.label) return;
      const { key } = data as unknown as { key: string };
      const beside = { x: data.x + data.size + 4, y: data.y + LABEL_SIZE / 3 };
      this.#text(context, data.label, this.#spots.get(key) ?? beside, "bold");
    };
  }

  #items(
    sigma: Sigma,
    graph: Graph,
    stage: { width: number; height: number },
    context: CanvasRenderingContext2D,
  ): Labelled[] {
    const few = graph.order <= MANY;
    const items: Labelled[] = [];
    let named = 0;
    for (const id of this.#order) {
      const data = sigma.getNodeDisplayData(id);
      if (!data) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      const radius = sigma.scaleSize(data.size) + 2;
      if (x < -radius || y < -radius || x > stage.width + radius || y > stage.height + radius) continue;
      const must = graph.getNodeAttribute(id, "selected") === true;
      const wanted = must || (named < MOST && (few || radius > LARGE_ENOUGH));
      if (wanted) named++;
      // What gets no name is in the way of names all the same.
      const width = wanted ? this.#width(context, String(data.label ?? ""), must) : Number.POSITIVE_INFINITY;
      const ways = wanted && few ? this.#ways(sigma, graph, id, { x, y }) : [];
      if (wanted || few) items.push({ id, x, y, radius, width, must, ways });
    }
    return items;
  }

  #ways(sigma: Sigma, graph: Graph, id: string, { x, y }: Spot): number[] {
    return graph.mapNeighbors(id, (other) => {
      const data = sigma.getNodeDisplayData(other);
      const spot = data ? sigma.framedGraphToViewport(data) : { x, y };
      return Math.atan2(spot.y - y, spot.x - x);
    });
  }

  #width(context: CanvasText | null, label: string, bold: boolean): number {
    if (!context) return 0;
    const key = `${bold} ${label}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    context.font = `${bold ? "bold " : ""}${LABEL_SIZE}px ${LABEL_FONT}`;
    const width = context.measureText(label).width;
    this.#widths.set(key, width);
    return width;
  }

  #text(context: CanvasRenderingContext2D, label: string, { x, y }: Spot, weight: string): void {
    const { ground, ink } = this.#colours();
    context.font = `${weight} ${LABEL_SIZE}px ${LABEL_FONT}`;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = ground;
    context.fillStyle = ink;
    context.strokeText(label, x, y);
    context.fillText(label, x, y);
  }
}

type CanvasText = Pick<CanvasRenderingContext2D, "font" | "measureText">;

function rank(graph: Graph, id: string): number {
  return graph.getNodeAttribute(id, "size") * 1000 + graph.degree(id);
}
