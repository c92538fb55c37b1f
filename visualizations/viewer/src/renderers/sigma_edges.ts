/** Relationships for sigma: straight lines, dashed where they are inferred, side by side between the same two nodes. */

import { createEdgeArrowHeadProgram, createEdgeCompoundProgram, EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { CAMERA, colour, numbers, rectangles, setCamera } from "./sigma_program";

export interface LineData extends EdgeDisplayData {
  dashed: boolean;
  bend: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute vec2 a_normal;
attribute float a_thickness;
attribute float a_dash;
attribute float a_bend;
uniform float u_thinnest;
varying float v_along;
varying float v_dash;
varying float v_side;
varying float v_half;
void main() {
  float unit = u_correctionRatio / u_sizeRatio * 2.0;
  v_pixel = u_sizeRatio;
  v_half = max(a_thickness, u_thinnest * v_pixel) * 0.5;
  v_side = a_corner.y * (v_half + v_pixel);
  vec2 position = mix(a_positionStart, a_positionEnd, a_corner.x) + a_normal * (v_side + a_bend * 26.0) * unit;
  v_along = length(a_positionEnd - a_positionStart) * a_corner.x / unit;
  v_dash = a_dash;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  v_color = shownColor();
}`;

const FRAGMENT = /* glsl */ `
varying float v_along;
varying float v_dash;
varying float v_side;
varying float v_half;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float period = max(12.0, 8.0 * v_pixel);
  if (v_dash > 0.5 && fract(v_along / period) > 0.58) discard;
  float cover = 1.0 - smoothstep(v_half - 0.5 * v_pixel, v_half + 0.5 * v_pixel, abs(v_side));
  gl_FragColor = vec4(v_color.rgb * cover, cover);
  #endif
}`;

const UNIFORMS = [...CAMERA, "u_thinnest"] as const;
const ATTRIBUTES = [
  numbers("a_positionStart", 2), numbers("a_positionEnd", 2), numbers("a_normal", 2),
  numbers("a_thickness", 1), numbers("a_dash", 1), numbers("a_bend", 1), colour("a_color"), colour("a_id"),
];
/** From end to end, and from side to side. */
const CORNERS = [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]] as const;

export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return rectangles(VERTEX, FRAGMENT, UNIFORMS, ATTRIBUTES, CORNERS);
  }

  override processVisibleItem(
    id: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData,
  ): void {
    const line = data as LineData;
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    const length = Math.hypot(dx, dy) || 1;
    const values = [
      source.x, source.y, target.x, target.y, -dy / length, dx / length,
      line.size, line.dashed ? 1 : 0, line.bend, floatColor(line.color), id,
    ];
    this.array.set(values, at);
  }

  override setUniforms(params: RenderParams, program: ProgramInfo): void {
    setCamera(params, program);
    program.gl.uniform1f(program.uniformLocations["u_thinnest"] ?? null, params.minEdgeThickness);
  }
}

export const ArrowProgram = createEdgeCompoundProgram([
  LineProgram,
  createEdgeArrowHeadProgram({ lengthToThicknessRatio: 3.2, widenessToThicknessRatio: 2.8 }),
]);
