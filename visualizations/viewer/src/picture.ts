/** The picture on the screen: keeps what is drawn in step with the state, and moves the camera. */

import type { NodeData } from "./data";
import { placeOf } from "./drawing";
import { PALETTES } from "./looks";
import type { Model } from "./model";
import type { Network } from "./networks";
import { SCALES, type Actions, type Point, type Renderer, type Scenery } from "./renderers/renderer";
import { drawsInSoftware, hasWebGl2, SigmaRenderer } from "./renderers/sigma";
import { VisRenderer } from "./renderers/vis";
import { attention, computeShown, showsTheSame, type Attention, type Shown } from "./shown";
import { toggled, type Camera, type State, type Store, type Theme } from "./state";

/** Where more nodes than this are shown at once the graphics card draws, where there is one. */
const SIGMA_ABOVE = 1500;
/** Where the processor plays the graphics card, it freezes above this many; the canvas does not. */
const SOFTWARE_UP_TO = 4000;
/** A scale at which labels are read with ease. */
const READABLE = 1;
const LARGEST_FIT = 1.7;

/** What covers the picture: pixels from each side that a camera should leave free. */
export interface Covered {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export type RendererName = Renderer["name"];

export class Picture {
  renderer: Renderer;
  shown: Shown;
  attention: Attention;
  #theme: Theme;
  #own: Camera | null = null;
  #hasWebGl: boolean | null = null;
  readonly #actions: Actions;

  constructor(
    private readonly container: HTMLElement,
    private readonly model: Model,
    private readonly store: Store,
    actions: Omit<Actions, "move" | "pin">,
    private readonly look: { theme: () => Theme; covered: () => Covered; renderer: RendererName | null },
  ) {
    this.#theme = look.theme();
    this.shown = computeShown(model, store.state);
    this.attention = attention(model, store.state, this.shown);
    this.#actions = {
      ...actions,
      move: (camera) => this.#moved(camera),
      pin: (key, x, y) => {
        const pinned = new Map(store.state.pinned).set(key, [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
        store.set({ pinned });
      },
    };
    this.renderer = this.#makeRenderer(this.#wanted());
    store.subscribe((state, before) => this.#update(state, before));
    new ResizeObserver(() => this.#aimAgain()).observe(container);
    this.#aimAgain();
  }

  scenery(theme = this.#theme): Scenery {
    const { model, store, shown, attention } = this;
    return { model, state: store.state, shown, lit: attention.lit, palette: PALETTES[theme] };
  }

  /** Draw again: the font has come, or the theme of the system has changed. */
  redraw(): void {
    this.#theme = this.look.theme();
    this.renderer.restyle(this.scenery());
  }

  /** Everything, or what passes the filters, as large as it fits. */
  fit(smooth = true): void {
    this.store.set({ camera: null });
    const { passing } = this.shown;
    const filtered = passing.size > 0 && passing.size < this.model.nodes.size;
    if (filtered && this.store.state.open === "all") this.revealAll(passing);
    else this.renderer.aim(this.#fitted(this.model.data.bounds, LARGEST_FIT), smooth);
  }

  /** Once the page stands: everything, or what a link chose where it could not be read otherwise. */
  begin(): void {
    this.#aimAgain();
    const { camera, selected } = this.store.state;
    if (camera === null && selected !== null && this.renderer.camera().scale < READABLE / 2) this.reveal(selected);
  }

  /** Move by a part of what is seen. */
  pan(across: number, down: number): void {
    const camera = this.renderer.camera();
    const step = 90 / camera.scale;
    this.#aim({ ...camera, x: camera.x + across * step, y: camera.y + down * step });
  }

  zoom(factor: number): void {
    const camera = this.renderer.camera();
    const scale = Math.min(SCALES.most, Math.max(SCALES.least, camera.scale * factor));
    this.#aim({ ...camera, scale });
  }

  /** Show a node: unfold its network, and bring it into what is free of the picture. */
  reveal(key: string): void {
    const node = this.model.nodes.get(key);
    if (!node) return;
    this.unfold(this.model.networkOf.get(key) ?? -1, false);
    const [x, y] = placeOf(node, this.store.state);
    const scale = Math.max(this.renderer.camera().scale, READABLE);
    this.#aim(this.#centred({ x, y }, scale));
  }

  /** Show several nodes at once. */
  revealAll(keys: Iterable<string>): void {
    const nodes = [...keys].map((key) => this.model.nodes.get(key)).filter((node): node is NodeData => node !== undefined);
    if (nodes.length === 0) return;
    const { state } = this.store;
    if (state.open !== "all") {
      this.store.set({ open: new Set([...state.open, ...nodes.map((node) => this.model.networkOf.get(node.key)).filter((place) => place !== undefined)]) });
    }
    const places = nodes.map((node) => placeOf(node, state));
    const [across, down] = [places.map(([x]) => x), places.map(([, y]) => y)];
    const room = 70;
    const box = [least(across) - room, least(down) - room, most(across) + room, most(down) + room] as const;
    this.#aim(this.#fitted(box, READABLE * 1.3));
  }

  /** Move only where a node would otherwise be covered. */
  uncover(key: string): void {
    const node = this.model.nodes.get(key);
    if (!node) return;
    const [x, y] = placeOf(node, this.store.state);
    const at = this.renderer.toScreen(x, y);
    const { top, right, bottom, left } = this.look.covered();
    const { clientWidth: width, clientHeight: height } = this.container;
    if (at.x > left + 20 && at.x < width - right - 20 && at.y > top + 20 && at.y < height - bottom - 40) return;
    this.#aim(this.#centred({ x, y }, this.renderer.camera().scale));
  }

  /** Unfold a network, and move to it where wanted. */
  unfold(place: number, move: boolean): void {
    const { open } = this.store.state;
    const network = this.model.networks[place];
    if (!network || open === "all") return;
    if (!open.has(place)) this.store.set({ open: toggled(open, place, true) });
    if (move) this.#aim(this.#fitted(boxOf(network), READABLE * 1.2));
  }

  /** The folded network at a point of the screen; -1 where there is none. */
  foldedAt(at: Point): number {
    const { x, y } = this.renderer.toScene(at);
    return [...this.shown.folded.keys()].find((place) => isInside(this.model.networks[place], x, y)) ?? -1;
  }

  #update(state: State, before: State): void {
    const theme = this.look.theme();
    if (!showsTheSame(state, before)) {
      this.shown = computeShown(this.model, state);
      this.attention = attention(this.model, state, this.shown);
      this.#theme = theme;
      this.#show();
    } else if (LOOK.some((name) => state[name] !== before[name]) || theme !== this.#theme) {
      this.attention = attention(this.model, state, this.shown);
      this.#theme = theme;
      this.renderer.restyle(this.scenery());
    }
    // A link to another view was followed.
    if (state.camera !== before.camera && state.camera !== null && state.camera !== this.#own) {
      this.renderer.aim(state.camera, true);
    }
  }

  /** Draw what is shown now; with the other renderer, where its number asks for that. */
  #show(): void {
    const wanted = this.#wanted();
    if (wanted === this.renderer.name) {
      this.renderer.show(this.scenery());
      return;
    }
    const camera = this.renderer.camera();
    this.renderer.destroy();
    this.renderer = this.#makeRenderer(wanted);
    this.renderer.aim(camera, false);
  }

  #wanted(): RendererName {
    const { renderer } = this.look;
    if (renderer === "vis" || (renderer === null && this.shown.nodes.length <= SIGMA_ABOVE)) return "vis";
    this.#hasWebGl ??= hasWebGl2();
    const tooMany = renderer === null && this.shown.nodes.length > SOFTWARE_UP_TO && drawsInSoftware();
    return this.#hasWebGl && !tooMany ? "sigma" : "vis";
  }

  #makeRenderer(wanted: RendererName): Renderer {
    if (wanted === "sigma") {
      try {
        return new SigmaRenderer(this.container, this.scenery(), this.#actions);
      } catch {
        // The graphics card refused: the canvas draws everywhere.
        this.#hasWebGl = false;
        this.container.replaceChildren();
      }
    }
    return new VisRenderer(this.container, this.scenery(), this.#actions);
  }

  #aimAgain(): void {
    const { camera } = this.store.state;
    this.renderer.aim(camera ?? this.#fitted(this.model.data.bounds, LARGEST_FIT), false);
  }

  #aim(camera: Camera): void {
    this.#moved(camera);
    this.renderer.aim(camera, true);
  }

  #moved(camera: Camera): void {
    this.#own = camera;
    this.store.set({ camera });
  }

  #fitted([left, top, right, bottom]: readonly [number, number, number, number], largest: number): Camera {
    const covered = this.look.covered();
    const width = Math.max(60, this.container.clientWidth - covered.left - covered.right - 24);
    const height = Math.max(60, this.container.clientHeight - covered.top - covered.bottom - 20);
    const scale = Math.min(width / (right - left || 1), height / (bottom - top || 1), largest);
    return this.#centred({ x: (left + right) / 2, y: (top + bottom) / 2 }, Math.max(scale, SCALES.least));
  }

  /** A camera that has a point of the scene in the middle of what is free. */
  #centred({ x, y }: Point, scale: number): Camera {
    const { top, right, bottom, left } = this.look.covered();
    return { x: x + (right - left) / 2 / scale, y: y + (bottom - top) / 2 / scale, scale };
  }
}

/** Parts of the state that change how things look, but not which are shown. */
const LOOK = ["language", "selected", "hops", "off", "path", "step", "pinned", "theme"] as const;

function boxOf(region: Network): [number, number, number, number] {
  return [region.left, region.top, region.left + region.width, region.top + region.height];
}

function isInside(region: Network | undefined, x: number, y: number): boolean {
  if (!region) return false;
  const [left, top, right, bottom] = boxOf(region);
  return x >= left && x <= right && y >= top && y <= bottom;
}

function least(numbers: number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(numbers: number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), -Infinity);
}
