/** What every part of the page knows. */

import type { EdgeData, NodeData, Text } from "./data";
import type { Model } from "./model";
import type { Picture } from "./picture";
import type { State, Store } from "./state";
import { say, type Word } from "./words";

export interface Context {
  model: Model;
  store: Store;
  picture: Picture;
  /** Choose a node or relationship, or nothing; `reveal` moves the picture to it. */
  select(key: string | null, how?: { reveal?: boolean; focus?: boolean }): void;
  /** Say something to those who do not see the page. */
  announce(text: string): void;
}

/** A part of the page, drawn again by itself whenever the state it shows has changed. */
export interface Part {
  element: HTMLElement;
  update(state: State, before: State | null): void;
}

/** Our own word in the language of the page. */
export function word(context: Pick<Context, "store">, name: Word, values: Record<string, string | number> = {}): string {
  return say(context.store.state.language, name, values);
}

/** A text of the data in the language of the page. */
export function told(context: Pick<Context, "store">, text: Text): string {
  return text[context.store.state.language];
}

/** What a label, a relationship type or another of graphmou's own words is called. */
export function called(context: Pick<Context, "store" | "model">, name: string): string {
  const { words } = context.model.data;
  const text = Object.hasOwn(words, name) ? words[name] : undefined;
  return text ? told(context, text) : name;
}

/** What a node or relationship is called, in one line. */
export function nameOf(context: Pick<Context, "store" | "model">, key: string): string {
  const { model } = context;
  const node: NodeData | undefined = model.nodes.get(key);
  if (node) return told(context, node.name) || called(context, node.kind);
  const edge: EdgeData | undefined = model.edges.get(key);
  return edge ? told(context, edge.label) : "";
}
