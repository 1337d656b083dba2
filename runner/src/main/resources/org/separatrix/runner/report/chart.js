/* The chart of a figure: axes, layers, room. */
const WIDEST_RATIO = 5;

function isToScale(figure) {
  const ratio = (figure.y.high - figure.y.low) / (figure.x.high - figure.x.low);
  return figure.equal && !figure.x.logarithmic && !figure.y.logarithmic &&
    Math.max(ratio, 1 / ratio) <= WIDEST_RATIO;
}

/* Margins around the axes, and the height; to scale, a unit is as long on both axes. */
function chartRoom(figure, width, tallest) {
  const room = { left: 68, right: 18, top: 12, bottom: 50 };
  let inner = width - room.left - room.right;
  let tall = Math.min(tallest, Math.max(230, 0.62 * width)) - room.top - room.bottom;
  if (isToScale(figure)) {
    const ratio = (figure.y.high - figure.y.low) / (figure.x.high - figure.x.low);
    tall = Math.min(inner * ratio, tallest - room.top - room.bottom);
    inner = tall / ratio;
  }
  return {
    grid: { left: room.left, top: room.top, width: inner, height: tall },
    height: tall + room.top + room.bottom,
  };
}

/* Trajectories lie over all else, so they are shown on demand. */
function isShownAtFirst(figure, layer) {
  return layer.role !== "trajectory" || !figure.layers.some((each) => each.kind === "regions" || each.kind === "contours");
}

function chartOption(figure, shown, room, dark, size) {
  const colours = pageColours(dark);
  const visible = figure.layers.filter((layer) => shown(layer));
  return {
    animation: false,
    backgroundColor: colours.paper,
    textStyle: { fontFamily: "system-ui, sans-serif" },
    grid: Object.assign({ show: true, borderColor: colours.line, backgroundColor: "transparent", z: 6 }, room.grid),
    xAxis: chartAxis(figure.x, colours, "x", size),
    yAxis: chartAxis(figure.y, colours, "y", size),
    tooltip: chartTooltip(figure, colours),
    dataZoom: [
      { type: "inside", xAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
      { type: "inside", yAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
    ],
    series: visible.map((layer) => layerSeries(figure, layer, dark)),
  };
}

/* Says where the pointer is, and what is marked there; as elements, so that names stay text. */
function chartTooltip(figure, colours) {
  const maps = { x: axisMap(figure.x), y: axisMap(figure.y) };
  const line = (item) =>
    item.seriesName + "  (" + brief(maps.x.from(item.value[0])) + ", " + brief(maps.y.from(item.value[1])) + ")";
  return {
    trigger: isToScale(figure) ? "item" : "axis",
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.paper,
    borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 12 },
    axisPointer: { type: "line", animation: false, label: { show: false } },
    formatter: (given) => {
      const items = (Array.isArray(given) ? given : [given]).filter((item) => Array.isArray(item.value));
      return element("div", {}, items.slice(0, 8).map((item) => element("div", {}, line(item))));
    },
  };
}

function regionEntries(layer, dark) {
  return layer.kind !== "regions" ? [] : layer.meanings.map((name, i) => ({ name, fill: tintColour(layer.tints[i], dark) }));
}
