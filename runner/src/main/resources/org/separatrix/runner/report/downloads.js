/* What a reader takes along: a figure as a picture, its data as a table. Nothing leaves the page. */
function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function fileName(figure, extension) {
  return figure.id.replace(/[^A-Za-z0-9.=_-]+/g, "_").slice(0, 120) + "." + extension;
}

/* The figure on white with its title and a legend, 720 points wide, as text of an SVG file. */
function figureSvg(figure, shown) {
  const width = 720;
  const room = chartRoom(figure, width, 720);
  const entries = legendEntries(figure, shown, false);
  const lines = Math.ceil(entries.length / 3);
  room.grid.top += 30;
  const height = room.height + 40 + 20 * lines;
  const option = chartOption(figure, shown, room, false, 13);
  option.dataZoom = undefined;
  option.title = { text: figure.title, left: 14, top: 8, textStyle: { fontSize: 14, color: "#1d2126", width: width - 28, overflow: "truncate" } };
  option.graphic = entries.map((entry, i) => ({
    type: "group",
    left: 20 + (i % 3) * 232,
    top: room.height + 34 + 20 * Math.floor(i / 3),
    children: [
      legendMark(entry),
      { type: "text", x: 24, y: 0, style: { text: entry.name, fill: "#1d2126", fontSize: 12, width: 200, overflow: "truncate" } },
    ],
  }));
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, width, height };
}

function legendMark(entry) {
  if (entry.area) {
    return { type: "rect", shape: { x: 0, y: 1, width: 18, height: 10 }, style: { fill: entry.colour } };
  }
  return entry.marks
    ? { type: "circle", shape: { cx: 9, cy: 6, r: 4 }, style: { fill: entry.colour } }
    : { type: "line", shape: { x1: 0, y1: 6, x2: 18, y2: 6 }, style: { stroke: entry.colour, lineWidth: 2, lineDash: entry.dash } };
}

function saveSvg(figure, shown) {
  save(fileName(figure, "svg"), "image/svg+xml", figureSvg(figure, shown).svg);
}

function savePng(figure, shown, done) {
  const { svg, width, height } = figureSvg(figure, shown);
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 3 * width;
    canvas.height = 3 * height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((blob) => {
      save(fileName(figure, "png"), "image/png", blob);
      done(blob);
    });
  };
  image.src = address;
}

/* A line for each point, with the columns of the files in the folder figures. */
function figureCsv(figure) {
  const lines = [["layer", "name", "kind", "role", "x", "y", "low", "high", "value", "label"]];
  figure.layers.forEach((layer, i) => {
    const add = (cells) => {
      const column = (key) => (cells[key] === undefined || Number.isNaN(number(cells[key])) ? "" : number(cells[key]));
      lines.push([i + 1, layer.name, layer.kind, layer.role, column("x"), column("y"), column("low"),
        column("high"), column("value"), cells.label === undefined ? "" : cells.label]);
    };
    ROWS[layer.kind](layer, add);
  });
  return lines.map((cells) => cells.map(csvCell).join(",")).join("\n") + "\n";
}

const ROWS = {
  curve: (layer, add) => layer.x.forEach((x, i) => add({ x, y: layer.y[i] })),
  markers: (layer, add) => layer.x.forEach((x, i) => add({ x, y: layer.y[i] })),
  labels: (layer, add) => layer.x.forEach((x, i) => add({ x, y: layer.y[i], label: layer.texts[i] })),
  band: (layer, add) => layer.x.forEach((x, i) => add({ x, low: layer.low[i], high: layer.high[i] })),
  intervals: (layer, add) => layer.x.forEach((x, i) => add({ x, low: layer.low[i], high: layer.high[i] })),
  bars: (layer, add) => layer.heights.forEach((y, i) => {
    const [low, high] = [number(layer.edges[i]), number(layer.edges[i + 1])];
    add({ x: low + (high - low) / 2, y, low, high });
  }),
  contours: (layer, add) => layer.lines.forEach((line) => line.x.forEach((x, i) => add({ x, y: line.y[i], value: line.level }))),
  regions: (layer, add) => layer.labels.forEach((label, i) => {
    const middle = (axis, index, cells) =>
      number(layer[axis][0]) + (number(layer[axis][1]) - number(layer[axis][0])) * ((index + 0.5) / cells);
    add({
      x: middle("x", i % layer.columns, layer.columns),
      y: middle("y", Math.floor(i / layer.columns), layer.rows),
      label: layer.meanings[label],
    });
  }),
};

/* A spreadsheet would run a text that starts like a formula. */
function csvCell(value) {
  const cell = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(cell) ? "\"" + cell.replace(/"/g, "\"\"") + "\"" : cell;
}
