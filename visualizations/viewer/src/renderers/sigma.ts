/** The picture drawn by sigma with WebGL: for thousands of nodes.
 *
 * sigma moves, zooms, finds the node below the pointer, and draws nodes and relationships on the graphics card. The
 * ground lies on a canvas below, labels and marks on one above; both are drawn by `drawing.ts`.
 */

import { DirectedGraph, MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { MouseCoords, SigmaNodeEventPayload } from "sigma/types";

import type { EdgeData, NodeData } from "../data";
import { drawGround, drawOver, isDimmed, isDimmedEdge, placeOf, type Frame } from "../drawing";
import { edgeLook, nodeLook } from "../looks";
import { CanvasPen } from "../pen";
import type { Camera } from "../state";
import { duration, SCALES, viewOf, type Actions, type Point, type Renderer, type Scenery } from "./renderer";
import { ArrowProgram, LineProgram } from "./sigma_edges";
import { ShapeProgram } from "./sigma_nodes";

/** Pixels around a relationship that still hit it. */
const NEAR = 6;

export class SigmaRenderer implements Renderer {
  readonly name = "sigma";
  readonly #container: HTMLElement;
  readonly #graph: DirectedGraph;
  readonly #sigma: Sigma;
  readonly #below: HTMLCanvasElement;
  readonly #above: HTMLCanvasElement;
  readonly #middle: Point;
  readonly #extent: number;
  #scenery: Scenery;
  #dragged: string | null = null;
  #hasMoved = false;
  readonly #leave = new AbortController();

  constructor(container: HTMLElement, scenery: Scenery, actions: Actions) {
    this.#container = container;
    this.#scenery = scenery;
    this.#graph = new MultiDirectedGraph();
    this.#fill();
    const [left, top, right, bottom] = scenery.model.data.bounds;
    this.#middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.#extent = Math.max(right - left, bottom - top, 1);
    this.#below = this.#layer();
    const stage = document.createElement("div");
    stage.className = "stage";
    container.append(stage);
    this.#above = this.#layer();
    this.#sigma = new Sigma(this.#graph, stage, {
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { line: LineProgram, arrow: ArrowProgram },
      defaultNodeType: "shape",
      defaultEdgeType: "line",
      renderLabels: false,
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      autoRescale: true,
      stagePadding: 0,
      minEdgeThickness: 0.7,
      zIndex: false,
      // A processor that plays the graphics card draws thousands of lines too slowly to follow a hand.
      hideEdgesOnMove: drawsInSoftware(),
      enableCameraRotation: false,
      zoomDuration: duration(true) / 2,
      inertiaDuration: duration(true),
      allowInvalidContainer: true,
      defaultDrawNodeHover: () => undefined,
      nodeReducer: (key) => this.#nodeData(key),
      edgeReducer: (key) => this.#edgeData(key),
    });
    this.#sigma.setCustomBBox({ x: [left, right], y: [-bottom, -top] });
    this.#sigma.on("afterRender", () => this.#drawLayers());
    this.#listen(actions);
  }

  show(scenery: Scenery): void {
    this.#scenery = scenery;
    this.#graph.clear();
    this.#fill();
    this.#sigma.refresh();
  }

  restyle(scenery: Scenery): void {
    this.#scenery = scenery;
    for (const node of scenery.shown.nodes) {
      const [x, y] = placeOf(node, scenery.state);
      this.#graph.mergeNodeAttributes(node.key, { x, y: -y });
    }
    this.#sigma.refresh();
  }

  camera(): Camera {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return {
      x: (x - 0.5) * this.#extent + this.#middle.x,
      y: this.#middle.y - (y - 0.5) * this.#extent,
      scale: this.#pixelsPerFrame() / (ratio * this.#extent),
    };
  }

  aim(camera: Camera, smooth: boolean): void {
    const state = {
      x: (camera.x - this.#middle.x) / this.#extent + 0.5,
      y: 0.5 - (camera.y - this.#middle.y) / this.#extent,
      ratio: this.#pixelsPerFrame() / (camera.scale * this.#extent),
      angle: 0,
    };
    const time = duration(smooth);
    if (time > 0) void this.#sigma.getCamera().animate(state, { duration: time });
    else this.#sigma.getCamera().setState(state);
  }

  toScreen(x: number, y: number): Point {
    const camera = this.camera();
    return {
      x: (x - camera.x) * camera.scale + this.#container.clientWidth / 2,
      y: (y - camera.y) * camera.scale + this.#container.clientHeight / 2,
    };
  }

  toScene(at: Point): Point {
    const camera = this.camera();
    return {
      x: (at.x - this.#container.clientWidth / 2) / camera.scale + camera.x,
      y: (at.y - this.#container.clientHeight / 2) / camera.scale + camera.y,
    };
  }

  destroy(): void {
    this.#leave.abort();
    this.#sigma.kill();
    this.#container.replaceChildren();
  }

  /** How many pixels the whole extent takes at the ratio 1. */
  #pixelsPerFrame(): number {
    const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const [one, other] = [0.5, 1.5].map((x) => this.#sigma.framedGraphToViewport({ x, y: 0.5 }, { cameraState }));
    return Math.abs((other?.x ?? 1) - (one?.x ?? 0)) || 1;
  }

  #fill(): void {
    const { shown, state } = this.#scenery;
    for (const node of shown.nodes) {
      const [x, y] = placeOf(node, state);
      this.#graph.addNode(node.key, { x, y: -y });
    }
    for (const edge of shown.edges) this.#graph.addEdgeWithKey(edge.key, edge.source, edge.target, {});
  }

  #nodeData(key: string): Record<string, unknown> {
    const node = this.#scenery.model.nodes.get(key) as NodeData;
    const look = nodeLook(node, this.#scenery.state, this.#scenery.palette, isDimmed(node, this.#scenery));
    return {
      ...this.#graph.getNodeAttributes(key),
      label: null,
      size: node.width / 2,
      across: node.width / 2,
      down: node.height / 2,
      shape: node.shape,
      color: look.fill,
      rim: look.rim,
      rimWidth: look.width,
      dashed: look.dash !== undefined,
    };
  }

  #edgeData(key: string): Record<string, unknown> {
    const edge = this.#scenery.model.edges.get(key) as EdgeData;
    const look = edgeLook(edge, this.#scenery.state, this.#scenery.palette, isDimmedEdge(edge, this.#scenery));
    return {
      label: null,
      size: look.width,
      color: look.rim,
      dashed: look.dash !== undefined,
      bend: edge.bend,
      type: edge.arrow ? "arrow" : "line",
    };
  }

  #layer(): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.className = "layer";
    this.#container.append(canvas);
    return canvas;
  }

  #drawLayers(): void {
    const camera = this.camera();
    const [width, height] = [this.#container.clientWidth, this.#container.clientHeight];
    const frame: Frame = { ...this.#scenery, scale: camera.scale, view: viewOf(camera, width, height) };
    const ratio = window.devicePixelRatio || 1;
    for (const [canvas, draw] of [[this.#below, drawGround], [this.#above, drawOver]] as const) {
      const context = canvas.getContext("2d");
      if (!context) continue;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      const scale = camera.scale * ratio;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(scale, 0, 0, scale, (width / 2) * ratio - camera.x * scale, (height / 2) * ratio - camera.y * scale);
      draw(new CanvasPen(context), frame);
    }
  }

  #listen(actions: Actions): void {
    const sigma = this.#sigma;
    const at = ({ x, y }: Point): Point => ({ x, y });
    sigma.on("clickNode", ({ node, event }) => {
      if (!this.#hasMoved) actions.click(node, at(event));
    });
    sigma.on("clickStage", ({ event }) => {
      if (!this.#hasMoved) actions.click(this.#edgeAt(event), at(event));
    });
    sigma.on("doubleClickNode", ({ preventSigmaDefault }) => preventSigmaDefault());
    sigma.on("enterNode", ({ node, event }) => actions.point(node, at(event)));
    sigma.on("leaveNode", ({ event }) => actions.point(null, at(event)));
    const start = ({ node }: SigmaNodeEventPayload): void => {
      this.#dragged = node;
    };
    sigma.on("downNode", start);
    const move = (event: MouseCoords): void => {
      this.#hasMoved = true;
      if (this.#dragged === null) return;
      const { x, y } = this.toScene(event);
      this.#graph.mergeNodeAttributes(this.#dragged, { x, y: -y });
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    };
    const mouse = sigma.getMouseCaptor();
    mouse.on("mousedown", () => (this.#hasMoved = false));
    mouse.on("mousemovebody", (event) => {
      if (event.original instanceof MouseEvent && event.original.buttons > 0) move(event);
    });
    mouse.on("mouseup", () => {
      if (this.#dragged !== null && this.#hasMoved) {
        const { x, y } = this.#graph.getNodeAttributes(this.#dragged) as Point;
        actions.pin(this.#dragged, x, -y);
      } else if (this.#hasMoved) actions.move(this.camera());
      this.#dragged = null;
    });
    const camera = sigma.getCamera();
    camera.on("updated", () => {
      const { scale, x, y } = this.camera();
      const bound = Math.min(SCALES.most, Math.max(SCALES.least, scale));
      if (Math.abs(bound / scale - 1) > 1e-6) this.aim({ x, y, scale: bound }, false);
    });
    this.#container.addEventListener("wheel", () => window.setTimeout(() => actions.move(this.camera()), 300), { passive: true, signal: this.#leave.signal });
  }

  /** sigma can find relationships too, but draws each of them twice for it. One look at them all on a click is enough. */
  #edgeAt(at: Point): string | null {
    const { shown, model, state } = this.#scenery;
    const { x, y } = this.toScene(at);
    let best = NEAR / this.camera().scale;
    let found: string | null = null;
    for (const edge of shown.edges) {
      const [source, target] = [model.nodes.get(edge.source), model.nodes.get(edge.target)];
      if (!source || !target) continue;
      const distance = distanceToLine(x, y, placeOf(source, state), placeOf(target, state));
      if (distance < best) [best, found] = [distance, edge.key];
    }
    return found;
  }
}

function distanceToLine(x: number, y: number, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}

/** Whether this browser draws with WebGL 2. */
export function hasWebGl2(): boolean {
  return cardName() !== null;
}

/** Whether it is the processor that draws. */
export function drawsInSoftware(): boolean {
  return /swiftshader|llvmpipe|software|basic render/i.test(cardName() ?? "");
}

/** What draws with WebGL 2; null where nothing does. */
function cardName(): string | null {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    if (!context) return null;
    const known = context.getExtension("WEBGL_debug_renderer_info");
    const name = String(context.getParameter(known ? known.UNMASKED_RENDERER_WEBGL : context.RENDERER));
    context.getExtension("WEBGL_lose_context")?.loseContext();
    return name;
  } catch {
    return null;
  }
}
