package org.separatrix.analysis.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Regions;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.bound.InvariantSteps;
import org.separatrix.core.bound.ScaledMethod;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.start.UniformBox;

/** The test of the domain's invariance under one method. */
record InvarianceTest(InvariantRegion.Config config, CellResult cell) {
  private static final long BOXES = 20_000;

  Finding run(Laboratory laboratory) {
    Problem problem = cell.problem();
    Optional<Certifier> certifier =
        Certifier.of(problem.objective(), problem.domain(), Effort.standard().withBoxes(BOXES));
    List<Hypothesis> hypotheses = hypotheses(certifier);
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return CellFinding.of(
          InvariantRegion.INVARIANCE.id(),
          cell,
          Verdict.HYPOTHESES_NOT_MET,
          hypotheses,
          "nothing can be proven of the domain");
    }
    LinearMethod method = (LinearMethod) cell.optimizer();
    Evidence evidence = new Evidence();
    Invariance answer = certifier.orElseThrow().invariance(method);
    test(answer, method, "", laboratory, evidence);
    // A box of states with memory is seldom invariant, and to find no step takes a minute.
    boolean hopeful = method.isGradientStep() || answer instanceof Invariance.Proven;
    if (hopeful && ScaledMethod.hasStepSize(method)) {
      InvariantSteps steps = certifier.orElseThrow().invariantSteps(method);
      testSteps(certifier.orElseThrow(), method, steps, laboratory, evidence);
    }
    return CellFinding.of(
        InvariantRegion.INVARIANCE.id(),
        cell,
        evidence.verdict(),
        hypotheses,
        evidence.predicted,
        evidence.observed,
        String.join("; ", evidence.details));
  }

  private List<Hypothesis> hypotheses(Optional<Certifier> certifier) {
    boolean linear = cell.optimizer() instanceof LinearMethod;
    boolean exact = cell.problem().objective() instanceof CompiledFormula;
    return List.of(
        new Hypothesis(
            "method given by A, B and C",
            linear ? Status.CERTIFIED : Status.VIOLATED,
            linear ? "by construction" : "it is not of this form"),
        new Hypothesis(
            "enclosures of the gradient",
            certifier.isEmpty() ? Status.VIOLATED : exact ? Status.CERTIFIED : Status.DECLARED,
            certifier.isEmpty()
                ? "none, or in too many dimensions"
                : exact ? "from the formula" : "by the objective"));
  }

  /** Holds an answer against runs, or against the step from the state that leaves. */
  private void test(
      Invariance answer,
      LinearMethod method,
      String where,
      Laboratory laboratory,
      Evidence evidence) {
    if (answer instanceof Invariance.Leaves leaves) {
      boolean left = leaves(laboratory.map(cell.problem(), method), leaves);
      evidence.predicted.put("invariant" + where, 0.0);
      evidence.observed.put("leaving-state-leaves" + where, left ? 1.0 : 0.0);
      evidence.add(
          left,
          "the state %s is proven to leave%s, and %s"
              .formatted(Numbers.point(leaves.state()), where, left ? "does" : "does not leave"));
    } else if (answer instanceof Invariance.Proven) {
      long exits = exits(method, where, laboratory);
      evidence.predicted.put("invariant" + where, 1.0);
      evidence.observed.put("exits" + where, (double) exits);
      evidence.add(
          exits == 0,
          "invariant%s by proof, %s of %s runs left"
              .formatted(where, Numbers.count(exits), Numbers.count(config.runs())));
    } else {
      long exits = exits(method, where, laboratory);
      evidence.observed.put("exits" + where, (double) exits);
      evidence.details.add(
          "neither proven nor refuted%s; %s of %s runs left"
              .formatted(where, Numbers.count(exits), Numbers.count(config.runs())));
    }
  }

  private void testSteps(
      Certifier certifier,
      LinearMethod method,
      InvariantSteps steps,
      Laboratory laboratory,
      Evidence evidence) {
    OptionalDouble proven = steps.proven();
    if (proven.isPresent()) {
      evidence.predicted.put("largest-step", proven.getAsDouble());
      ScaledMethod scaled = ScaledMethod.of(method, proven.getAsDouble());
      test(certifier.invariance(scaled), scaled, " at the largest step", laboratory, evidence);
      evidence.details.add("largest step " + Numbers.number(proven.getAsDouble(), 6));
    }
    if (steps.leaving().isPresent()) {
      evidence.predicted.put("leaving-step", steps.leaving().getAsDouble());
      ScaledMethod scaled = ScaledMethod.of(method, steps.leaving().getAsDouble());
      test(certifier.invariance(scaled), scaled, " at the next step", laboratory, evidence);
    }
    if (method.isGradientStep()) {
      double sampled = LeavingStep.sampled(cell.problem(), config.runs(), laboratory);
      if (Double.isFinite(sampled)) {
        evidence.observed.put("largest-step", sampled);
        double least = proven.isPresent() ? proven.getAsDouble() * (1 - 0x1p-50) : 0;
        evidence.add(
            sampled >= least, "a sampled point leaves beyond " + Numbers.number(sampled, 6));
      }
    }
  }

  private long exits(LinearMethod method, String where, Laboratory laboratory) {
    Problem problem = cell.problem();
    Box domain = problem.domain();
    StopRule stop =
        new StopRule(
            0, config.maxSteps(), Double.POSITIVE_INFINITY, Optional.of(Regions.box(domain)));
    Runs runs =
        laboratory.run(
            "invariant-region/" + cell.id() + where,
            problem,
            method,
            new UniformBox(domain),
            config.runs(),
            stop);
    long exits = 0;
    for (Termination each : runs.termination()) {
      exits += each == Termination.LEFT_DOMAIN || each == Termination.NON_FINITE ? 1 : 0;
    }
    return exits;
  }

  /** Tells whether the computed step takes a state's proven component out of its interval. */
  private boolean leaves(StepMap map, Invariance.Leaves leaves) {
    double[] next = new double[map.dimension()];
    map.apply(leaves.state(), next);
    int d = cell.problem().dimension();
    double rest = ((LinearMethod) cell.optimizer()).rest()[leaves.coordinate() / d];
    double low = rest * cell.problem().domain().low()[leaves.coordinate() % d];
    double high = rest * cell.problem().domain().high()[leaves.coordinate() % d];
    double image = next[leaves.coordinate()];
    // What leaves by less than a step's rounding may seem to lie on the boundary.
    double rounding = 0x1p-48 * Math.max(Math.abs(low), Math.abs(high));
    return !(image > Math.min(low, high) + rounding && image < Math.max(low, high) - rounding);
  }

  /** What was predicted and seen. */
  private static final class Evidence {
    private final Map<String, Double> predicted = new LinkedHashMap<>();
    private final Map<String, Double> observed = new LinkedHashMap<>();
    private final List<String> details = new ArrayList<>();
    private boolean refuted;
    private boolean tested;

    void add(boolean agrees, String detail) {
      tested = true;
      refuted |= !agrees;
      details.add(detail);
    }

    Verdict verdict() {
      if (refuted) {
        return Verdict.CONTRADICTED;
      }
      return tested && predicted.containsKey("invariant")
          ? Verdict.CONSISTENT
          : Verdict.INCONCLUSIVE;
    }
  }
}
