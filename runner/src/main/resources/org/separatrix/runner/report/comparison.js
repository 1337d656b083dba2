/* How optimizers compare: what each needs to reach each target, the tests of each pair, and the ranks. */
const isOfComparison = (figure) => figure.id.startsWith("comparison/");

function comparisonSection() {
  const { comparison } = content.summary;
  if (!comparison) {
    return null;
  }
  const places = [...new Set(comparison.problems.map(placeOf))];
  const figures = content.figures.filter(isOfComparison);
  return section("comparison", "Comparison of optimizers",
    element("p", { class: "claim" }, "Expected running time: the gradient evaluations of all runs over the number of runs that reached the target, " +
      "which is what restarts until success cost, values of f not counted; below it the " + Number((100 * comparison.confidence).toPrecision(6)) +
      "% bootstrap interval."),
    comparison.remarks.length > 0 ? element("ul", { class: "quiet" }, comparison.remarks.map((remark) => element("li", {}, remark))) : null,
    places.map((place) => placeElement(comparison, place)),
    comparison.ranks ? ranksTable(comparison.ranks) : null,
    figures.length > 0 ? element("div", { class: "gallery" }, figures.map((figure) => figureElement(figure, 3))) : null);
}

function placeOf(problem) {
  return problem.objective + " from " + problem.start;
}

function placeElement(comparison, place) {
  const problems = comparison.problems.filter((problem) => placeOf(problem) === place);
  const paired = problems.every((problem) => problem.paired);
  const rows = comparison.optimizers.map((optimizer) =>
    [optimizer, ...problems.map((problem) => costElement(problem.costs.find((cost) => cost.optimizer === optimizer)))]);
  const pairs = problems.flatMap((problem) => problem.pairs.map((pair) => pairRow(problem, pair, comparison.level)));
  return element("section", { class: "objective" },
    element("h3", {}, place),
    table("Gradient evaluations on " + place + (paired ? ", all optimizers from the same starts" : ""),
      [text("optimizer"), ...problems.map((problem) => numeric(problem.condition))], rows),
    pairs.length > 0 ? disclosure("Tests of each pair: " + decidedPairs(pairs) + " of " + plural(pairs.length, "comparison") + " told apart",
      element("p", { class: "quiet" }, "Adjusted by Holm, so that the chance of any false difference is at most " + brief(comparison.level) +
        ". d is the difference of the success rates, r the rank-biserial correlation of the efforts where both succeed; both are of the first against the second."),
      lengthy(pairs, 40, (some) => table("Pairs on " + place,
        [text("target"), text("first"), text("second"), text("succeeds more"), numeric("d"), numeric("p"), text("needs less"), numeric("r"), numeric("p")],
        some.map((pair) => pair.cells)))) : null);
}

function costElement(cost) {
  const all = cost.reached === cost.runs;
  return element("div", { class: cost.rank === 1 && cost.reached > 0 ? "best" : null },
    element("span", { class: "main-number" }, cost.reached === 0 ? "never" : brief(cost.expectedRunningTime)),
    cost.reached === 0 ? null : element("span", { class: "below" }, orNever(cost.expectedLow) + " to " + orNever(cost.expectedHigh)),
    all ? null : element("span", { class: "below" }, count(cost.reached) + " of " + plural(cost.runs, "run")));
}

/* Null in JSON stands for infinity. */
function orNever(evaluations) {
  return evaluations === null ? "never" : brief(evaluations);
}

function pairRow(problem, pair, level) {
  const surer = winner(pair, pair.outcomes, level, 1);
  const cheaper = winner(pair, pair.effort, level, -1);
  return {
    decided: surer !== null || cheaper !== null,
    cells: [problem.condition, pair.first, pair.second,
      surer || "\u2013", brief(pair.outcomes.effect, 3), probability(pair.outcomes.adjusted),
      cheaper || "\u2013", brief(pair.effort.effect, 3), probability(pair.effort.adjusted)],
  };
}

/* Which of the two is better, if the test tells; a positive effect speaks for the first if the sign is 1. */
function winner(pair, test, level, sign) {
  if (!(test.adjusted <= level) || test.effect === 0) {
    return null;
  }
  return sign * test.effect > 0 ? pair.first : pair.second;
}

function decidedPairs(pairs) {
  return count(pairs.filter((pair) => pair.decided).length);
}

function probability(value) {
  return value === 0 ? "< 10" + raised(-300) : brief(value, 2);
}

function ranksTable(ranks) {
  const rows = Object.entries(ranks.averages).sort(([, first], [, second]) => first - second)
    .map(([optimizer, rank]) => [optimizer, brief(rank, 3)]);
  const difference = ranks.criticalDifference;
  return element("div", {},
    table("Mean ranks over " + plural(ranks.problems, "objective and start", "objectives and starts") + ", failures last",
      [text("optimizer"), numeric("mean rank")], rows),
    element("p", { class: "quiet" }, difference === undefined || difference === null
      ? "Ranks of one objective and start show no difference between optimizers in general."
      : "All alike: p = " + brief(ranks.pValue, 2) + " (Friedman, Iman and Davenport); ranks differ if by more than " + brief(difference, 3) + " (Nemenyi, level " + brief(ranks.level) + ")."));
}
