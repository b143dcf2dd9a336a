/** The picture as files: SVG, PNG. */

import { svg } from "../dom.ts";
import { LABEL_FONT } from "./labels.ts";
import { FONT_SIZE, type Picture, type Writing } from "./picture.ts";

const SERIF_FONT = "Newsreader, Charter, Georgia, serif";
const PIXELS = 2;
// Browsers refuse larger canvases, some without a word.
const LARGEST = 8192;

export function svgFile(picture: Picture): Blob {
  const { width, height, shapes, writings, colours } = picture;
  const drawn = svg(
    "svg",
    { viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, width: Math.ceil(width), height: Math.ceil(height) },
    svg("rect", { width: "100%", height: "100%", fill: colours.ground }),
    shapes.map(({ path, fill, stroke, width, dash }) =>
      svg("path", { d: path, fill: fill ?? "none", stroke, "stroke-width": width, "stroke-dasharray": dash }),
    ),
    writings.map((writing) =>
      svg(
        "text",
        {
          x: writing.x,
          y: writing.y,
          fill: colours[writing.colour ?? "ink"],
          stroke: colours.ground,
          "stroke-width": 3,
          "paint-order": "stroke",
          "font-family": writing.serif ? SERIF_FONT : LABEL_FONT,
          "font-size": writing.size ?? FONT_SIZE,
          "font-weight": writing.bold ? (writing.serif ? 600 : 700) : null,
        },
        writing.text,
      ),
    ),
  );
  return new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" });
}

export async function pngFile(picture: Picture): Promise<Blob> {
  await document.fonts.load(`600 ${FONT_SIZE}px Newsreader`);
  const { width, height, shapes, writings, colours } = picture;
  const scale = Math.min(PIXELS, LARGEST / width, LARGEST / height);
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no pictures");
  context.scale(scale, scale);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  for (const { path, fill, stroke, width, dash } of shapes) {
    const shape = new Path2D(path);
    context.setLineDash(dash ? dash.split(" ").map(Number) : []);
    context.lineWidth = width ?? 1;
    if (fill) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.stroke(shape);
    }
  }
  context.setLineDash([]);
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colours.ground;
  for (const writing of writings) {
    context.font = fontOf(writing);
    context.fillStyle = colours[writing.colour ?? "ink"];
    context.strokeText(writing.text, writing.x, writing.y);
    context.fillText(writing.text, writing.x, writing.y);
  }
  return canvas.convertToBlob({ type: "image/png" });
}

function fontOf({ size = FONT_SIZE, bold, serif }: Writing): string {
  return `${bold ? (serif ? 600 : 700) : 400} ${size}px ${serif ? SERIF_FONT : LABEL_FONT}`;
}
