/** Relationships for sigma: straight lines, dashed where they are inferred, side by side between the same two nodes. */

import { createEdgeArrowHeadProgram, createEdgeCompoundProgram, EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

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
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_thinnest;
varying vec4 v_color;
varying float v_along;
varying float v_dash;
varying float v_side;
varying float v_half;
varying float v_pixel;
const float bias = 255.0 / 254.0;
void main() {
  float unit = u_correctionRatio / u_sizeRatio * 2.0;
  v_pixel = u_sizeRatio;
  v_half = max(a_thickness, u_thinnest * v_pixel) * 0.5;
  v_side = a_corner.y * (v_half + v_pixel);
  vec2 position = mix(a_positionStart, a_positionEnd, a_corner.x) + a_normal * (v_side + a_bend * 26.0) * unit;
  v_along = length(a_positionEnd - a_positionStart) * a_corner.x / unit;
  v_dash = a_dash;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_dash;
varying float v_side;
varying float v_half;
varying float v_pixel;
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

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_thinnest"] as const;
const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_positionStart", size: 2, type: FLOAT },
        { name: "a_positionEnd", size: 2, type: FLOAT },
        { name: "a_normal", size: 2, type: FLOAT },
        { name: "a_thickness", size: 1, type: FLOAT },
        { name: "a_dash", size: 1, type: FLOAT },
        { name: "a_bend", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
    };
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

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations["u_correctionRatio"] ?? null, params.correctionRatio);
    gl.uniform1f(uniformLocations["u_thinnest"] ?? null, params.minEdgeThickness);
  }
}

export const ArrowProgram = createEdgeCompoundProgram([
  LineProgram,
  createEdgeArrowHeadProgram({ lengthToThicknessRatio: 3.2, widenessToThicknessRatio: 2.8 }),
]);
