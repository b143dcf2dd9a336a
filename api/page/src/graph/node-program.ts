/** Draws an actor: its kind told by shape as well as by colour, a ring where it is selected, a dot where it is pinned. */

import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Kind } from "../shapes.ts";

export interface ActorDisplay extends NodeDisplayData {
  readonly kind: Kind;
  readonly border: string;
  readonly fixed: boolean;
  readonly selected: boolean;
}

const SHAPES: Readonly<Record<Kind, number>> = { person: 0, organisation: 1, country: 2, group: 3 };

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_state;
attribute vec4 a_color;
attribute vec4 a_border;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_state;
const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  // No larger than shape and ring need: where the processor draws, each pixel counts.
  v_at = a_corner * (v_radius * (a_shape == 2.0 ? 1.25 : 1.0) + (a_state >= 2.0 ? 6.0 : 1.5));
  v_shape = a_shape;
  v_state = a_state;
  vec2 centre = (u_matrix * vec3(a_position, 1)).xy;
  gl_Position = vec4(centre + v_at / u_half, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_border = a_border;
  v_border.a *= bias;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_state;

float outside(vec2 at, float radius) {
  float box = max(abs(at.x), abs(at.y)) - radius * 0.88;
  if (v_shape == 1.0) return box;
  if (v_shape == 2.0) return (abs(at.x) + abs(at.y)) * 0.7071 - radius * 0.85;
  if (v_shape == 3.0 && at.y < 0.0) return box;
  return length(at) - radius * (v_shape == 3.0 ? 0.88 : 1.0);
}

void main(void) {
  float away = outside(v_at, v_radius);
  #ifdef PICKING_MODE
  if (away > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-0.5, 0.5, away);
  float rim = min(1.0, v_radius / 6.0);
  float line = smoothstep(-1.9 * rim, -0.9 * rim, away);
  if (mod(v_state, 2.0) == 1.0) line = max(line, 1.0 - smoothstep(-0.5, 0.5, length(v_at) - v_radius * 0.35));
  vec4 color = mix(v_color, v_border, line) * inside;
  if (v_state >= 2.0) color = max(color, v_border * (1.0 - smoothstep(0.8, 1.8, abs(away - 3.2))));
  gl_FragColor = color;
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_half", "u_sizeRatio"] as const;

class ActorProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const float = (name: string, size = 1) => ({ name, size, type: FLOAT });
    const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        float("a_position", 2),
        float("a_size"),
        float("a_shape"),
        float("a_state"),
        bytes("a_color"),
        bytes("a_border"),
        bytes("a_id"),
      ],
      CONSTANT_ATTRIBUTES: [float("a_corner", 2)],
      CONSTANT_DATA: [
        [-1, -1],
        [-1, 1],
        [1, -1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(id: number, from: number, shown: NodeDisplayData): void {
    const { kind, border, fixed, selected } = shown as ActorDisplay;
    const { array } = this;
    let at = from;
    array[at++] = shown.x;
    array[at++] = shown.y;
    array[at++] = shown.size;
    array[at++] = SHAPES[kind];
    array[at++] = (fixed ? 1 : 0) + (selected ? 2 : 0);
    array[at++] = floatColor(shown.color);
    array[at++] = floatColor(border);
    array[at++] = id;
  }

  override setUniforms(
    { matrix, width, height, sizeRatio }: RenderParams,
    { gl, uniformLocations }: ProgramInfo,
  ): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
    gl.uniform2f(uniformLocations.u_half ?? null, width / 2, height / 2);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
  }
}

export const actorProgram = ActorProgram as unknown as NodeProgramType;
