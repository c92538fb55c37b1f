/** Nodes for sigma: every shape of the legend, drawn by one small program on the graphics card. */

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import type { Shape } from "../data";
import { CAMERA, colour, numbers, rectangles, setCamera } from "./sigma_program";

const SHAPES: Record<Shape, number> = {
  circle: 0, square: 1, note: 1, pill: 2, diamond: 3, hexagon: 4, triangle: 5, "triangle-down": 6, star: 7, cylinder: 8,
};

export interface ShapedNode extends NodeDisplayData {
  shape: Shape;
  rim: string;
  rimWidth: number;
  dashed: boolean;
  across: number;
  down: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec2 a_half;
attribute float a_shape;
attribute float a_rimWidth;
attribute float a_dash;
attribute vec4 a_rim;
varying vec2 v_at;
varying vec2 v_half;
varying float v_shape;
varying float v_rimWidth;
varying float v_dash;
varying vec4 v_rim;
void main() {
  v_pixel = u_sizeRatio;
  v_half = max(a_half, vec2(1.6 * v_pixel));
  v_at = a_corner * (v_half * 1.15 + a_rimWidth + 1.5 * v_pixel);
  v_shape = a_shape;
  v_rimWidth = a_rimWidth;
  v_dash = a_dash;
  vec2 offset = vec2(v_at.x, -v_at.y) * 2.0 * u_correctionRatio / u_sizeRatio;
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_color = shownColor();
  v_rim = a_rim;
  v_rim.a *= bias;
}`;

// Distances to the outline, in units of the scene: negative inside.
const FRAGMENT = /* glsl */ `
varying vec2 v_at;
varying vec2 v_half;
varying float v_shape;
varying float v_rimWidth;
varying float v_dash;
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
  float dashes = floor(6.2831853 * r / 7.0 + 0.5);
  if (v_dash > 0.5 && fract((atan(p.y, p.x) / 6.2831853 + 0.5) * dashes) > 0.57) edge = 0.0;
  vec4 shown = mix(v_color, v_rim, edge);
  gl_FragColor = vec4(shown.rgb * cover, cover);
  #endif
}`;

const ATTRIBUTES = [
  numbers("a_position", 2), numbers("a_half", 2), numbers("a_shape", 1), numbers("a_rimWidth", 1), numbers("a_dash", 1),
  colour("a_color"), colour("a_rim"), colour("a_id"),
];
const CORNERS = [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]] as const;

export class ShapeProgram extends NodeProgram<(typeof CAMERA)[number]> {
  override getDefinition() {
    return rectangles(VERTEX, FRAGMENT, CAMERA, ATTRIBUTES, CORNERS);
  }

  override processVisibleItem(id: number, at: number, data: NodeDisplayData): void {
    const { array } = this;
    const node = data as ShapedNode;
    const values = [
      node.x, node.y, node.across, node.down, SHAPES[node.shape], node.rimWidth, node.dashed ? 1 : 0,
      floatColor(node.color), floatColor(node.rim), id,
    ];
    array.set(values, at);
  }

  override setUniforms(params: RenderParams, program: ProgramInfo): void {
    setCamera(params, program);
  }
}
