"use strict";
// Draws what the JSON block of this page holds. Texts of it are set by textContent or drawn on canvas, never parsed.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const element = (tag, text) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  document.title = data.title;
  byId("title").textContent = data.title;
  byId("subtitle").textContent = data.subtitle;
  byId("picture").setAttribute("aria-label", data.words.picture);
  byId("fit").textContent = data.words.fit;
  for (const name of ["nearer", "farther"]) {
    byId(name).setAttribute("aria-label", data.words[name]);
    byId(name).title = data.words[name];
  }

  // ---- shapes, for the legend: the same outlines as vis-network draws
  function outline(context, shape, r) {
    const polygon = (count, turn, inner) => {
      for (let corner = 0; corner < count; corner++) {
        const radius = inner && corner % 2 ? inner * r : r;
        const angle = turn + (corner * 2 * Math.PI) / count;
        context[corner ? "lineTo" : "moveTo"](radius * Math.cos(angle), radius * Math.sin(angle));
      }
      context.closePath();
    };
    context.beginPath();
    if (shape === "circle") context.arc(0, 0, r, 0, 2 * Math.PI);
    else if (shape === "square") context.rect(-r, -r, 2 * r, 2 * r);
    else if (shape === "diamond") polygon(4, 0);
    else if (shape === "hexagon") polygon(6, 0);
    else if (shape === "triangle") polygon(3, -Math.PI / 2);
    else if (shape === "triangle-down") polygon(3, Math.PI / 2);
    else if (shape === "star") polygon(10, -Math.PI / 2, 0.45);
    else if (shape === "pill") context.ellipse(0, 0, r * 1.3, r * 0.7, 0, 0, 2 * Math.PI);
    else if (shape === "note") context.rect(-r * 1.2, -r * 0.7, r * 2.4, r * 1.4);
    else { context.ellipse(0, 0, r * 0.8, r, 0, 0, 2 * Math.PI); }
  }

  function swatch(width, draw) {
    const canvas = element("canvas");
    const scale = 2;
    canvas.width = width * scale;
    canvas.height = 18 * scale;
    canvas.style.width = width + "px";
    canvas.style.height = "18px";
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    context.translate(width / 2, 9);
    draw(context);
    return canvas;
  }

  for (const entry of data.nodeLegend) {
    const item = element("li");
    item.append(
      swatch(22, (context) => {
        outline(context, entry.shape, 7);
        context.fillStyle = entry.colour;
        context.fill();
        context.strokeStyle = entry.outline;
        if (entry.dashed) context.setLineDash([3, 2]);
        context.stroke();
      }),
      element("span", entry.text + " (" + entry.count + ")"),
    );
    byId("legend").append(item);
  }
  for (const entry of data.edgeLegend) {
    const item = element("li");
    item.append(
      swatch(30, (context) => {
        context.strokeStyle = entry.colour;
        context.lineWidth = Math.max(2, entry.width);
        if (entry.dashed) context.setLineDash([6, 4]);
        context.beginPath();
        context.moveTo(-14, 0);
        context.lineTo(14, 0);
        context.stroke();
      }),
      element("span", entry.text),
    );
    byId("legend").append(item);
  }

  byId("sources").querySelector("summary").textContent = data.words.sources + " (" + data.sources.length + ")";
  for (const source of data.sources) byId("sources").querySelector("ol").append(element("li", source));

  // ---- the picture
  const nodes = new vis.DataSet(data.vis.nodes);
  const edges = new vis.DataSet(data.vis.edges);
  const network = new vis.Network(byId("picture"), { nodes, edges }, data.vis.options);

  function fit() {
    const { left, top, right, bottom } = data.bounds;
    const room = byId("picture").getBoundingClientRect();
    const scale = Math.min((room.width - 16) / (right - left || 1), (room.height - 12) / (bottom - top || 1), 1.6);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.001) });
  }

  const font = (size, bold) => (bold ? "bold " : "") + size + "px GraphmouThai, sans-serif";

  network.on("beforeDrawing", (context) => {
    context.fillStyle = "#f6f8fa";
    context.strokeStyle = "#dfe4e8";
    context.lineWidth = 1;
    for (const region of data.regions) {
      context.beginPath();
      context.roundRect(region.x, region.y, region.width, region.height, 10);
      context.fill();
      context.stroke();
    }
    context.fillStyle = "#4d4d4d";
    context.font = font(data.text.size + 1, true);
    context.textAlign = "left";
    context.textBaseline = "middle";
    for (const region of data.regions) {
      let caption = region.caption;
      while (caption.length > 4 && context.measureText(caption).width > region.width - 20) {
        caption = caption.slice(0, -Math.max(2, Math.ceil(caption.length / 12))) + "…";
      }
      context.fillText(caption, region.x + 10, region.y + 13);
    }
  });

  // Labels last, above all lines, with the line height that stacked Thai vowels and tone marks need.
  network.on("afterDrawing", (context) => {
    if (network.getScale() * data.text.size < 3) return;
    const places = network.getPositions();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const [key, node] of Object.entries(data.nodes)) {
      const place = places[key];
      if (!place) continue;
      context.font = font(data.text.size, node.bold);
      node.lines.forEach((line, number) => {
        const y = place.y + node.below + (number + 0.5) * data.text.lineHeight;
        context.lineWidth = 3;
        context.strokeStyle = "rgba(255,255,255,0.85)";
        context.strokeText(line, place.x, y);
        context.fillStyle = "#1a1a1a";
        context.fillText(line, place.x, y);
      });
    }
  });

  // ---- the hint: what is told about a node or relationship
  function point(heading, details, at) {
    const tip = byId("tip");
    tip.replaceChildren(element("strong", heading));
    for (const [name, text] of details) tip.append(element("div", name + ": " + text));
    tip.hidden = false;
    const room = byId("picture").getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(at.x + 14, room.width - tip.offsetWidth - 4)) + "px";
    tip.style.top = Math.max(4, Math.min(at.y + 14, room.height - tip.offsetHeight - 4)) + "px";
  }
  const hide = () => (byId("tip").hidden = true);
  const node = (key, event) => point(data.nodes[key].name, data.nodes[key].details, event.pointer.DOM);
  const edge = (key, event) => point(data.edges[key].label, data.edges[key].details, event.pointer.DOM);

  network.on("hoverNode", (event) => node(event.node, event));
  network.on("hoverEdge", (event) => edge(event.edge, event));
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, hide);
  network.on("click", (event) => {
    if (event.nodes.length) node(event.nodes[0], event);
    else if (event.edges.length) edge(event.edges[0], event);
    else hide();
  });
  byId("fit").addEventListener("click", fit);
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  byId("nearer").addEventListener("click", () => zoom(1.3));
  byId("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  window.addEventListener("resize", fit);

  fit();
  // The canvas does not wait for the font by itself.
  document.fonts.load(font(data.text.size, false), "ก").then(() => network.redraw());
  window.graphmouNetwork = network; // for tests, and for a reader's own console
})();
