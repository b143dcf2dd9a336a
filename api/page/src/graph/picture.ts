/** The picture as shapes that an SVG file and a canvas draw alike: cropped to what is shown, with what it needs to stand alone. */

import { clip, plain } from "../components/text.ts";
import type { Colour, Palette } from "../palette.ts";
import type { Kind } from "../shapes.ts";
import { drawFrame, FRAME, type Told } from "./frame.ts";
import { LABEL_FONT } from "./labels.ts";
import { lanesOf, withinEnds } from "./lanes.ts";
import { DASHES } from "./legend.ts";
import { type Network, type Node, radiusOf, type Sign, signOf, type Tie, widthOf } from "./network.ts";
import { placeLabels } from "./placing.ts";
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
  /** Pixels; 12 where nothing is said. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly serif?: boolean;
  readonly colour?: Colour;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly writings: readonly Writing[];
  readonly colours: Palette;
}

/** What is drawn. */
export interface Scenery {
  readonly network: Network;
  /** Pixels; what lies outside of the screen is drawn too. */
  readonly spots: ReadonlyMap<string, Point>;
  readonly colours: Palette;
  /** The colour of an actor, where it is not that of its kind. */
  readonly tint: ((id: string) => Colour | null) | null;
  /** Ends and ties that are chosen; all where nothing is. */
  readonly chosen: { readonly actor: string | null; readonly tie: string | null };
  readonly told: Told;
}

export const FONT_SIZE = 12;
const LINE = 15;
const LONGEST = 60;
const MARGIN = 24;
const RING = 4;

export function picture(scenery: Scenery): Picture {
  const { network, spots, colours, chosen } = scenery;
  const placed = [...network.nodes.values()].filter(({ id }) => spots.has(id));
  const ordered = placed.toSorted((one, other) => other.mentions - one.mentions);
  const discs = ordered.map((node) => ({
    ...(spots.get(node.id) ?? { x: 0, y: 0 }),
    id: node.id,
    radius: radiusOf(node, placed.length) * 1.15 + 1,
    width: textWidth(label(node)),
    must: isChosen(node.id, scenery),
  }));
  const labels = placeLabels(
    discs.map((disc) => ({ ...disc, ways: waysOf(disc, scenery) })),
    LINE,
  );
  const crop = cropped(discs, labels);
  const frame = drawFrame(scenery.told, Math.max(crop.width, FRAME.narrowest), colours, textWidth);
  const at = (spot: Point): Point => ({
    x: spot.x - crop.left + (frame.width - crop.width) / 2,
    y: spot.y - crop.top + frame.head,
  });
  const shapes: Shape[] = [];
  const lanes = lanesOf(network);
  const ties = [...network.ties.values()].toSorted(
    (one, other) => Number(isNear(one, chosen)) - Number(isNear(other, chosen)),
  );
  for (const tie of ties)
    shapes.push(...drawTie(tie, lanes.get(tie.key) ?? 0, scenery, (id) => at(spots.get(id) ?? { x: 0, y: 0 })));
  for (const node of placed) {
    const { x, y } = at(spots.get(node.id) ?? { x: 0, y: 0 });
    const radius = radiusOf(node, placed.length);
    const fill = colours[scenery.tint?.(node.id) ?? node.kind];
    if (isChosen(node.id, scenery))
      shapes.push({ path: outline(node.kind, x, y, radius + RING), stroke: colours.ink, width: 2 });
    shapes.push({ path: outline(node.kind, x, y, radius), fill, stroke: colours.ink, width: 1.2 });
  }
  const writings = ordered.flatMap((node): Writing[] => {
    const spot = labels.get(node.id);
    return spot ? [{ text: label(node), ...at(spot), bold: isChosen(node.id, scenery) }] : [];
  });
  const foot = frame.foot(frame.head + crop.height);
  return {
    width: frame.width,
    height: foot.bottom,
    shapes: [...frame.shapes, ...shapes, ...foot.shapes],
    writings: [...frame.writings, ...writings, ...foot.writings],
    colours,
  };
}

function label(node: Node): string {
  return clip(plain(node.name), LONGEST);
}

function waysOf({ id, x, y }: Point & { id: string }, { network, spots }: Scenery): number[] {
  return [...network.ties.values()].flatMap(({ source, target }) => {
    const other = source === id ? target : target === id ? source : null;
    const spot = other === null || other === id ? undefined : spots.get(other);
    return spot ? [Math.atan2(spot.y - y, spot.x - x)] : [];
  });
}

let measuring: OffscreenCanvasRenderingContext2D | null = null;

/** Return how wide a text is in the picture, in pixels. */
function textWidth(text: string, size = FONT_SIZE, bold = false): number {
  measuring ??= new OffscreenCanvas(1, 1).getContext("2d");
  if (!measuring) return text.length * size * 0.6;
  measuring.font = `${bold ? "bold " : ""}${size}px ${LABEL_FONT}`;
  return measuring.measureText(text).width;
}

function cropped(
  discs: readonly { id: string; x: number; y: number; radius: number; width: number }[],
  labels: ReadonlyMap<string, Point>,
): { left: number; top: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const reach = (x0: number, y0: number, x1: number, y1: number): void => {
    [left, top] = [Math.min(left, x0), Math.min(top, y0)];
    [right, bottom] = [Math.max(right, x1), Math.max(bottom, y1)];
  };
  for (const { id, x, y, radius, width } of discs) {
    reach(x - radius - RING, y - radius - RING, x + radius + RING, y + radius + RING);
    const spot = labels.get(id);
    if (spot) reach(spot.x, spot.y - LINE, spot.x + width * 1.08, spot.y + RING);
  }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  return {
    left: left - MARGIN,
    top: top - MARGIN,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  };
}

function isNear(tie: Tie, { actor, tie: key }: Scenery["chosen"]): boolean {
  if (key !== null) return tie.key === key;
  return actor === null || tie.source === actor || tie.target === actor;
}

function isChosen(id: string, { chosen, network }: Scenery): boolean {
  const tie = network.ties.get(chosen.tie ?? "");
  return tie ? tie.source === id || tie.target === id : chosen.actor === id;
}

function drawTie(tie: Tie, lane: number, scenery: Scenery, at: (id: string) => Point): Shape[] {
  const { network, colours, chosen } = scenery;
  const [source, target] = [network.nodes.get(tie.source), network.nodes.get(tie.target)];
  if (!source || !target || source === target) return [];
  const [from, to] = [at(source.id), at(target.id)];
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ahead, right] = [
    { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance },
    { x: -(to.y - from.y) / distance, y: (to.x - from.x) / distance },
  ];
  const [near, far] = [radiusOf(source, network.nodes.size), radiusOf(target, network.nodes.size)];
  const aside = withinEnds(lane, near, far);
  const along = (ahead_: number, off: number): string =>
    `${cut(from.x + ahead.x * ahead_ + right.x * off)} ${cut(from.y + ahead.y * ahead_ + right.y * off)}`;
  const sign = signOf(tie);
  const width = widthOf(tie);
  const start = Math.sqrt(Math.max(0, near * near - aside * aside));
  const end = distance - Math.sqrt(Math.max(0, far * far - aside * aside)) - 1;
  const arrow = Math.min(5 + width * 1.5, Math.max(end - start, 1) * 0.6);
  const wing = 2.5 + width * 0.9;
  const full = sign === "none" ? colours.quiet : colours[sign];
  const stroke = isNear(tie, chosen) ? full : colours.line;
  const head = `M${along(end, aside)}L${along(end - arrow, aside + wing)}L${along(end - arrow, aside - wing)}Z`;
  const path = `M${along(start, aside)}L${along(end - arrow, aside)}`;
  const halo = tie.key === chosen.tie ? [{ path, stroke: colours["community-5"], width: width + 7 }] : [];
  return [...halo, ...drawLine(path, sign, stroke, width, colours), { path: head, fill: stroke }];
}

/** Draw a line with the pattern of its stance. */
export function drawLine(path: string, sign: Sign, stroke: string, width: number, colours: Palette): Shape[] {
  const line = { path, stroke, width, dash: DASHES[sign] };
  return sign === "for" && width > 2.4 ? [line, { path, stroke: colours.ground, width: width * 0.36 }] : [line];
}

/** Draw the shape of a kind. */
export function outline(kind: Kind, x: number, y: number, radius: number): string {
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

function cut(value: number): number {
  return Math.round(value * 10) / 10;
}
