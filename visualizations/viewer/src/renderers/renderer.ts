/** What the page asks of whatever draws the picture on the screen. */

import type { Frame } from "../drawing";
import type { Camera } from "../state";

/** All of a frame but what the camera decides. */
export type Scenery = Omit<Frame, "scale" | "view">;

export interface Point {
  x: number;
  y: number;
}

/** What the reader does in the picture. Points are pixels from its left top. */
export interface Actions {
  /** Key of the node or relationship that was hit; null for the ground. */
  click(key: string | null, at: Point): void;
  /** Key of the node or relationship below the pointer; null where there is none. */
  point(key: string | null, at: Point): void;
  /** A node was dragged to another place of the scene. */
  pin(key: string, x: number, y: number): void;
  /** The reader moved or zoomed. */
  move(camera: Camera): void;
}

export interface Renderer {
  readonly name: "vis" | "sigma";
  /** Other nodes or relationships are shown than before. */
  show(scenery: Scenery): void;
  /** The same ones look otherwise, or stand elsewhere. */
  restyle(scenery: Scenery): void;
  camera(): Camera;
  aim(camera: Camera, smooth: boolean): void;
  /** Where a point of the scene is on the screen, in pixels from the picture's left top. */
  toScreen(x: number, y: number): Point;
  toScene(at: Point): Point;
  /** Leave the page. */
  destroy(): void;
}

/** How far one may zoom. */
export const SCALES = { least: 0.004, most: 6 } as const;

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Milliseconds that a smooth movement takes: none where the reader's system asks for calm. */
export function duration(smooth: boolean): number {
  return smooth && !calm.matches ? 320 : 0;
}

/** What a camera sees: left, top, right, bottom. */
export function viewOf(camera: Camera, width: number, height: number): [number, number, number, number] {
  const [across, down] = [width / 2 / camera.scale, height / 2 / camera.scale];
  return [camera.x - across, camera.y - down, camera.x + across, camera.y + down];
}
