package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.separatrix.core.interval.Interval;
import org.separatrix.runner.certify.Bounded;
import org.separatrix.runner.certify.CensusEntry;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.MethodEntry;
import org.separatrix.runner.certify.ObjectiveCertificate;
import org.separatrix.runner.certify.ObjectiveCertificate.Bound;
import org.separatrix.runner.certify.PointEntry;
import org.separatrix.runner.certify.StudyCertificate;

/** Prints a certificate: for each objective its bounds, its critical points, its methods. */
public final class CertificateReport {
  private static final int LONGEST = 200;
  private static final int POINTS_LISTED = 20;
  private static final int REGIONS_LISTED = 5;

  private final PrintWriter out;
  private final Style style;
  private final LabelledLines lines;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param colored whether names stand out
   */
  public CertificateReport(PrintWriter out, boolean colored) {
    this.out = out;
    style = new Style(colored);
    lines = new LabelledLines(out, LabelledLines.LABEL);
  }

  /** Prints a certificate. */
  public void print(StudyCertificate certificate) {
    out.printf(
        "%s   certificate of %s%n",
        style.title(certificate.study()),
        Numbers.plural(certificate.objectives().size(), "objective"));
    certificate.objectives().forEach(this::print);
    out.println();
  }

  private void print(ObjectiveCertificate objective) {
    out.printf("%n%s%n", style.title(objective.objective()));
    if (objective.formula() != null) {
      lines.print("f", shortened(objective.formula().text()));
    }
    lines.print("domain", domain(objective.box()));
    for (Bounded quantity : Bounded.values()) {
      objective.bound(quantity).ifPresent(bound -> lines.print(name(quantity), text(bound)));
    }
    CensusEntry census = objective.census();
    if (census != null) {
      print(census);
    }
    MethodReport methods = new MethodReport(lines, objective);
    for (MethodEntry method : objective.methods()) {
      out.printf("  %s%n", style.title(method.method()));
      methods.print(method);
    }
    objective.remarks().forEach(remark -> lines.print("not certified", remark));
    if (!objective.seconds().isEmpty()) {
      lines.print(
          "time",
          objective.seconds().entrySet().stream()
              .map(entry -> entry.getKey() + " " + seconds(entry.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }

  private static String seconds(double value) {
    return value < 0.1 ? Math.round(1e3 * value) + " ms" : Numbers.seconds(value);
  }

  private static String name(Bounded quantity) {
    return switch (quantity) {
      case LIPSCHITZ -> "L = sup |H|";
      case SMALLEST_EIGENVALUE -> "least eigenvalue";
      case LARGEST_EIGENVALUE -> "largest eigenvalue";
      case HESSIAN_LIPSCHITZ -> "sup |D^3 f|";
    };
  }

  private static String text(Bound bound) {
    String range =
        bound.lower().value() == bound.upper().value()
            ? "= " + Numbers.precise(bound.upper().value())
            : "in [%s, %s]"
                .formatted(
                    Numbers.precise(bound.lower().value()), Numbers.precise(bound.upper().value()));
    String witness =
        bound.witness().isEmpty()
            ? ""
            : ", witness " + Numbers.point(Exact.vector(bound.witness()));
    String loose =
        bound.definedEverywhere()
            ? bound.tight() ? "" : "; the gap that was asked for is not reached"
            : "; the Hessian is not certainly defined on all of the domain";
    return range + witness + loose;
  }

  private void print(CensusEntry census) {
    lines.print(
        "critical points",
        "%,d, %s%s"
            .formatted(
                census.count(),
                census.complete() ? "certainly all" : "perhaps not all",
                degree(census)));
    Optional<List<PointEntry>> points = census.listed();
    if (points.isEmpty() || points.get().size() > POINTS_LISTED) {
      lines.print("by Morse index", byIndex(census.countsByIndex()));
    }
    List<PointEntry> listed = points.orElse(List.of());
    for (int i = 0; i < Math.min(listed.size(), POINTS_LISTED); i++) {
      lines.print("", point(i, listed.get(i)));
    }
    if (listed.size() > POINTS_LISTED) {
      lines.print("", "... and " + Numbers.count(listed.size() - POINTS_LISTED) + " more");
    }
    undecided(census);
  }

  private static String degree(CensusEntry census) {
    if (census.degree() == null) {
      return "";
    }
    String answer =
        census.degreeAgrees() == null
            ? ""
            : census.degreeAgrees() ? " agrees with their indices" : " CONTRADICTS their indices";
    return "; the degree of the gradient, %s,%s"
        .formatted(census.degree(), answer)
        .replaceFirst(",$", "");
  }

  private static String byIndex(List<BigInteger> counts) {
    List<String> parts = new ArrayList<>();
    for (int index = 0; index < counts.size(); index++) {
      parts.add("%d: %,d".formatted(index, counts.get(index)));
    }
    return String.join(", ", parts);
  }

  private static String point(int number, PointEntry point) {
    double[] middle = point.claim().midpoint();
    double width = point.claim().enclosure().width();
    return "c%-3d %-14s %s%s   eigenvalues %s%s"
        .formatted(
            number + 1,
            point.kind(),
            Numbers.point(middle),
            width == 0 ? "" : " +- " + Numbers.brief(width / 2),
            point.eigenvalues().stream()
                .limit(6)
                .map(CertificateReport::eigenvalue)
                .collect(Collectors.joining(", ")),
            point.placement().equals("inside") ? "" : "   perhaps outside the domain");
  }

  private static String eigenvalue(Interval eigenvalue) {
    return eigenvalue.width() <= 1e-6 * eigenvalue.magnitude()
        ? Numbers.brief(eigenvalue.midpoint())
        : "[%s, %s]".formatted(Numbers.brief(eigenvalue.low()), Numbers.brief(eigenvalue.high()));
  }

  private void undecided(CensusEntry census) {
    for (CensusEntry.Block block : census.blocks()) {
      String variables =
          census.blocks().size() == 1
              ? ""
              : " in coordinate%s %s"
                  .formatted(
                      block.variables().size() == 1 ? "" : "s",
                      block.variables().stream()
                          .map(k -> Integer.toString(k + 1))
                          .collect(Collectors.joining(", ")));
      List<CensusEntry.Undecided> regions = block.undecided();
      for (CensusEntry.Undecided region :
          regions.subList(0, Math.min(regions.size(), REGIONS_LISTED))) {
        lines.print(
            "undecided",
            "%s: %s%s%s"
                .formatted(
                    region.reason(),
                    domain(region.extent()),
                    variables,
                    region.degree() == null ? "" : "; its degree is " + region.degree()));
      }
      if (regions.size() > REGIONS_LISTED) {
        lines.print(
            "", "... and " + Numbers.count(regions.size() - REGIONS_LISTED) + " more" + variables);
      }
    }
  }

  private static String domain(List<Interval> box) {
    String text =
        box.stream()
            .limit(6)
            .map(x -> "[%s, %s]".formatted(Numbers.brief(x.low()), Numbers.brief(x.high())))
            .collect(Collectors.joining(" x "));
    return box.size() <= 6 ? text : text + " x ... (" + box.size() + " intervals)";
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 4) + " ...";
  }
}
