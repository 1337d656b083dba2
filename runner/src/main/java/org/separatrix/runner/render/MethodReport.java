package org.separatrix.runner.render;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.separatrix.core.interval.Interval;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.MethodEntry;
import org.separatrix.runner.certify.MethodEntry.Ball;
import org.separatrix.runner.certify.MethodEntry.Cone;
import org.separatrix.runner.certify.MethodEntry.InvarianceEntry;
import org.separatrix.runner.certify.MethodEntry.Stable;
import org.separatrix.runner.certify.ObjectiveCertificate;

/** Prints what is proven of the methods on an objective. */
final class MethodReport {
  private static final int POINTS_LISTED = 12;

  private final LabelledLines lines;
  private final ObjectiveCertificate objective;

  MethodReport(LabelledLines lines, ObjectiveCertificate objective) {
    this.lines = lines;
    this.objective = objective;
  }

  void print(MethodEntry method) {
    lines.print("  hypothesis", hypothesis(method));
    lines.print("  domain", invariance(method));
    if (!method.captures().isEmpty()) {
      lines.print("  captured within", captures(method.captures()));
    }
    if (!method.capturesOfSummands().isEmpty()) {
      lines.print("  captured where", capturesOfSummands(method.capturesOfSummands()));
    }
    List<Cone> cones = method.cones();
    if (cones != null && !cones.isEmpty()) {
      lines.print("  leaves saddles", cones(cones));
    }
    if (!method.divergence().isEmpty()) {
      lines.print("  diverges from", divergence(method));
    }
    steps(method.steps());
  }

  private static String hypothesis(MethodEntry method) {
    List<String> parts = new ArrayList<>();
    Interval product = method.alphaTimesL();
    if (product != null) {
      String answer =
          product.high() < 1 ? "certified" : product.low() >= 1 ? "violated" : "undecided";
      parts.add("alpha < 1/L %s, alpha L in %s".formatted(answer, range(product)));
    }
    Interval determinant = method.determinant();
    if (determinant != null) {
      parts.add(
          "%s on the domain, det(A + lambda B C) in %s"
              .formatted(
                  determinant.mignitude() > 0
                      ? "local diffeomorphism certified"
                      : "local diffeomorphism not certified",
                  range(determinant)));
    }
    return parts.isEmpty() ? "nothing is known of L" : String.join("; ", parts);
  }

  private static String range(Interval x) {
    return "[%s, %s]".formatted(Numbers.precise(x.low()), Numbers.precise(x.high()));
  }

  private static String invariance(MethodEntry method) {
    return switch (method.invariance().answer()) {
      case InvarianceEntry.PROVEN -> "a step maps it into itself: proven, with rounding";
      case InvarianceEntry.EXACT -> "a step maps it into itself: proven in exact arithmetic";
      case InvarianceEntry.LEAVES ->
          "a step leads out of it from " + Numbers.point(Exact.vector(method.invariance().state()));
      default -> "whether a step maps it into itself is undecided";
    };
  }

  private static String captures(List<Ball> balls) {
    String text =
        balls.stream()
            .limit(POINTS_LISTED)
            .map(
                ball ->
                    "%s of c%d".formatted(Numbers.brief(ball.radius().value()), ball.point() + 1))
            .collect(Collectors.joining(", "));
    return text + more(balls.size());
  }

  /** Says once what holds for several summands, which mostly are the same function. */
  private String capturesOfSummands(List<List<Ball>> balls) {
    Map<String, List<String>> summands = new LinkedHashMap<>();
    for (int n = 0; n < balls.size(); n++) {
      summands.computeIfAbsent(within(balls.get(n)), text -> new ArrayList<>()).add(summand(n));
    }
    String text =
        summands.entrySet().stream()
            .limit(POINTS_LISTED)
            .map(each -> names(each.getValue()) + each.getKey())
            .collect(Collectors.joining("; "));
    return text + more(summands.size());
  }

  private static String names(List<String> summands) {
    return summands.stream().limit(POINTS_LISTED).collect(Collectors.joining(", "))
        + more(summands.size())
        + (summands.size() == 1 ? "" : ", each");
  }

  private static String within(List<Ball> balls) {
    DoubleSummaryStatistics radii =
        balls.stream().mapToDouble(ball -> ball.radius().value()).summaryStatistics();
    String least = Numbers.brief(radii.getMin());
    String most = Numbers.brief(radii.getMax());
    return " within %s of %s"
        .formatted(
            least.equals(most) ? least : least + " to " + most,
            balls.size() == 1 ? "its minimum" : "one of %d minima".formatted(balls.size()));
  }

  private String summand(int number) {
    List<Integer> variables =
        Objects.requireNonNull(objective.census()).blocks().get(number).variables();
    String names = variables.stream().map(this::variable).collect(Collectors.joining(", "));
    return variables.size() == 1 ? names : "(" + names + ")";
  }

  private static String more(int size) {
    return size <= POINTS_LISTED ? "" : ", ... (%s)".formatted(Numbers.count(size));
  }

  /** Names the largest ball and its cone at each saddle. */
  private static String cones(List<Cone> cones) {
    TreeMap<Integer, Cone> largest = new TreeMap<>();
    for (Cone cone : cones) {
      largest.merge(cone.point(), cone, (a, b) -> a.radius().value() >= b.radius().value() ? a : b);
    }
    String text =
        largest.values().stream()
            .limit(POINTS_LISTED)
            .map(
                cone ->
                    "c%d: |s| <= %s |u|, r = %s"
                        .formatted(
                            cone.point() + 1,
                            Numbers.brief(cone.opening().value()),
                            Numbers.brief(cone.radius().value())))
            .collect(Collectors.joining("; "));
    return text + more(largest.size());
  }

  private String divergence(MethodEntry method) {
    return method.divergence().stream()
        .map(
            half -> {
              String name = variable(half.coordinate());
              List<String> sides = new ArrayList<>();
              if (Double.isFinite(half.low().value())) {
                sides.add(name + " <= " + Numbers.precise(half.low().value()));
              }
              if (Double.isFinite(half.high().value())) {
                sides.add(name + " >= " + Numbers.precise(half.high().value()));
              }
              return String.join(" or ", sides);
            })
        .collect(Collectors.joining("; "));
  }

  private String variable(int coordinate) {
    return objective.formula() == null
        ? "x[%d]".formatted(coordinate + 1)
        : objective.formula().variables().get(coordinate);
  }

  private void steps(MethodEntry.Steps steps) {
    List<String> parts = new ArrayList<>();
    if (steps.avoidance() != null) {
      parts.add("1/L = " + Numbers.precise(steps.avoidance().value()) + " (saddles avoided)");
    }
    if (steps.descent() != null) {
      parts.add("2/L = " + Numbers.precise(steps.descent().value()) + " (descent)");
    }
    if (steps.invariantUpTo() != null) {
      parts.add("domain invariant: proven up to " + Numbers.precise(steps.invariantUpTo().value()));
    }
    if (steps.leavesFrom() != null && steps.invariantUpTo() == null) {
      parts.add("no step found that keeps the domain invariant");
    } else if (steps.leavesFrom() != null) {
      parts.add("a point leaves it with " + Numbers.precise(steps.leavesFrom().value()));
    }
    for (Stable stable : steps.stable().stream().limit(POINTS_LISTED).toList()) {
      parts.add(
          "c%d stable below %s"
              .formatted(stable.point() + 1, Numbers.precise(stable.bound().low())));
    }
    if (!parts.isEmpty()) {
      lines.print(
          steps.areSizes() ? "  largest alpha" : "  largest multiple",
          String.join("; ", parts) + more(steps.stable().size()));
    }
  }
}
