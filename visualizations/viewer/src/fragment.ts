/** The state in the fragment of the page's address, so that a link opens the same view again.
 *
 * Nodes stand there by their id where it is short, so that a link outlives a redrawn picture, else by key. Whatever
 * a link says that this picture does not have is left out.
 */

import type { Model } from "./model";
import { initialState, SWITCHES, type Camera, type State, type Switch } from "./state";

const LONGEST_ID = 80;

export function encode(state: State, model: Model): string {
  const usual = initialState(model.data.language, model.big);
  const said = new URLSearchParams();
  const put = (name: string, value: string | null, unless: string | null = null): void => {
    if (value !== null && value !== "" && value !== unless) said.set(name, value);
  };
  const ref = (key: string | null): string | null => (key === null ? null : reference(key, model));
  put("lang", state.language, usual.language);
  put("theme", state.theme);
  put("sel", ref(state.selected));
  put("hops", String(state.hops), "1");
  put("kinds", [...state.hiddenKinds].join(" "));
  put("types", [...state.hiddenTypes].join(" "));
  put("basis", [...state.hiddenBases].join(" "));
  put("office", ref(state.office));
  put("year", state.year === null ? null : String(state.year));
  put("off", [...state.off].join(" "));
  put("from", ref(state.path?.from ?? null));
  put("to", ref(state.path?.to ?? null));
  put("step", state.step === null ? null : String(state.step + 1));
  put("view", state.camera && [state.camera.x, state.camera.y, state.camera.scale].map(short).join(" "));
  for (const [key, [x, y]] of state.pinned) said.append("pin", `${short(x)} ${short(y)} ${reference(key, model)}`);
  if (model.big) put("open", state.open === "all" ? "all" : [...state.open].join(" "));
  return said.toString();
}

export function decode(fragment: string, model: Model): State {
  const state = initialState(model.data.language, model.big);
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const keys = new Map(model.data.nodes.filter((node) => node.id).map((node) => [node.id, node.key]));
  const key = (text: string | null): string | null => {
    if (text === null) return null;
    const found = text.startsWith("*") ? text.slice(1) : (keys.get(text) ?? "");
    return model.nodes.has(found) || model.edges.has(found) ? found : null;
  };
  const node = (text: string | null): string | null => {
    const found = key(text);
    return found !== null && model.nodes.has(found) ? found : null;
  };
  const words = (name: string): string[] => (said.get(name) ?? "").split(" ").filter(Boolean);
  const language = said.get("lang");
  const theme = said.get("theme");
  const from = node(said.get("from"));
  const step = whole(said.get("step"), 1, model.data.steps.length);
  const open = said.get("open");
  return {
    ...state,
    language: language === "th" || language === "en" ? language : state.language,
    theme: theme === "light" || theme === "dark" ? theme : null,
    selected: key(said.get("sel")),
    hops: whole(said.get("hops"), 1, 3) ?? 1,
    hiddenKinds: new Set(words("kinds")),
    hiddenTypes: new Set(words("types")),
    hiddenBases: new Set(words("basis")),
    office: node(said.get("office")),
    year: model.years && whole(said.get("year"), ...model.years),
    off: new Set(words("off").filter((word): word is Switch => (SWITCHES as string[]).includes(word))),
    path: from === null ? null : { from, to: node(said.get("to")) },
    step: step === null ? null : step - 1,
    camera: camera(said.get("view")),
    pinned: pins(said.getAll("pin"), node),
    open: !model.big || open === "all" ? "all" : places(words("open"), model.networks.length),
  };
}

function reference(key: string, model: Model): string {
  const id = model.nodes.get(key)?.id ?? "";
  return id && id.length <= LONGEST_ID && !id.startsWith("*") ? id : `*${key}`;
}

function short(number: number): string {
  return String(Number(number.toPrecision(6)));
}

function whole(text: string | null, least: number, most: number): number | null {
  const number = Number(text ?? NaN);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
}

function places(words: string[], count: number): ReadonlySet<number> {
  return new Set(words.map((word) => whole(word, 0, count - 1)).filter((place) => place !== null));
}

function camera(text: string | null): Camera | null {
  const [x, y, scale] = (text ?? "").split(" ").map(Number);
  if (x === undefined || y === undefined || scale === undefined) return null;
  return Number.isFinite(x) && Number.isFinite(y) && scale > 0 && scale < 100 ? { x, y, scale } : null;
}

function pins(texts: string[], node: (text: string) => string | null): State["pinned"] {
  const pinned = new Map<string, readonly [number, number]>();
  for (const text of texts) {
    const [across = "", down = ""] = text.split(" ", 2);
    const found = node(text.slice(across.length + down.length + 2));
    const [x, y] = [Number(across), Number(down)];
    if (found !== null && Number.isFinite(x) && Number.isFinite(y)) pinned.set(found, [x, y]);
  }
  return pinned;
}
