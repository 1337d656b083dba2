/* Sections; one whose data are missing from the summary is not there. */
function section(id, title, ...children) {
  return element("section", { id, "aria-labelledby": id + "-title" },
    element("h2", { id: id + "-title", tabindex: "-1" }, title), ...children);
}

function figuresSection() {
  return content.figures.length === 0 ? null
    : section("figures", "Figures", element("div", { class: "gallery" }, content.figures.map((figure) => figureElement(figure, 3))));
}

/* A table for each quantity that was followed along a number in which cells differ. */
function sweepsSection() {
  const sweeps = content.summary.sweeps || [];
  return sweeps.length === 0 ? null : section("sweeps", "Sweeps", lengthy(sweeps, 20, (some) =>
    element("div", { class: "side-by-side" }, some.map((sweep) => {
      const verdicts = sweep.points.some((point) => point.verdict);
      const title = [sweep.prediction, sweep.quantity].filter(Boolean).join(" ") + " against " + sweep.parameter + ", " + sweep.subject;
      const headings = [numeric(sweep.parameter.split(".").pop()), numeric("predicted"), numeric("observed"), verdicts ? text("verdict") : null];
      return table(title, headings.filter(Boolean), sweep.points.map((point) => [
        precise(point.value), precise(point.predicted), precise(point.observed),
        verdicts ? (point.verdict ? badge(point.verdict) : "\u2013") : null].filter((cell) => cell !== null)));
    }))));
}

/*
 * Results of other commands that the summary may hold under keys of their own. Each is shown as the
 * tables that its records make; a section with a form of its own takes its place here.
 */
const FURTHER = [["comparison", "Comparison of optimizers"]];

function furtherSections() {
  return FURTHER.filter(([key]) => !isEmpty(content.summary[key]))
    .map(([key, title]) => section(key, title, recordTables(title, content.summary[key])));
}

function isEmpty(value) {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

function recordTables(title, value) {
  if (Array.isArray(value) && value.every((each) => each !== null && typeof each === "object" && !Array.isArray(each))) {
    const keys = [...new Set(value.flatMap((each) => Object.keys(each)))];
    return table(title, keys.map(text), value.map((each) => keys.map((key) => shortly(each[key]))));
  }
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    return element("div", {}, Object.entries(value).map(([key, inner]) =>
      inner !== null && typeof inner === "object"
        ? element("div", {}, element("h3", {}, key), recordTables(key, inner))
        : element("p", {}, key + ": " + shortly(inner))));
  }
  return element("p", {}, shortly(value));
}

function shortly(value) {
  if (typeof value === "number") {
    return precise(value);
  }
  return typeof value === "string" ? value : value === undefined ? "\u2013" : JSON.stringify(value);
}
