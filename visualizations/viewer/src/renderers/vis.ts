/** The picture drawn by vis-network on a canvas: the usual renderer, and the one that needs no WebGL.
 *
 * vis-network moves, zooms, drags, finds what is below the pointer and draws the relationships. Nodes, their labels
 * and the ground are drawn by `drawing.ts`, as in the pictures that are saved.
 */

import { DataSet } from "vis-data/esnext";
import { Network, type Edge, type Node, type Options } from "vis-network/esnext";

import type { EdgeData, NodeData } from "../data";
import { drawGround, drawNode, drawOver, isDimmedEdge, placeOf, type Frame } from "../drawing";
import { edgeLook } from "../looks";
import { CanvasPen } from "../pen";
import type { Camera, State } from "../state";
import { duration, SCALES, viewOf, type Actions, type Point, type Renderer, type Scenery } from "./renderer";

/** Above this many relationships they are left out while one moves: the canvas would not keep up. */
const MANY_EDGES = 3000;

const OPTIONS: Options = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, selectable: false, hoverConnectedEdges: false, keyboard: { enabled: false } },
  nodes: { shape: "custom", chosen: false, label: undefined },
  edges: { smooth: false, chosen: false, arrowStrikethrough: false, hoverWidth: 0, selectionWidth: 0 },
} as unknown as Options;

type VisNode = Node & { id: string };
type VisEdge = Edge & { id: string };

export class VisRenderer implements Renderer {
  readonly name = "vis";
  readonly #nodes = new DataSet<VisNode>();
  readonly #edges = new DataSet<VisEdge>();
  readonly #network: Network;
  readonly #container: HTMLElement;
  readonly #looks = new Map<string, string>();
  #scenery: Scenery;
  #pinned: State["pinned"];
  #frame: Frame;
  #moving = 0;

  constructor(container: HTMLElement, scenery: Scenery, actions: Actions) {
    this.#container = container;
    this.#scenery = scenery;
    this.#pinned = scenery.state.pinned;
    this.#frame = this.#newFrame();
    this.#nodes.add(scenery.shown.nodes.map((node) => this.#visNode(node)));
    this.#edges.add(scenery.shown.edges.map((edge) => this.#visEdge(edge)));
    const many = scenery.shown.edges.length > MANY_EDGES;
    this.#network = new Network(container, { nodes: this.#nodes, edges: this.#edges }, {
      ...OPTIONS,
      interaction: { ...OPTIONS.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many, hover: !many },
    });
    // The picture around it takes the keyboard, and has a name.
    container.querySelector(".vis-network")?.setAttribute("tabindex", "-1");
    this.#network.on("beforeDrawing", (context: CanvasRenderingContext2D) => {
      this.#frame = this.#newFrame();
      drawGround(new CanvasPen(context), this.#frame);
    });
    this.#network.on("afterDrawing", (context: CanvasRenderingContext2D) => {
      drawOver(new CanvasPen(context), this.#frame);
    });
    this.#listen(actions);
  }

  show(scenery: Scenery): void {
    this.#scenery = scenery;
    const nodes = new Set(scenery.shown.nodes.map((node) => node.key));
    const edges = new Set(scenery.shown.edges.map((edge) => edge.key));
    this.#edges.remove(this.#edges.getIds().filter((key) => !edges.has(String(key))));
    this.#nodes.remove(this.#nodes.getIds().filter((key) => !nodes.has(String(key))));
    for (const key of this.#looks.keys()) if (!edges.has(key)) this.#looks.delete(key);
    this.#nodes.add(scenery.shown.nodes.filter((node) => !this.#nodes.get(node.key)).map((node) => this.#visNode(node)));
    this.#edges.add(scenery.shown.edges.filter((edge) => !this.#edges.get(edge.key)).map((edge) => this.#visEdge(edge)));
    const many = edges.size > MANY_EDGES;
    this.#network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many, hover: !many } });
    this.restyle(scenery);
  }

  restyle(scenery: Scenery): void {
    const before = this.#pinned;
    this.#scenery = scenery;
    this.#pinned = scenery.state.pinned;
    // Only what was pinned otherwise: each move has vis-network draw everything again.
    for (const key of new Set([...before.keys(), ...this.#pinned.keys()])) {
      const node = scenery.model.nodes.get(key);
      if (!node || before.get(key) === this.#pinned.get(key) || !this.#nodes.get(key)) continue;
      this.#network.moveNode(key, ...placeOf(node, scenery.state));
    }
    const changed = scenery.shown.edges.filter((edge) => this.#looks.get(edge.key) !== this.#lookOf(edge));
    if (changed.length > 0) this.#edges.update(changed.map((edge) => this.#visEdge(edge)));
    this.#network.redraw();
  }

  camera(): Camera {
    const { x, y } = this.#network.getViewPosition();
    return { x, y, scale: this.#network.getScale() };
  }

  aim(camera: Camera, smooth: boolean): void {
    // The page may have another size by now: vis-network would notice later, and scale what is aimed at here.
    this.#network.setSize("100%", "100%");
    const time = duration(smooth);
    const from = this.camera();
    const start = performance.now();
    window.cancelAnimationFrame(this.#moving);
    // vis-network's own animation counts frames, and two at once never end.
    const step = (now: number): void => {
      const part = time > 0 ? Math.min(1, Math.max(0, (now - start) / time)) : 1;
      const eased = part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2;
      const between = (one: number, other: number): number => (part === 1 ? other : one + (other - one) * eased);
      this.#network.moveTo({
        position: { x: between(from.x, camera.x), y: between(from.y, camera.y) },
        scale: between(from.scale, camera.scale),
        animation: false,
      });
      if (part < 1) this.#moving = window.requestAnimationFrame(step);
    };
    step(start);
  }

  toScreen(x: number, y: number): Point {
    return this.#network.canvasToDOM({ x, y });
  }

  toScene(at: Point): Point {
    return this.#network.DOMtoCanvas(at);
  }

  destroy(): void {
    window.cancelAnimationFrame(this.#moving);
    this.#network.destroy();
    this.#container.replaceChildren();
  }

  #newFrame(): Frame {
    const camera = this.#network ? this.camera() : { x: 0, y: 0, scale: 1 };
    const view = viewOf(camera, this.#container.clientWidth, this.#container.clientHeight);
    return { ...this.#scenery, scale: camera.scale, view };
  }

  #listen(actions: Actions): void {
    const network = this.#network;
    // vis-network scales without bounds; a page that shows nothing helps nobody.
    network.on("zoom", ({ scale }: { scale: number }) => {
      window.cancelAnimationFrame(this.#moving);
      const bound = Math.min(SCALES.most, Math.max(SCALES.least, scale));
      if (bound !== scale) network.moveTo({ scale: bound });
      actions.move(this.camera());
    });
    network.on("click", ({ pointer }: { pointer: { DOM: Point } }) => {
      const hit = network.getNodeAt(pointer.DOM) ?? network.getEdgeAt(pointer.DOM) ?? null;
      actions.click(hit === null ? null : String(hit), pointer.DOM);
    });
    network.on("hoverNode", (event: { node: string; pointer: { DOM: Point } }) => actions.point(event.node, event.pointer.DOM));
    network.on("hoverEdge", (event: { edge: string; pointer: { DOM: Point } }) => actions.point(event.edge, event.pointer.DOM));
    const left = (event: { pointer?: { DOM: Point } }): void => actions.point(null, event.pointer?.DOM ?? { x: 0, y: 0 });
    for (const name of ["blurNode", "blurEdge", "dragStart"] as const) network.on(name, left);
    network.on("dragStart", () => window.cancelAnimationFrame(this.#moving));
    network.on("dragEnd", ({ nodes }: { nodes: string[] }) => {
      network.unselectAll();
      for (const key of nodes) {
        const { x, y } = network.getPosition(key);
        actions.pin(key, x, y);
      }
      if (nodes.length === 0) actions.move(this.camera());
    });
  }

  #visNode(node: NodeData): VisNode {
    const [x, y] = placeOf(node, this.#scenery.state);
    const size = { width: node.width, height: node.height };
    return {
      id: node.key,
      x,
      y,
      ctxRenderer: ({ ctx, x, y }: { ctx: CanvasRenderingContext2D; x: number; y: number }) => ({
        drawNode: () => drawNode(new CanvasPen(ctx), this.#frame, node, [x, y]),
        nodeDimensions: size,
      }),
    } as unknown as VisNode;
  }

  #visEdge(edge: EdgeData): VisEdge {
    const look = edgeLook(edge, this.#scenery.state, this.#scenery.palette, isDimmedEdge(edge, this.#scenery));
    this.#looks.set(edge.key, this.#lookOf(edge));
    return {
      id: edge.key,
      from: edge.source,
      to: edge.target,
      color: { color: look.rim, hover: look.rim, highlight: look.rim },
      width: look.width,
      dashes: look.dash ? [...look.dash] : false,
      arrows: { to: { enabled: edge.arrow, scaleFactor: 0.6 } },
      smooth: edge.bend
        ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) }
        : false,
    } as VisEdge;
  }

  #lookOf(edge: EdgeData): string {
    const look = edgeLook(edge, this.#scenery.state, this.#scenery.palette, isDimmedEdge(edge, this.#scenery));
    return `${look.rim} ${look.dash?.length ?? 0}`;
  }
}
