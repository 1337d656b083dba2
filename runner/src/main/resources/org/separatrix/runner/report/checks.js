/* What the study expects, and experiments that must come out the other way. */
function checksSection() {
  const { expectations, controls } = content.summary;
  if ((expectations || []).length + (controls || []).length === 0) {
    return null;
  }
  return section("checks", "Expectations and controls",
    (expectations || []).length === 0 ? null : tableOfCards("Expectations",
      [text("prediction"), text("met"), text("expected"), text("seen")],
      expectations.map((each) => [each.prediction, badge(each.met ? "met" : "not-met"), each.expected.join(", "), each.seen.join(", ") || "none"])),
    (controls || []).length === 0 ? null : tableOfCards("Controls, which must come out the other way",
      [text("control"), text("outcome"), text("cell"), text("expected"), text("observed")],
      controls.map((each) => [each.control, badge(each.passed ? "passed" : "failed"), each.cell || "\u2013", each.expected, each.observed])));
}
