/* Critical points, and what is known of each objective. */
function certificateOf(objective) {
  return content.certificates.find((each) => each.objective === objective);
}

/* An interval by its middle and what it reaches on both sides. */
function enclosure([low, high]) {
  return precise((number(low) + number(high)) / 2) + " \u00b1 " + brief((number(high) - number(low)) / 2, 2);
}

/* The certified point that a point of the census is. */
function certifiedPoint(point, certificate) {
  return ((certificate && certificate.points) || []).find((each) =>
    each.enclosure.length === point.x.length && each.enclosure.every(([low, high], k) => {
      const slack = 1e-9 * (1 + Math.abs(point.x[k]));
      return point.x[k] >= number(low) - slack && point.x[k] <= number(high) + slack;
    }));
}

function pointsSection() {
  const summary = content.summary;
  const objectives = [...new Set([...summary.census.map((each) => each.objective), ...summary.criticalPoints.map((each) => each.objective)])];
  return section("points", "Critical points", objectives.map((objective) => {
    const census = summary.census.find((each) => each.objective === objective);
    const bound = summary.lipschitz.find((each) => each.objective === objective);
    const certificate = certificateOf(objective);
    const points = summary.criticalPoints.filter((each) => each.objective === objective);
    return element("section", { class: "objective" },
      element("h3", {}, objective),
      terms([
        ["f", certificate && certificate.formula !== "" ? element("code", {}, certificate.formula) : null],
        ["L = sup \u2016\u2207\u00b2f\u2016", bound ? [precise(bound.bound), " ", badge(bound.status)] : null],
        ["Domain", bound ? bound.box.map((side) => "[" + side.map((end) => brief(end)).join(", ") + "]").slice(0, 6).join(" \u00d7 ") : null],
        ["Number of points", census ? [count(census.count), ", completeness ", badge(census.complete)] : null],
        ["Proven", census && census.certified ? provenOf(census.certified) : null],
      ]),
      lengthy(points, 60, (some) => pointsTable(objective, some, certificate)),
      certificate && certificate.remarks.length > 0
        ? disclosure("What could not be certified", element("ul", {}, certificate.remarks.map((remark) => element("li", {}, remark)))) : null);
  }));
}

function provenOf(certified) {
  return plural(certified.count, "point") + ", " + (certified.complete ? "certainly all" : "not certainly all") +
    (certified.byMorseIndex ? "; by Morse index " + certified.byMorseIndex.map((points, index) => index + ": " + count(points)).join(", ") : "");
}

function pointsTable(objective, points, certificate) {
  const proven = points.map((point) => certifiedPoint(point, certificate));
  const headings = [text("point"), text("kind"), text("x"), numeric("f(x)"), text("eigenvalues of the Hessian"),
    numeric("Morse index"), numeric("\u2016\u2207f\u2016"), text("known")];
  const rows = points.map((point, i) => [
    point.id, point.kind, place(point.x), precise(point.value),
    vector(point.eigenvalues),
    String(point.morseIndex), brief(point.gradientNorm), badge(point.status)]);
  const shown = proven.filter(Boolean).length === 0 ? null
    : disclosure("Certified enclosures", table("Enclosures of " + objective + ", by interval arithmetic with rounding",
      [text("point"), text("x in"), text("eigenvalues in")],
      points.map((point, i) => [point, proven[i]]).filter(([, known]) => known).map(([point, known]) => [
        point.id, known.enclosure.slice(0, 6).map(enclosure).join(", "), known.eigenvalues.slice(0, 6).map(enclosure).join(", ")])));
  return element("div", {}, table("Critical points of " + objective, headings, rows), shown);
}
