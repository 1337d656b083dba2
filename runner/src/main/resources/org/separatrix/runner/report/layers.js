/* Each kind of layer as series of the chart library, in the coordinates that axes are drawn in. */
const SYMBOLS = {
  disk: "circle",
  circle: "circle",
  square: "rect",
  triangle: "triangle",
  diamond: "diamond",
  cross: "path://M-4,-2.6L-2.6,-4L0,-1.4L2.6,-4L4,-2.6L1.4,0L4,2.6L2.6,4L0,1.4L-2.6,4L-4,2.6L-1.4,0Z",
  wedge: "path://M0,4L4,-3L-4,-3Z",
};

function number(value) {
  return typeof value === "number" ? value : Number(value);
}

function layerSeries(figure, layer, dark) {
  const maps = { x: axisMap(figure.x), y: axisMap(figure.y) };
  const made = MAKERS[layer.kind](layer, maps, dark, figure);
  const common = { name: layer.name || "layer", clip: true, animation: false, z: 2 };
  return Object.assign(common, made);
}

const MAKERS = {
  curve: (layer, maps, dark) => line(layer, [pairs(layer.x, layer.y, maps)], dark),
  contours: (layer, maps, dark) =>
    Object.assign(line(layer, layer.lines.map((each) => pairs(each.x, each.y, maps)), dark), { silent: true }),
  markers: markersSeries,
  band: bandSeries,
  intervals: intervalsSeries,
  bars: barsSeries,
  regions: regionsSeries,
  labels: labelsSeries,
};

function pairs(xs, ys, maps) {
  return xs.map((x, i) => [finite(maps.x.to(number(x))), finite(maps.y.to(number(ys[i])))]);
}

function finite(value) {
  return Number.isFinite(value) ? value : NaN;
}

/* Lines that are not joined are told apart by a missing point. */
function line(layer, parts, dark) {
  return {
    type: "line",
    data: parts.flatMap((part, i) => (i === 0 ? part : [[NaN, NaN], ...part])),
    showSymbol: false,
    connectNulls: false,
    lineStyle: {
      color: strokeColour(layer.color, dark),
      width: 1.25 * layer.width,
      type: layer.dash.length === 0 ? "solid" : layer.dash,
      cap: layer.dash.length === 0 ? "round" : "butt",
      opacity: layer.role === "landscape" && dark ? 0.55 : 1,
    },
    itemStyle: { color: strokeColour(layer.color, dark) },
    emphasis: { disabled: true },
  };
}

function markersSeries(layer, maps, dark) {
  const many = layer.x.length > 1500;
  const few = layer.x.length <= 150;
  const critical = ["minimum", "saddle", "maximum", "degenerate"].includes(layer.role);
  const colour = strokeColour(layer.color, dark);
  const hollow = !layer.filled && !many;
  return {
    type: "scatter",
    data: pairs(layer.x, layer.y, maps).filter((pair) => !Number.isNaN(pair[0] + pair[1])),
    symbol: SYMBOLS[layer.glyph] || "circle",
    symbolSize: many ? 1.6 : (few ? 2.9 : 1.8) * layer.radius,
    z: critical ? 5 : 3,
    itemStyle: hollow
      ? { color: pageColours(dark).paper, opacity: 1, borderColor: colour, borderWidth: 1.2 }
      : { color: colour, opacity: 1, borderColor: pageColours(dark).paper, borderWidth: critical && few ? 1 : 0 },
    emphasis: { scale: false },
  };
}

/* Texts just above their points; written by a function, since a text may hold signs of a template. */
function labelsSeries(layer, maps, dark) {
  const beside = { start: "left", middle: "center", end: "right" }[layer.anchor];
  return {
    type: "scatter",
    data: pairs(layer.x, layer.y, maps),
    symbolSize: 0.01,
    silent: true,
    label: {
      show: true,
      position: [0, -2],
      align: beside,
      verticalAlign: "bottom",
      color: pageColours(dark).ink,
      fontSize: 12,
      formatter: (item) => layer.texts[item.dataIndex],
    },
  };
}

/* A polygon for each stretch in which both limits are known. */
function bandSeries(layer, maps, dark) {
  const stretches = [];
  let current = [];
  layer.x.forEach((x, i) => {
    const point = [maps.x.to(number(x)), maps.y.to(number(layer.low[i])), maps.y.to(number(layer.high[i]))];
    if (point.every(Number.isFinite)) {
      current.push(point);
    } else if (current.length > 0) {
      stretches.push(current);
      current = [];
    }
  });
  stretches.push(current);
  const kept = stretches.filter((stretch) => stretch.length > 1);
  return drawn(kept.map((stretch) => [stretch[0][0], stretch[0][1]]), (index, coordinates) => {
    const upper = kept[index].map((point) => coordinates([point[0], point[2]]));
    const lower = kept[index].map((point) => coordinates([point[0], point[1]])).reverse();
    return { type: "polygon", shape: { points: upper.concat(lower) }, style: { fill: areaColour(layer.color, dark) } };
  });
}

function intervalsSeries(layer, maps, dark) {
  const data = layer.x
    .map((x, i) => [maps.x.to(number(x)), maps.y.to(number(layer.low[i])), maps.y.to(number(layer.high[i]))])
    .filter((each) => each.every(Number.isFinite));
  const style = { stroke: strokeColour(layer.color, dark), lineWidth: layer.width, fill: "none" };
  return drawn(data, (index, coordinates) => {
    const [x, low] = coordinates([data[index][0], data[index][1]]);
    const high = coordinates([data[index][0], data[index][2]])[1];
    const stroke = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
    return {
      type: "group",
      children: [stroke(x, low, x, high), stroke(x - 3, low, x + 3, low), stroke(x - 3, high, x + 3, high)],
    };
  });
}

function barsSeries(layer, maps, dark, figure) {
  const foot = figure.y.logarithmic ? Math.log10(figure.y.low) : 0;
  const data = layer.heights
    .map((height, i) => [
      maps.x.to(number(layer.edges[i])), maps.x.to(number(layer.edges[i + 1])), maps.y.to(number(height))])
    .filter((bar) => bar.every(Number.isFinite) && bar[2] !== foot);
  return drawn(data.map((bar) => [(bar[0] + bar[1]) / 2, bar[2]]), (index, coordinates) => {
    const [left, top] = coordinates([data[index][0], data[index][2]]);
    const [right, bottom] = coordinates([data[index][1], foot]);
    const width = Math.max(right - left, 0.5);
    return {
      type: "rect",
      shape: { x: left, y: Math.min(top, bottom), width, height: Math.abs(bottom - top) },
      style: {
        fill: areaColour(layer.color, dark),
        stroke: strokeColour(layer.color, dark),
        lineWidth: width > 3 ? 0.7 : 0,
      },
    };
  });
}

/* One image, whose pixels are the cells, or on a logarithmic axis the cells where the pixels lie. */
function regionsSeries(layer, maps, dark) {
  const low = [maps.x.to(number(layer.x[0])), maps.y.to(number(layer.y[0]))];
  const high = [maps.x.to(number(layer.x[1])), maps.y.to(number(layer.y[1]))];
  if (![...low, ...high].every(Number.isFinite)) {
    return drawn([], () => undefined);
  }
  const image = regionsImage(layer, maps, low, high, dark);
  return Object.assign(drawn([low], (index, coordinates) => {
    const [x, bottom] = coordinates(low);
    const [right, y] = coordinates(high);
    return { type: "image", style: { image, x, y, width: right - x, height: bottom - y }, silent: true };
  }), { z: 0, silent: true });
}

function regionsImage(layer, maps, low, high, dark) {
  const across = layer.columns * Math.max(1, Math.round(900 / layer.columns));
  const up = layer.rows * Math.max(1, Math.round(900 / layer.rows));
  const cell = (pixel, pixels, axis, k) => {
    const value = maps[axis].from(low[k] + ((pixel + 0.5) / pixels) * (high[k] - low[k]));
    const cells = axis === "x" ? layer.columns : layer.rows;
    const [from, to] = layer[axis].map(number);
    return Math.max(0, Math.min(cells - 1, Math.floor(((value - from) / (to - from)) * cells)));
  };
  const columns = Array.from({ length: across }, (unused, i) => cell(i, across, "x", 0));
  const rows = Array.from({ length: up }, (unused, i) => cell(up - 1 - i, up, "y", 1));
  const colours = layer.tints.map((tint) => channels(tintColour(tint, dark)));
  const canvas = document.createElement("canvas");
  canvas.width = across;
  canvas.height = up;
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(across, up);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      const colour = colours[layer.labels[row * layer.columns + column]];
      pixels.data[at++] = colour[0];
      pixels.data[at++] = colour[1];
      pixels.data[at++] = colour[2];
      pixels.data[at++] = 255;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL("image/png");
}

/* A series that draws each of its items itself. */
function drawn(data, draw) {
  return {
    type: "custom",
    data: data.map((each) => each.slice(0, 2)),
    renderItem: (parameters, api) => {
      const shape = draw(parameters.dataIndex, (pair) => api.coord(pair));
      const area = parameters.coordSys;
      if (shape && shape.type !== "image") {
        shape.clipPath = { type: "rect", shape: { x: area.x, y: area.y, width: area.width, height: area.height } };
      }
      return shape;
    },
    emphasis: { disabled: true },
  };
}
