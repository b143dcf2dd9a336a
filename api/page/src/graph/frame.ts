/** What stands around a picture that leaves the page: title, filters, counts, legend, day and address. */

import { KIND_WORDS } from "../components/actor.ts";
import type { Palette } from "../palette.ts";
import type { Kind } from "../shapes.ts";
import { SIGN_WORDS } from "./legend.ts";
import type { Network, Sign } from "./network.ts";
import { signOf } from "./network.ts";
import { drawLine, outline, type Shape, type Writing } from "./picture.ts";

export interface Told {
  readonly title: string;
  /** Filters and counts, a line each. */
  readonly lines: readonly string[];
  readonly kinds: readonly Kind[];
  readonly signs: readonly Sign[];
  /** Day and address. */
  readonly source: readonly string[];
}

export const FRAME = { narrowest: 560 };

const EDGE = 24;
const TITLE = 22;
const LINE = 18;
const SMALL = 11;

interface Foot {
  readonly bottom: number;
  readonly shapes: readonly Shape[];
  readonly writings: readonly Writing[];
}

export interface Frame {
  readonly width: number;
  /** Where the picture itself begins. */
  readonly head: number;
  readonly shapes: readonly Shape[];
  readonly writings: readonly Writing[];
  /** Draw what stands beneath, from the picture's lower end on. */
  foot(from: number): Foot;
}

type Measure = (text: string, size?: number, bold?: boolean) => number;

/** Say of a network which kinds and stances it holds: a legend names what is there and nothing else. */
export function heldBy({ nodes, ties }: Network): Pick<Told, "kinds" | "signs"> {
  const kinds = new Set([...nodes.values()].map(({ kind }) => kind));
  const signs = new Set([...ties.values()].map((tie) => signOf(tie)));
  return {
    kinds: (Object.keys(KIND_WORDS) as Kind[]).filter((kind) => kinds.has(kind)),
    signs: (Object.keys(SIGN_WORDS) as Sign[]).filter((sign) => signs.has(sign)),
  };
}

export function drawFrame(told: Told, width: number, colours: Palette, measure: Measure): Frame {
  const room = width - 2 * EDGE;
  const titles = wrapped(told.title, room, (text) => measure(text, TITLE, true));
  const lines = told.lines.flatMap((line) => wrapped(line, room, (text) => measure(text)));
  const writings: Writing[] = [
    ...titles.map((text, index) => ({
      text,
      x: EDGE,
      y: EDGE + TITLE + index * (TITLE + 5),
      size: TITLE,
      bold: true,
      serif: true,
    })),
    ...lines.map((text, index) => ({
      text,
      x: EDGE,
      y: EDGE + titles.length * (TITLE + 5) + LINE + index * LINE,
      colour: "quiet" as const,
    })),
  ];
  const rule = { path: `M${EDGE} 12H${width - EDGE}M${EDGE} 15H${width - EDGE}`, stroke: colours.ink, width: 1 };
  const head = EDGE + titles.length * (TITLE + 5) + lines.length * LINE + 20;
  return { width, head, shapes: [rule], writings, foot: (from) => drawFoot(told, from, width, colours, measure) };
}

function drawFoot(told: Told, from: number, width: number, colours: Palette, measure: Measure): Foot {
  const shapes: Shape[] = [{ path: `M${EDGE} ${from}H${width - EDGE}`, stroke: colours.line, width: 1 }];
  const writings: Writing[] = [];
  let [x, y] = [EDGE, from + LINE];
  const place = (sign: number, text: string, draw: (x: number, y: number) => readonly Shape[]): void => {
    const wide = sign + 8 + measure(text);
    if (x + wide > width - EDGE) [x, y] = [EDGE, y + LINE + 2];
    shapes.push(...draw(x, y));
    writings.push({ text, x: x + sign + 8, y: y + 4 });
    x += wide + 22;
  };
  for (const kind of told.kinds) {
    place(12, KIND_WORDS[kind], (x, y) => [
      { path: outline(kind, x + 6, y, 6), fill: colours[kind], stroke: colours.ink, width: 1 },
    ]);
  }
  for (const sign of told.signs) {
    const stroke = sign === "none" ? colours.quiet : colours[sign];
    place(30, SIGN_WORDS[sign], (x, y) => drawLine(`M${x} ${y}h30`, sign, stroke, sign === "none" ? 1.5 : 4, colours));
  }
  y += LINE + 6;
  for (const line of told.source.flatMap((text) => wrapped(text, width - 2 * EDGE, (part) => measure(part, SMALL)))) {
    writings.push({ text: line, x: EDGE, y: y + 4, size: SMALL, colour: "quiet" });
    y += LINE - 3;
  }
  return { bottom: y + 10, shapes, writings };
}

/** Break a text into lines that fit; a word longer than a line is cut. */
function wrapped(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    while (measure(line) > room && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && measure(line.slice(0, fits)) > room) fits--;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line) lines.push(line);
  return lines;
}
