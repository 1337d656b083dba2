/* Figures in the page: drawn when they come into view, their layers switched by buttons. */
const figuresById = new Map();
const drawnFigures = new Set();
const watcher = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.drawFigure()),
  { rootMargin: "200px" });

/* Of the layers of one name, the one that a legend shows: a band only where nothing else has its name. */
function signOf(figure, layer) {
  return figure.layers.find((each) => each.name === layer.name && each.kind !== "band") || layer;
}

function legendEntries(figure, shown, dark) {
  const entries = [];
  const names = new Set();
  for (const layer of figure.layers) {
    if (shown(layer) && layer.name && !names.has(layer.name) && layer.kind !== "regions") {
      names.add(layer.name);
      const sign = signOf(figure, layer);
      const area = sign.kind === "band" || sign.kind === "bars";
      entries.push({ name: layer.name, area, dash: sign.dash, marks: sign.kind === "markers", colour: area ? areaColour(sign.color, dark) : strokeColour(sign.color, dark) });
    }
    if (shown(layer)) {
      regionEntries(layer, dark).slice(0, 12).forEach((entry) =>
        entries.push({ name: entry.name, area: true, colour: entry.fill }));
    }
  }
  return entries;
}

/* The elements of a figure; it may stand in the page several times. */
function figureElement(figure, level) {
  const hidden = new Set(figure.layers.filter((layer) => !isShownAtFirst(figure, layer)).map((layer) => layer.name));
  const shown = (layer) => !hidden.has(layer.name);
  const canvas = element("div", {
    class: "canvas", role: "img", "aria-label": figure.title + ". " + figure.caption });
  const legend = element("div", { class: "legend", role: "group", "aria-label": "Layers of the figure" });
  const said = element("span", { role: "status", class: "said" });
  let chart = null;
  const draw = () => {
    const width = canvas.clientWidth;
    const room = chartRoom(figure, width, Math.min(620, Math.max(360, 0.8 * window.innerHeight)));
    canvas.style.height = room.height + "px";
    if (chart === null) {
      chart = echarts.init(canvas, null, { renderer: "svg", width, height: room.height });
    } else {
      chart.resize({ width, height: room.height });
    }
    chart.setOption(chartOption(figure, shown, room, isDark(), width < 480 ? 11 : 12.5), true);
    canvas.querySelector("svg").setAttribute("viewBox", "0 0 " + width + " " + room.height); // to be scaled in print
    fillLegend();
    document.documentElement.dataset.drawn = String(drawnFigures.add(canvas).size);
  };
  const fillLegend = () => {
    legend.replaceChildren(...legendButtons(figure, hidden, legend, draw));
  };
  canvas.drawFigure = () => {
    if (canvas.clientWidth > 0) {
      watcher.unobserve(canvas);
      draw();
    }
  };
  canvas.redrawFigure = () => {
    if (chart !== null && canvas.clientWidth > 0) {
      draw();
    }
  };
  watcher.observe(canvas);
  const zoom = (factor) => {
    if (chart === null) {
      return;
    }
    chart.getOption().dataZoom.forEach((each, dataZoomIndex) => {
      const middle = (each.start + each.end) / 2;
      const half = factor === 0 ? 50 : Math.min(50, ((each.end - each.start) / 2) * factor);
      const start = factor === 0 ? 0 : Math.max(0, Math.min(100 - 2 * half, middle - half));
      chart.dispatchAction({ type: "dataZoom", dataZoomIndex, start, end: start + 2 * half });
    });
  };
  const tool = (label, does) => element("button", { type: "button", onclick: does }, label);
  const named = (label, name, does) => element("button", { type: "button", "aria-label": name, onclick: does }, label);
  return element("figure", { class: "figure" },
    element("h" + level, { class: "figure-title" }, figure.title),
    canvas,
    legend,
    element("figcaption", {}, figure.caption),
    element("p", { class: "tools" },
      named("+", "Zoom in", () => zoom(0.5)), named("\u2212", "Zoom out", () => zoom(2)), tool("Whole", () => zoom(0)), " ",
      tool("SVG", () => saveSvg(figure, shown)),
      tool("PNG", () => savePng(figure, shown, (blob) => { said.textContent = "PNG of " + count(blob.size) + " bytes."; })),
      tool("Data (CSV)", () => save(fileName(figure, "csv"), "text/csv", figureCsv(figure))),
      said));
}

/* A button for each named layer, and what the colours of regions mean. */
function legendButtons(figure, hidden, legend, draw) {
  const made = [];
  const names = new Set();
  for (const layer of figure.layers) {
    if (layer.name && !names.has(layer.name)) {
      names.add(layer.name);
      const toggle = () => {
        if (!hidden.delete(layer.name)) {
          hidden.add(layer.name);
        }
        draw();
        // Drawing makes the buttons anew; the keyboard stays where it was.
        legend.querySelectorAll("button").forEach((button) => {
          if (button.dataset.name === layer.name) {
            button.focus();
          }
        });
      };
      made.push(element("button",
        { type: "button", class: "layer", "data-name": layer.name, "aria-pressed": String(!hidden.has(layer.name)), onclick: toggle },
        swatch(signOf(figure, layer)), layer.name));
    }
    if (!hidden.has(layer.name)) {
      const entries = regionEntries(layer, isDark());
      entries.slice(0, 12).forEach((entry) => made.push(element("span", { class: "meaning" }, patch(entry.fill), entry.name)));
      if (entries.length > 12) {
        made.push(element("span", { class: "meaning" }, (entries.length - 12) + " more"));
      }
    }
  }
  return made;
}

function patch(fill) {
  const made = element("span", { class: "patch", "aria-hidden": "true" });
  made.style.background = fill;
  return made;
}

/* A small picture of how a layer is drawn. */
function swatch(layer) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const set = (node, attributes) => {
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, String(value)));
    return node;
  };
  set(picture, { viewBox: "0 0 24 12", width: 24, height: 12, "aria-hidden": "true", focusable: "false" });
  const colour = strokeColour(layer.color, isDark());
  const part = (name, attributes) => picture.append(set(document.createElementNS(space, name), attributes));
  if (layer.kind === "markers") {
    const drawing = { disk: "M12,2a4,4 0 1 0 .01,0Z", circle: "M12,2a4,4 0 1 0 .01,0Z", square: "M8,2h8v8h-8Z",
      triangle: "M12,1L17,10L7,10Z", wedge: "M12,11L17,2L7,2Z", diamond: "M12,0.8L17,6L12,11.2L7,6Z",
      cross: "M8,2L16,10M16,2L8,10" }[layer.glyph];
    const open = !layer.filled || layer.glyph === "cross";
    part("path", { d: drawing, fill: open ? "none" : colour, stroke: colour, "stroke-width": layer.glyph === "cross" ? 2.2 : 1.2 });
  } else if (layer.kind === "band" || layer.kind === "bars") {
    part("rect", { x: 2, y: 1.5, width: 20, height: 9, fill: areaColour(layer.color, isDark()), stroke: layer.kind === "bars" ? colour : "none" });
  } else if (layer.kind === "regions") {
    layer.tints.slice(0, 3).forEach((tint, i) => part("rect", { x: 2 + 7 * i, y: 1.5, width: 7, height: 9, fill: tintColour(tint, isDark()) }));
  } else if (layer.kind === "intervals") {
    part("path", { d: "M12,1V11M9,1H15M9,11H15", stroke: colour, "stroke-width": layer.width, fill: "none" });
  } else {
    part("line", { x1: 1, y1: 6, x2: 23, y2: 6, stroke: colour, "stroke-width": Math.max(1.4, 1.25 * layer.width), "stroke-dasharray": layer.dash.join(" ") });
  }
  return picture;
}

function drawAllFigures() {
  document.querySelectorAll(".canvas").forEach((canvas) => canvas.drawFigure());
}

function redrawFigures() {
  document.querySelectorAll(".canvas").forEach((canvas) => canvas.redrawFigure());
}
