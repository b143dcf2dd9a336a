/** Draws a tie: a line with an arrow, its stance told by its pattern as well as by its colour. */

import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Sign } from "./network.ts";

export interface TieDisplay extends EdgeDisplayData {
  readonly sign: Sign;
  /** How far beside the line from centre to centre, in pixels to the right of the way it points. */
  readonly lane: number;
}

const CLOSE = 0.35;
const PATTERNS: Readonly<Record<Sign, number>> = { none: 0, for: 1, against: 2, both: 3 };

// All is computed in pixels: dashes and arrows keep their size however far the picture is zoomed.
const VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceRadius;
attribute float a_targetRadius;
attribute float a_thickness;
attribute float a_pattern;
attribute float a_lane;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
uniform float u_fine;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_length;
varying float v_thickness;
varying float v_pattern;
const float bias = 255.0 / 254.0;

float reach(float radius, float aside) {
  return sqrt(max(radius * radius - aside * aside, 0.0));
}

void main() {
  vec2 source = (u_matrix * vec3(a_source, 1)).xy * u_half;
  vec2 target = (u_matrix * vec3(a_target, 1)).xy * u_half;
  vec2 between = target - source;
  float distance = max(length(between), 0.001);
  vec2 ahead = between / distance;
  vec2 right = vec2(ahead.y, -ahead.x);
  float zoom = 1.0 / u_sizeRatio;
  // Never beside its ends: a tie begins and ends at its actors, however small they are.
  float most = 0.75 * min(a_sourceRadius, a_targetRadius) * zoom;
  float aside = clamp(a_lane * min(zoom, 1.5), -most, most);
  vec2 start = source + right * aside + ahead * reach(a_sourceRadius * zoom, aside);
  vec2 end = target + right * aside - ahead * (reach(a_targetRadius * zoom, aside) + 1.0);
  v_length = max(dot(end - start, ahead), 0.0);
  v_thickness = max(a_thickness * min(zoom, 1.5), 1.0);
  float half_width = u_fine > 0.0 ? 1.6 : max(v_thickness * 1.6, 4.5) + 0.5;
  v_along = a_corner.x * v_length;
  v_across = a_corner.y * half_width;
  v_pattern = a_pattern;
  gl_Position = vec4((start + ahead * v_along + right * v_across) / u_half, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT = `
precision highp float;
uniform float u_fine;
uniform float u_plain;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_length;
varying float v_thickness;
varying float v_pattern;

float within(float edge, float value) {
  return 1.0 - smoothstep(edge - 0.6, edge + 0.6, value);
}

void main(void) {
  float away = abs(v_across);
  #ifdef PICKING_MODE
  if (away > max(v_thickness * 0.5, 4.0)) discard;
  gl_FragColor = v_color;
  #else
  float arrow = u_fine + u_plain > 0.0 ? 0.0 : min(5.0 + v_thickness * 1.5, v_length * 0.6);
  float left = v_length - v_along;
  float alpha;
  if (left < arrow) {
    alpha = within(left / arrow * (2.5 + v_thickness * 0.9), away);
  } else {
    alpha = within(v_thickness * 0.5, away);
    float unit = 3.0 + v_thickness;
    if (v_pattern == 1.0 && v_thickness > 2.4) {
      alpha *= 1.0 - within(v_thickness * 0.18, away);
    } else if (v_pattern == 2.0) {
      float at = mod(v_along, unit * 3.0);
      alpha *= within(unit * 1.7, at);
    } else if (v_pattern == 3.0) {
      float at = mod(v_along, unit * 4.5);
      alpha *= max(within(unit * 2.0, at), within(unit * 0.4, abs(at - unit * 3.2)));
    }
  }
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * alpha * (u_fine > 0.0 ? 0.5 : 1.0);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_half", "u_sizeRatio", "u_fine", "u_plain"] as const;

class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
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
        float("a_source", 2),
        float("a_target", 2),
        float("a_sourceRadius"),
        float("a_targetRadius"),
        float("a_thickness"),
        float("a_pattern"),
        float("a_lane"),
        bytes("a_color"),
        bytes("a_id"),
      ],
      CONSTANT_ATTRIBUTES: [float("a_corner", 2)],
      CONSTANT_DATA: [
        [0, -1],
        [0, 1],
        [1, -1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(
    id: number,
    from: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    shown: EdgeDisplayData,
  ): void {
    const { sign, lane } = shown as TieDisplay;
    const { array } = this;
    let at = from;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = source.size;
    array[at++] = target.size;
    array[at++] = shown.size;
    array[at++] = PATTERNS[sign];
    array[at++] = lane;
    array[at++] = floatColor(shown.color);
    array[at++] = id;
  }

  override render(params: RenderParams): void {
    const { pickProgram } = this;
    const { moving, bare } = this.renderer.getGraph().getAttributes();
    // On machines that draw slowly the ties of a large picture come back once it has come to rest.
    if (moving && bare) return;
    // What is clicked is drawn a second time, unseen. While everything moves anyway that is left out.
    if (moving) this.pickProgram = null;
    super.render(params);
    this.pickProgram = pickProgram;
  }

  override setUniforms(
    { matrix, width, height, sizeRatio, zoomRatio }: RenderParams,
    { gl, uniformLocations }: ProgramInfo,
  ): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
    gl.uniform2f(uniformLocations.u_half ?? null, width / 2, height / 2);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
    // Thousands of ties are drawn fine, without arrows, until one goes closer.
    const fine = this.renderer.getGraph().getAttribute("large") && zoomRatio > CLOSE;
    gl.uniform1f(uniformLocations.u_fine ?? null, fine ? 1 : 0);
    // Agreeing has no direction.
    const plain = this.renderer.getGraph().getAttribute("plain");
    gl.uniform1f(uniformLocations.u_plain ?? null, plain ? 1 : 0);
  }
}

export const tieProgram = TieProgram as unknown as EdgeProgramType;
