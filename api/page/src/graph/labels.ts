/** Draws names on the canvas: with a rim of the ground's colour, so that edges do not strike them through. */

import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "../palette.ts";

export const LABEL_FONT = "system-ui, sans-serif";

export function labels(colours: () => Palette): { label: NodeLabelDrawingFunction; hover: NodeHoverDrawingFunction } {
  const write = (context: CanvasRenderingContext2D, data: Shown, size: number, weight: string): void => {
    if (!data.label) return;
    const { ground, ink } = colours();
    context.font = `${weight} ${size}px ${LABEL_FONT}`;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = ground;
    context.fillStyle = ink;
    const [x, y] = [data.x + data.size + 4, data.y + size / 3];
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  };
  return {
    label: (context, data, settings) => write(context, data, settings.labelSize, settings.labelWeight),
    hover: (context, data, settings) => write(context, data, settings.labelSize + 1, "bold"),
  };
}

type Shown = Parameters<NodeLabelDrawingFunction>[1];
