package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.PointVerification;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.runner.label.Labels;

/** Checks a critical point of a summary: its numbers by computing them again, and its proof. */
final class PointChecks {
  /** Relative to the size of what is compared; computed numbers may differ in the last places. */
  private static final double TOLERANCE = 1e-7;

  private final Problem problem;
  private final Optional<Certifier> certifier;
  private final Optional<SeparableCensus> census;

  PointChecks(Problem problem, Optional<Certifier> certifier, Optional<SeparableCensus> census) {
    this.problem = problem;
    this.certifier = certifier;
    this.census = census;
  }

  /** Returns the proven point that a stored one is, if there is one. */
  Optional<CertifiedPoint> match(JsonFields stored) {
    double[] x = stored.numbers("x");
    return x.length == problem.dimension() && Arrays.stream(x).allMatch(Double::isFinite)
        ? census.flatMap(each -> each.nearest(x)).filter(point -> point.uniqueness().contains(x))
        : Optional.empty();
  }

  /** Says what does not hold of a stored point. */
  List<String> objections(JsonFields stored) {
    String id = stored.text("id");
    double[] x = stored.numbers("x");
    double[] eigenvalues = stored.numbers("eigenvalues");
    List<String> objections = new ArrayList<>();
    if (x.length != problem.dimension() || eigenvalues.length != x.length) {
      objections.add(
          "%s has %d coordinates and %d eigenvalues, not %d"
              .formatted(id, x.length, eigenvalues.length, problem.dimension()));
      return objections;
    }
    numbers(stored, x, objections);
    long negative = Arrays.stream(eigenvalues).filter(lambda -> lambda < 0).count();
    if (stored.count("morseIndex") != negative) {
      objections.add(
          "%s is said to have the index %d, %d eigenvalues are negative"
              .formatted(id, stored.count("morseIndex"), negative));
    }
    if (Labels.POINT_KINDS.find(stored.text("kind")).isEmpty()) {
      objections.add("%s is of no known kind: %s".formatted(id, stored.text("kind")));
    }
    kind(stored, eigenvalues, objections);
    if (stored.text("status").equals(Status.CERTIFIED.label())) {
      proof(stored, eigenvalues, objections);
    }
    return objections;
  }

  private void numbers(JsonFields stored, double[] x, List<String> objections) {
    double[][] at = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      at[k][0] = x[k];
    }
    double[] value = new double[1];
    problem.objective().value(at, value, 1);
    compare(stored, "value", value[0], 1, objections);
    double[][] gradient = new double[x.length][1];
    problem.objective().gradient(at, gradient, 1);
    double sum = 0;
    for (double[] component : gradient) {
      sum += component[0] * component[0];
    }
    double scale = problem.curvatureScale();
    compare(stored, "gradientNorm", Math.sqrt(sum), scale, objections);
  }

  private static void compare(
      JsonFields stored, String key, double again, double scale, List<String> objections) {
    double said = stored.number(key);
    boolean same =
        Double.isNaN(said)
            ? !Double.isFinite(again)
            : Math.abs(said - again) <= TOLERANCE * Math.max(Math.abs(again), 1e-3 * scale);
    if (!same) {
      objections.add(
          "%s: %s is said to be %s, it is %s".formatted(stored.text("id"), key, said, again));
    }
  }

  /** A kind that is stated with certainty must be that of the signs of the eigenvalues. */
  private static void kind(JsonFields stored, double[] eigenvalues, List<String> objections) {
    String kind = stored.text("kind");
    boolean above = eigenvalues[0] > 0;
    boolean below = eigenvalues[eigenvalues.length - 1] < 0;
    boolean fits =
        switch (kind) {
          case "local-minimum" -> above;
          case "local-maximum" -> below;
          case "strict-saddle" -> eigenvalues[0] < 0 && !below;
          default -> true;
        };
    if (!fits) {
      objections.add(
          "%s is called %s, its eigenvalues are %s"
              .formatted(stored.text("id"), kind, Arrays.toString(eigenvalues)));
    }
  }

  private void proof(JsonFields stored, double[] eigenvalues, List<String> objections) {
    String id = stored.text("id");
    Optional<CertifiedPoint> match = match(stored);
    if (match.isEmpty() || certifier.isEmpty()) {
      objections.add(id + " is called certified, but no critical point is proved there");
      return;
    }
    CertifiedPoint point = match.get();
    PointVerification.of(certifier.get().extension(), certifier.get().domain(), point)
        .objections()
        .forEach(objection -> objections.add(id + ": " + objection));
    IntervalVector gradient = certifier.get().extension().gradient(point.enclosure()).range();
    if (!gradient.contains(new double[gradient.dimension()])) {
      objections.add(id + ": the gradient does not vanish in " + point.enclosure());
    }
    if (!point.kind().label().equals(stored.text("kind"))) {
      objections.add(
          "%s is called %s, it is a %s".formatted(id, stored.text("kind"), point.kind().label()));
    }
    double size = point.eigenvalues().stream().mapToDouble(Interval::magnitude).max().orElse(1);
    for (int k = 0; k < eigenvalues.length; k++) {
      Interval proved = point.eigenvalues().get(k);
      if (!proved.inflated(TOLERANCE * size).contains(eigenvalues[k])) {
        objections.add(
            "%s: eigenvalue %d is said to be %s, it lies in %s"
                .formatted(id, k + 1, eigenvalues[k], proved));
      }
    }
  }
}
