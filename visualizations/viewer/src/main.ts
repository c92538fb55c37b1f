/** The page: reads its data, puts its parts together, and keeps address, theme and keyboard in step with the state. */

import { nameOf, told, word, type Context, type Part } from "./context";
import type { SceneData } from "./data";
import { h, iconButton } from "./dom";
import { find } from "./find";
import { decode, encode } from "./fragment";
import { makeModel } from "./model";
import { makeDrawer } from "./parts/drawer";
import { makeFilters } from "./parts/filters";
import { makeLegend } from "./parts/legend";
import { makeList } from "./parts/list";
import { makePanel } from "./parts/panel";
import { makePathBar } from "./parts/pathbar";
import { makeSaver, printsItself } from "./parts/save";
import { makeSearch } from "./parts/search";
import { makeSources } from "./parts/sources";
import { makeStory } from "./parts/story";
import { makeTip } from "./parts/tip";
import { makeTopControls } from "./parts/controls";
import { makeYear } from "./parts/year";
import { FONT } from "./pen";
import { Picture, type Covered, type RendererName } from "./picture";
import { Store, type State, type Theme } from "./state";
import { searchKey } from "./thai";

function start(): void {
  const data = JSON.parse(document.getElementById("data")?.textContent ?? "null") as SceneData;
  const model = makeModel(data);
  const fragment = window.location.hash;
  const store = new Store(decode(fragment, model));
  const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
  const theme = (): Theme => store.state.theme ?? (systemDark.matches ? "dark" : "light");
  const live = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
  const room = h("div", { id: "picture", role: "application", tabindex: 0 });
  const tip = makeTip(() => context);
  const select: Context["select"] = (key, how = {}) => {
    const { path } = store.state;
    if (key !== null && path?.to === null && key !== path.from && model.nodes.has(key)) {
      store.set({ path: { from: path.from, to: key }, selected: key });
    } else store.set({ selected: key });
    tip.show(null, { x: 0, y: 0 });
    if (key === null) return;
    if (how.reveal) context.picture.reveal(key);
    else context.picture.uncover(key);
    context.announce(word(context, "selected", { name: nameOf(context, key) }));
    if (how.focus) panel.focus();
  };

  const bar = h("header", { class: "bar" });
  const main = h("main", { class: "main" }, room);
  const foot = h("footer", { class: "foot" });
  const app = h("div", { id: "app" }, bar, main, foot);
  document.body.append(app); // the renderer measures its room
  document.documentElement.dataset["theme"] = theme();
  let covered = (): Covered => ({ top: 0, right: 0, bottom: 0, left: 0 });
  const picture = new Picture(room, model, store, {
    click(key, at) {
      const folded = key === null ? picture.foldedAt(at) : -1;
      if (folded >= 0) {
        picture.unfold(folded, true);
        const network = model.networks[folded];
        if (network) context.announce(word(context, "opened", { name: told(context, network.caption) }));
      } else if (key !== null || store.state.path?.to !== null) select(key);
    },
    point: (key, at) => tip.show(key, at),
  }, { theme, covered: () => covered(), renderer: wantedRenderer(fragment) });
  const context: Context = {
    model, store, picture, select,
    announce: (text) => (live.textContent = text),
  };

  const search = makeSearch(context);
  const panel = makePanel(context, theme);
  const drawer = makeDrawer(context, {
    list: makeList(context, theme), filters: makeFilters(context), sources: makeSources(context),
  });
  const story = makeStory(context);
  const saver = makeSaver(context, theme, room);
  const controls = makeTopControls(context, theme);
  const title = h("h1", {});
  const subtitle = h("p", { class: "subtitle" });
  const zoom = h("div", { class: "zoom", role: "group" },
    iconButton("plus", "", () => picture.zoom(1.35), { "data-word": "zoomIn" }),
    iconButton("minus", "", () => picture.zoom(1 / 1.35), { "data-word": "zoomOut" }),
    iconButton("fit", "", () => picture.fit(), { "data-word": "fit" }),
  );
  const pathBar = makePathBar(context);
  const legend = makeLegend(context, theme);
  const year = makeYear(context);

  bar.append(
    h("div", { class: "titles" }, title, subtitle),
    search.element,
    h("nav", { class: "tools" },
      drawer.opener("list", "list"), drawer.opener("filters", "filters"), drawer.opener("sources", "quote"),
      story.opener, saver.element, controls.language, controls.theme),
  );
  const overlay = h("div", { class: "overlay" }, controls.networks, pathBar.element);
  main.append(overlay, zoom, story.element, drawer.element, panel.element, tip.element);
  foot.append(legend.element, year.element);
  document.body.append(printsItself(context, room), live);

  covered = () => {
    const isPhone = window.matchMedia("(max-width: 720px)").matches;
    const sizes = { top: controls.networks.hidden ? 0 : 44, right: 0, bottom: 0, left: 0 };
    for (const [element, side] of [[drawer.element, "left"], [panel.element, "right"]] as const) {
      if (element.hidden) continue;
      if (isPhone) sizes.bottom = Math.max(sizes.bottom, element.offsetHeight);
      else sizes[side] = element.offsetWidth + 12;
    }
    if (!isPhone && !story.element.hidden) sizes.bottom = Math.max(sizes.bottom, story.element.offsetHeight + 12);
    return sizes;
  };

  const page: Part = {
    element: main,
    update(state, before) {
      if (before !== null && state.language === before.language) return;
      document.documentElement.lang = state.language;
      document.title = title.textContent = told(context, data.title);
      subtitle.textContent = told(context, data.caption ?? data.subtitle);
      subtitle.title = told(context, data.subtitle);
      room.setAttribute("aria-label", word(context, "picture"));
      for (const button of zoom.querySelectorAll("button")) {
        const name = word(context, button.dataset["word"] as "zoomIn" | "zoomOut" | "fit");
        button.title = name;
        button.setAttribute("aria-label", name);
      }
    },
  };
  const parts: Part[] = [page, search, legend, year, drawer, panel, story, pathBar, saver, controls];
  const update = (state: State, before: State | null): void => {
    document.documentElement.dataset["theme"] = theme();
    for (const part of parts) part.update(state, before);
  };
  store.subscribe(update);
  update(store.state, null);
  picture.begin();

  keepAddress(store, () => encode(store.state, model), (text) => decode(text, model));
  systemDark.addEventListener("change", () => {
    update(store.state, null);
    picture.redraw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      search.open();
    }
    if (event.key === "Escape") closeOne();
  });
  room.addEventListener("keydown", (event) => moveByKey(event, picture));

  /** Escape closes what was opened last: a menu, a path, the panel, the drawer, the story. */
  function closeOne(): void {
    if (saver.close()) return;
    const { state } = store;
    if (state.path) store.set({ path: null });
    else if (state.selected !== null) select(null);
    else if (drawer.open) drawer.show(null);
    else if (state.step !== null) store.set({ step: null });
  }

  // A canvas does not wait for the font by itself.
  const ready = Promise.all(["", "bold "].map((weight) => document.fonts.load(`${weight}12px ${FONT}`, "กA"))).then(() => picture.redraw());
  const ask = (typed: string): string[] => find(model, typed, store.state.language);
  Object.assign(window, { graphmouNetwork: { picture, model, store, ready, searchKey, find: ask } }); // for tests, and a reader's console
}

/** Arrow keys move the picture, plus and minus zoom, 0 shows everything. */
function moveByKey(event: KeyboardEvent, picture: Picture): void {
  const steps: Record<string, () => void> = {
    ArrowLeft: () => picture.pan(-1, 0), ArrowRight: () => picture.pan(1, 0),
    ArrowUp: () => picture.pan(0, -1), ArrowDown: () => picture.pan(0, 1),
    "+": () => picture.zoom(1.35), "=": () => picture.zoom(1.35), "-": () => picture.zoom(1 / 1.35), "0": () => picture.fit(),
  };
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  step();
}

/** Keep the state in the address, and follow an address that was typed or linked. */
function keepAddress(store: Store, write: () => string, read: (fragment: string) => State): void {
  let waiting = 0;
  store.subscribe(() => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const fragment = write();
      window.history.replaceState(null, "", fragment ? `#${fragment}` : window.location.pathname + window.location.search);
    }, 120);
  });
  window.addEventListener("hashchange", () => store.set(read(window.location.hash)));
}

/** `renderer=vis` or `renderer=sigma` in the address chooses, for comparing and measuring. */
function wantedRenderer(fragment: string): RendererName | null {
  const wanted = new URLSearchParams(fragment.slice(1)).get("renderer");
  return wanted === "vis" || wanted === "sigma" ? wanted : null;
}

start();
