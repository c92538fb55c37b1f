/** What the programs for sigma share: a rectangle of two triangles for each item, the camera, and colours that can be picked. */

import type { ProgramInfo } from "sigma/rendering";
import type { RenderParams } from "sigma/types";

const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

export const CAMERA = ["u_matrix", "u_sizeRatio", "u_correctionRatio"] as const;

/** Begins every vertex shader. `a_corner` is the corner of the rectangle, `shownColor` what it is filled with. */
export const VERTEX_HEAD = /* glsl */ `
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying float v_pixel;
const float bias = 255.0 / 254.0;
vec4 shownColor() {
  #ifdef PICKING_MODE
  vec4 color = a_id;
  #else
  vec4 color = a_color;
  #endif
  color.a *= bias;
  return color;
}`;

/** Begins every fragment shader. */
export const FRAGMENT_HEAD = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_pixel;`;

/** An attribute of so many numbers. */
export function numbers(name: string, size: number) {
  return { name, size, type: FLOAT };
}

export function colour(name: string) {
  return { name, size: 4, type: UNSIGNED_BYTE, normalized: true };
}

/** A definition as sigma asks for it; `corners` are those of the two triangles. */
export function rectangles<Uniform extends string>(
  vertex: string, fragment: string, uniforms: readonly Uniform[],
  attributes: readonly (ReturnType<typeof numbers> | ReturnType<typeof colour>)[], corners: readonly (readonly [number, number])[],
) {
  return {
    VERTICES: corners.length,
    VERTEX_SHADER_SOURCE: VERTEX_HEAD + vertex,
    FRAGMENT_SHADER_SOURCE: FRAGMENT_HEAD + fragment,
    METHOD: TRIANGLES,
    UNIFORMS: uniforms,
    ATTRIBUTES: [...attributes],
    CONSTANT_ATTRIBUTES: [numbers("a_corner", 2)],
    CONSTANT_DATA: corners.map((corner) => [...corner]),
  };
}

export function setCamera({ matrix, sizeRatio, correctionRatio }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
  gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, matrix);
  gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, sizeRatio);
  gl.uniform1f(uniformLocations["u_correctionRatio"] ?? null, correctionRatio);
}
