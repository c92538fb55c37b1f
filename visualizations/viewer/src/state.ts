/** What a reader has chosen: one value, changed in one place. The page is drawn from it, and a link holds it. */

import type { Language } from "./data";

export type Theme = "light" | "dark";
export type Switch = "ghosts" | "gaps" | "dashes" | "fading";
export const SWITCHES: readonly Switch[] = ["ghosts", "gaps", "dashes", "fading"];

/** The middle of the picture in units of the scene, and pixels for each unit. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Path {
  from: string;
  /** Null while the reader still has to choose it. */
  to: string | null;
}

export interface State {
  language: Language;
  /** Null: what the reader's system prefers. */
  theme: Theme | null;
  /** Key of a node or relationship. */
  selected: string | null;
  hops: number;
  hiddenKinds: ReadonlySet<string>;
  hiddenTypes: ReadonlySet<string>;
  hiddenBases: ReadonlySet<string>;
  office: string | null;
  year: number | null;
  off: ReadonlySet<Switch>;
  path: Path | null;
  /** Place in the story; null outside of it. */
  step: number | null;
  /** Null: everything, fitted. */
  camera: Camera | null;
  pinned: ReadonlyMap<string, readonly [number, number]>;
  /** Places of the networks that are unfolded, where the picture opens folded. */
  open: "all" | ReadonlySet<number>;
}

export function initialState(language: Language, big: boolean): State {
  return {
    language,
    theme: null,
    selected: null,
    hops: 1,
    hiddenKinds: new Set(),
    hiddenTypes: new Set(),
    hiddenBases: new Set(),
    office: null,
    year: null,
    off: new Set(),
    path: null,
    step: null,
    camera: null,
    pinned: new Map(),
    open: big ? new Set() : "all",
  };
}

export const NO_FILTERS = {
  hiddenKinds: new Set<string>(),
  hiddenTypes: new Set<string>(),
  hiddenBases: new Set<string>(),
  office: null,
  year: null,
} as const;

export function isFiltered(state: State): boolean {
  return (
    state.hiddenKinds.size + state.hiddenTypes.size + state.hiddenBases.size > 0 ||
    state.office !== null ||
    state.year !== null
  );
}

export type Listener = (state: State, before: State) => void;

export class Store {
  #state: State;
  readonly #listeners: Listener[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** Listeners are told in the order in which they came. */
  subscribe(listener: Listener): void {
    this.#listeners.push(listener);
  }

  set(change: Partial<State>): void {
    const before = this.#state;
    const entries = Object.entries(change) as [keyof State, unknown][];
    if (entries.every(([name, value]) => before[name] === value)) return;
    this.#state = { ...before, ...change };
    for (const listener of this.#listeners) listener(this.#state, before);
  }
}

/** The set without a member that it has, or with one that it has not. */
export function toggled<T>(set: ReadonlySet<T>, member: T, present = !set.has(member)): ReadonlySet<T> {
  const changed = new Set(set);
  if (present) changed.add(member);
  else changed.delete(member);
  return changed;
}
