/* What happened in each cell. */
function shareBar(limit) {
  const bar = element("span", { class: "share", "aria-hidden": "true" });
  const inner = element("span", { class: "share-part kind-" + String(limit.kind).replace(/[^a-z-]/g, "") });
  inner.style.width = Math.max(0, Math.min(100, 100 * limit.share)) + "%";
  bar.append(inner);
  return bar;
}

function limitsTable(cell) {
  return cell.limits.length === 0 ? null : table("Limits of the runs of " + cell.id,
    [text("limit"), text("kind"), numeric("runs"), numeric("share"), text("95% interval"), text("")],
    cell.limits.map((limit) => [
      limit.point, limit.kind, count(limit.runs), percent(limit.share),
      percent(limit.low) + " to " + percent(limit.high), shareBar(limit)]));
}

function countsOf(counts) {
  const parts = Object.entries(counts || {}).filter(([, runs]) => runs > 0).map(([name, runs]) => name + " " + count(runs));
  return parts.length === 0 ? null : parts.join(", ");
}

function cellsSection() {
  const cells = content.summary.cells;
  const overview = lengthy(cells, 100, (some) => table("Cells",
    [text("cell"), numeric("runs"), numeric("unresolved"), numeric("median steps"), numeric("gradients"), numeric("time")],
    some.map((cell) => [
      element("a", { href: "#cell-" + cells.indexOf(cell) }, cell.id), count(cell.runs), count(cell.unresolved),
      brief(cell.steps.median), count(cell.gradientEvaluations), seconds(cell.seconds)])));
  return section("cells", "Cells", cells.length > 1 ? overview : null,
    lengthy(cells, 100, (some) => element("div", {}, some.map((cell) => cellDetails(cell, cells.indexOf(cell), cells.length === 1)))));
}

function cellDetails(cell, index, open) {
  const yaml = content.study.cells[index];
  const certificate = cell.certificate;
  const stagnation = cell.stagnation;
  return element("details", { id: "cell-" + index, open },
    element("summary", {}, element("h3", {}, cell.id)),
    terms([
      ["Runs", count(cell.runs) + (cell.toUnlistedMinima ? ", to unlisted minima " + count(cell.toUnlistedMinima) : "") +
        ", unresolved " + count(cell.unresolved)],
      ["Stopped by", countsOf(cell.terminations)],
      ["Stagnation", stagnation ? count(stagnation.runs) + " of them for ever, as rounding brings them back to where they are, at gradients of up to " +
        brief(stagnation.gradientNorm) : null],
      ["Proven fates", certificate ? countsOf(certificate.fates) : null],
      ["Domain invariant", certificate ? [badge(certificate.invariance), " ", certificate.detail] : null],
      ["Steps", "mean " + brief(cell.steps.mean) + ", median " + brief(cell.steps.median) + ", 90% within " +
        brief(cell.steps.p90) + ", max " + brief(cell.steps.max)],
      ["Cost", count(cell.gradientEvaluations) + " gradients in " + seconds(cell.seconds)],
    ]),
    limitsTable(cell),
    yaml ? disclosure("Study of this cell alone (YAML)", copyable("Study of the cell " + cell.id, yaml)) : null);
}
