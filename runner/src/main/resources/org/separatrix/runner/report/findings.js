/* What a finding rests on. */
function numbersTable(caption, values) {
  const names = Object.keys(values || {});
  return names.length === 0 ? null
    : table(caption, [text("quantity"), numeric("value")], names.map((name) => [name, precise(values[name])]));
}

function hypothesesTable(hypotheses) {
  return table("Hypotheses", [text("hypothesis"), text("status"), text("detail")],
    hypotheses.map((each) => [each.name, badge(each.status), each.detail]));
}

function findingDetails(finding, index) {
  const prediction = content.predictions[finding.prediction];
  const significance = finding.significance;
  const figures = (content.figuresOfFindings[index] || []).map((id) => figuresById.get(id)).filter(Boolean);
  return element("div", { class: "finding" },
    prediction ? element("p", { class: "claim" }, prediction.statement) : null,
    terms([
      ["Result", finding.detail],
      ["Significance", significance
        ? "p = " + brief(significance.pValue) + ", adjusted for all tests of the study " + brief(significance.adjusted) : null],
      ["Source", prediction && prediction.source],
      ["Measured", prediction && prediction.quantity],
      ["Decision", prediction && prediction.decision],
      ["Refuted by", prediction && prediction.refutation],
      ["Cell", finding.cell],
    ]),
    hypothesesTable(finding.hypotheses),
    element("div", { class: "side-by-side" },
      numbersTable("Predicted", finding.predicted), numbersTable("Observed", finding.observed)),
    figures.length === 0 ? null : element("div", { class: "gallery" }, figures.map((figure) => figureElement(figure, 4))));
}
