/* Sections; one whose data are missing from the summary is not there. */
function section(id, title, ...children) {
  return element("section", { id, "aria-labelledby": id + "-title" },
    element("h2", { id: id + "-title", tabindex: "-1" }, title), ...children);
}

function figuresSection() {
  const figures = content.figures.filter((figure) => !isOfComparison(figure));
  return figures.length === 0 ? null
    : section("figures", "Figures", element("div", { class: "gallery" }, figures.map((figure) => figureElement(figure, 3))));
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
