/* Puts the page together. */
const content = JSON.parse(document.getElementById("content").textContent);

function fillMasthead() {
  const { summary, study } = content;
  document.title = summary.study + " \u2013 Separatrix report";
  document.getElementById("study-name").textContent = summary.study;
  const about = [study.about.title, [study.about.paper, study.about.theorem].filter(Boolean).join(", ")].filter(Boolean);
  if (about.length > 0) {
    const line = document.getElementById("study-about");
    line.textContent = about.join(" \u2014 ");
    line.hidden = false;
  }
  document.getElementById("answer").append(...(summary.partial ? unfinished(summary.partial) : []), ...answer());
  const runs = summary.cells.reduce((sum, cell) => sum + cell.runs, 0);
  const time = summary.cells.reduce((sum, cell) => sum + cell.seconds, 0);
  document.getElementById("facts").append(...terms([
    ["Objectives", count(new Set(summary.census.map((each) => each.objective)).size)],
    ["Cells", count(summary.cells.length)],
    ["Runs", count(runs)],
    ["Critical points", count(summary.census.reduce((sum, each) => sum + each.count, 0))],
    ["Time of the runs", seconds(time)],
  ]).children);
}

/* Regions come as pairs of a label and how often it follows itself. */
function unpackRegions() {
  for (const layer of content.figures.flatMap((figure) => figure.layers)) {
    if (layer.kind === "regions") {
      layer.labels = new Uint16Array(layer.columns * layer.rows);
      let at = 0;
      for (let i = 0; i < layer.stretches.length; i += 2) {
        layer.labels.fill(layer.stretches[i], at, at + layer.stretches[i + 1]);
        at += layer.stretches[i + 1];
      }
    }
  }
}

function unfinished(partial) {
  return [element("strong", { class: "unsound" }, "Unfinished: " + count(partial.runs) + " of " + plural(partial.of, "run"))];
}

/* Sound if all that is expected was seen, nothing else is contradicted, and all controls passed. */
function answer() {
  const { findings, expectations = [], controls = [] } = content.summary;
  const expected = new Set(expectations.map((each) => each.prediction));
  const sound = expectations.every((each) => each.met) && controls.every((each) => each.passed) &&
    findings.every((each) => each.verdict !== "contradicted" || expected.has(each.prediction));
  const counts = ["consistent", "contradicted", "hypotheses-not-met", "inconclusive"].map((verdict) =>
    count(findings.filter((each) => each.verdict === verdict).length) + " " + verdict);
  const passed = controls.filter((each) => each.passed).length;
  const met = expectations.filter((each) => each.met).length;
  return [
    element("strong", { class: sound ? "sound" : "unsound" }, sound ? "Sound" : "Not sound"),
    element("span", {}, counts.join(", ") +
      (controls.length > 0 ? "; " + passed + " of " + plural(controls.length, "control") + " passed" : "") +
      (expectations.length > 0 ? "; " + met + " of " + plural(expectations.length, "expectation") + " met" : "")),
  ];
}

function fillPage() {
  content.figures.forEach((figure) => figuresById.set(figure.id, figure));
  const sections = [verdictsSection(), pointsSection(), cellsSection(), checksSection(), figuresSection(),
    comparisonSection(), sweepsSection(), environmentSection(), studySection(), papersSection()].filter(Boolean);
  document.getElementById("main").replaceChildren(...sections);
  document.getElementById("contents").append(element("ul", {}, sections.map((each) =>
    element("li", {}, element("a", { href: "#" + each.id }, each.querySelector("h2").textContent)))));
}

/* A link to a cell opens it, and a view of the verdicts is scrolled to. */
function follow() {
  const target = document.getElementById(decodeHash(window.location.hash).split("?")[0]);
  if (target) {
    target.open = true;
    target.scrollIntoView();
  }
}

unpackRegions();
fillMasthead();
fillPage();
prepareAppearance(redrawFigures);
follow();
window.addEventListener("hashchange", follow);
window.addEventListener("beforeprint", () => {
  setPrinting(true);
  drawAllFigures();
});
window.addEventListener("afterprint", () => {
  setPrinting(false);
  redrawFigures();
});
let resizing = 0;
let lastWidth = window.innerWidth;
window.addEventListener("resize", () => {
  if (window.innerWidth !== lastWidth) {
    lastWidth = window.innerWidth;
    window.clearTimeout(resizing);
    resizing = window.setTimeout(redrawFigures, 150);
  }
});
document.documentElement.dataset.ready = "true";
