/** The picture as shapes that an SVG file and a canvas draw alike. */

import { KIND_WORDS } from "../components/actor.ts";
import { clip, plain } from "../components/text.ts";
import type { Palette } from "../palette.ts";
import type { Kind } from "../shapes.ts";
import { DASHES, SIGN_WORDS } from "./legend.ts";
import { type Network, type Node, radiusOf, type Sign, signOf, type Tie, widthOf } from "./network.ts";
import { lane } from "./relations.ts";
import type { Point } from "./spots.ts";

export interface Shape {
  /** An SVG path. */
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string | null;
}

export interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly writings: readonly Writing[];
  readonly colours: Palette;
}

const LEGEND_HEIGHT = 34;
const LEGEND_STEP = 118;
const MARGIN = 60;

/** Draw a network; `spots` are pixels, and what is outside of the screen is drawn too: the picture is as large as it takes. */
export function picture(network: Network, spots: ReadonlyMap<string, Point>, colours: Palette): Picture {
  const placed = [...network.nodes.values()].filter(({ id }) => spots.has(id));
  const { at, width, height } = framed(placed, spots);
  const shapes: Shape[] = [];
  const writings: Writing[] = [];
  for (const tie of network.ties.values()) shapes.push(...drawTie(tie, network, at, colours));
  for (const node of placed) {
    const { x, y } = at(node.id);
    const radius = radiusOf(node, placed.length);
    shapes.push({ path: outline(node.kind, x, y, radius), fill: colours[node.kind], stroke: colours.ink, width: 1.2 });
    writings.push({ text: clip(plain(node.name), 60), x: x + radius + 4, y: y + 4 });
  }
  drawLegend(height - LEGEND_HEIGHT / 2, colours, shapes, writings);
  return { width, height, shapes, writings, colours };
}

function framed(nodes: readonly Node[], spots: ReadonlyMap<string, Point>) {
  const found = nodes.map(({ id }) => spots.get(id) ?? { x: 0, y: 0 });
  const [left, top] = [Math.min(...found.map(({ x }) => x)), Math.min(...found.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...found.map(({ x }) => x)), Math.max(...found.map(({ y }) => y))];
  const at = (id: string): Point => {
    const spot = spots.get(id) ?? { x: left, y: top };
    return { x: spot.x - left + MARGIN, y: spot.y - top + MARGIN };
  };
  // Names stand to the right of their actors.
  const width = Math.max(right - left + MARGIN * 2 + 140, LEGEND_STEP * 8 + 40);
  return { at, width, height: bottom - top + MARGIN * 2 + LEGEND_HEIGHT };
}

function drawTie(tie: Tie, network: Network, at: (id: string) => Point, colours: Palette): Shape[] {
  const [source, target] = [network.nodes.get(tie.source), network.nodes.get(tie.target)];
  if (!source || !target || source === target) return [];
  const [from, to] = [at(source.id), at(target.id)];
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ahead, right] = [
    { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance },
    { x: -(to.y - from.y) / distance, y: (to.x - from.x) / distance },
  ];
  const aside = tie.relation === "colleague" ? 0 : (1 + 2 * lane(tie.relation)) * 4;
  const along = (far: number, off: number): string =>
    `${cut(from.x + ahead.x * far + right.x * off)} ${cut(from.y + ahead.y * far + right.y * off)}`;
  const sign = signOf(tie);
  const width = widthOf(tie);
  const [start, end] = [radiusOf(source, network.nodes.size), distance - radiusOf(target, network.nodes.size) - 1];
  const arrow = Math.min(5 + width * 1.5, Math.max(end - start, 1) * 0.6);
  const wing = 2.5 + width * 0.9;
  const stroke = sign === "none" ? colours.quiet : colours[sign];
  return [
    ...drawLine(`M${along(start, aside)}L${along(end - arrow, aside)}`, sign, stroke, width, colours),
    {
      path: `M${along(end, aside)}L${along(end - arrow, aside + wing)}L${along(end - arrow, aside - wing)}Z`,
      fill: stroke,
    },
  ];
}

function drawLine(path: string, sign: Sign, stroke: string, width: number, colours: Palette): Shape[] {
  const line = { path, stroke, width, dash: DASHES[sign] };
  return sign === "for" && width > 2.4 ? [line, { path, stroke: colours.ground, width: width * 0.36 }] : [line];
}

function outline(kind: Kind, x: number, y: number, radius: number): string {
  const side = radius * 0.88;
  const arc = (size: number, sweep: string): string => `A${cut(size)} ${cut(size)} 0 ${sweep}`;
  switch (kind) {
    case "organisation":
      return `M${cut(x - side)} ${cut(y - side)}h${cut(2 * side)}v${cut(2 * side)}h${cut(-2 * side)}Z`;
    case "country": {
      const tip = radius * 1.2;
      return `M${cut(x)} ${cut(y - tip)}L${cut(x + tip)} ${cut(y)}L${cut(x)} ${cut(y + tip)}L${cut(x - tip)} ${cut(y)}Z`;
    }
    case "group":
      return `M${cut(x - side)} ${cut(y)}${arc(side, "0 1")} ${cut(x + side)} ${cut(y)}v${cut(side)}h${cut(-2 * side)}Z`;
    default:
      return `M${cut(x - radius)} ${cut(y)}${arc(radius, "1 1")} ${cut(x + radius)} ${cut(y)}${arc(radius, "1 1")} ${cut(x - radius)} ${cut(y)}Z`;
  }
}

function drawLegend(y: number, colours: Palette, shapes: Shape[], writings: Writing[]): void {
  let x = 20;
  for (const [kind, text] of Object.entries(KIND_WORDS)) {
    shapes.push({ path: outline(kind as Kind, x, y, 6), fill: colours[kind as Kind], stroke: colours.ink, width: 1 });
    writings.push({ text, x: x + 12, y: y + 4 });
    x += LEGEND_STEP;
  }
  for (const [sign, text] of Object.entries(SIGN_WORDS) as [Sign, string][]) {
    const stroke = sign === "none" ? colours.quiet : colours[sign];
    shapes.push(...drawLine(`M${x} ${y}h30`, sign, stroke, sign === "none" ? 1.5 : 4, colours));
    writings.push({ text, x: x + 36, y: y + 4 });
    x += LEGEND_STEP;
  }
}

function cut(value: number): number {
  return Math.round(value * 10) / 10;
}
