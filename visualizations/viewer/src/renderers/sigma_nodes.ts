/** Nodes for sigma: every shape of the legend, drawn by one small program on the graphics card. */

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import type { Shape } from "../data";

const SHAPES: Record<Shape, number> = {
  circle: 0, square: 1, note: 1, pill: 2, diamond: 3, hexagon: 4, triangle: 5, "triangle-down": 6, star: 7, cylinder: 8,
};

export interface ShapedNode extends NodeDisplayData {
  shape: Shape;
  rim: string;
  rimWidth: number;
  across: number;
  down: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec2 a_half;
attribute float a_shape;
attribute float a_rimWidth;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec2 v_at;
varying vec2 v_half;
varying float v_shape;
varying float v_rimWidth;
varying float v_pixel;
varying vec4 v_color;
varying vec4 v_rim;
const float bias = 255.0 / 254.0;
void main() {
  v_pixel = u_sizeRatio;
  v_half = max(a_half, vec2(1.6 * v_pixel));
  v_at = a_corner * (v_half * 1.15 + a_rimWidth + 1.5 * v_pixel);
  v_shape = a_shape;
  v_rimWidth = a_rimWidth;
  vec2 offset = vec2(v_at.x, -v_at.y) * 2.0 * u_correctionRatio / u_sizeRatio;
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_rim = a_rim;
  v_rim.a *= bias;
}`;

// Distances to the outline, in units of the scene: negative inside.
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 v_at;
varying vec2 v_half;
varying float v_shape;
varying float v_rimWidth;
varying float v_pixel;
varying vec4 v_color;
varying vec4 v_rim;
float polygon(vec2 p, float corners, float turn, float radius) {
  float sector = 6.2831853 / corners;
  float angle = atan(p.y, p.x) - turn;
  return cos(floor(0.5 + (angle - sector * 0.5) / sector) * sector + sector * 0.5 - angle) * length(p) - radius * cos(sector * 0.5);
}
float box(vec2 p, vec2 b, float radius) {
  vec2 q = abs(p) - b + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}
float star(vec2 p, float radius) {
  vec2 k1 = vec2(0.809016994, -0.587785252);
  vec2 k2 = vec2(-k1.x, k1.y);
  p.x = abs(p.x);
  p -= 2.0 * max(dot(k1, p), 0.0) * k1;
  p -= 2.0 * max(dot(k2, p), 0.0) * k2;
  p.x = abs(p.x);
  p.y -= radius;
  vec2 ba = 0.46 * vec2(-k1.y, k1.x) - vec2(0.0, 1.0);
  float h = clamp(dot(p, ba) / dot(ba, ba), 0.0, radius);
  return length(p - ba * h) * sign(p.y * ba.x - p.x * ba.y);
}
void main() {
  float r = v_half.x;
  vec2 p = v_at;
  float d;
  if (v_shape < 0.5) d = length(p) - r;
  else if (v_shape < 1.5) d = box(p, v_half * 0.95, 1.5);
  else if (v_shape < 2.5) d = box(p, v_half, min(v_half.x, v_half.y));
  else if (v_shape < 3.5) d = polygon(p, 4.0, 0.0, r);
  else if (v_shape < 4.5) d = polygon(p, 6.0, 0.0, r);
  else if (v_shape < 5.5) d = polygon(p - vec2(0.0, r * 0.2), 3.0, -1.5707963, r * 1.1);
  else if (v_shape < 6.5) d = polygon(p + vec2(0.0, r * 0.2), 3.0, 1.5707963, r * 1.1);
  else if (v_shape < 7.5) d = star(vec2(p.x, -p.y), r * 1.08);
  else d = box(p, vec2(v_half.x * 0.82, v_half.y), r * 0.35);
  float rim = max(v_rimWidth, 0.0) * 0.5;
  #ifdef PICKING_MODE
  if (d > rim + 3.0 * v_pixel) discard;
  gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(rim - 0.6 * v_pixel, rim + 0.6 * v_pixel, d);
  if (cover <= 0.0) discard;
  float edge = smoothstep(-rim - 0.6 * v_pixel, -rim + 0.6 * v_pixel, d) * step(0.7 * v_pixel, v_rimWidth);
  vec4 shown = mix(v_color, v_rim, edge);
  gl_FragColor = vec4(shown.rgb * cover, cover);
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio"] as const;
const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_half", size: 2, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_rimWidth", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_rim", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]],
    };
  }

  override processVisibleItem(id: number, at: number, data: NodeDisplayData): void {
    const { array } = this;
    const node = data as ShapedNode;
    const values = [
      node.x, node.y, node.across, node.down, SHAPES[node.shape], node.rimWidth,
      floatColor(node.color), floatColor(node.rim), id,
    ];
    array.set(values, at);
  }

  override setUniforms({ sizeRatio, correctionRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, sizeRatio);
    gl.uniform1f(uniformLocations["u_correctionRatio"] ?? null, correctionRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, matrix);
  }
}
