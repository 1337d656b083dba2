package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.region.CaptureBall;
import org.separatrix.core.region.CaptureSearch;
import org.separatrix.core.region.DivergenceRegion;
import org.separatrix.core.region.DivergenceSearch;
import org.separatrix.core.region.SaddleSearch;
import org.separatrix.core.rounding.GradientRounding;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.MethodEntry;
import org.separatrix.runner.certify.MethodEntry.Ball;
import org.separatrix.runner.certify.MethodEntry.Cone;
import org.separatrix.runner.certify.MethodEntry.HalfSpace;

/** Proves again what is said of balls of capture, cones at saddles, and regions of divergence. */
final class RegionChecks {
  private final Certifier certifier;
  private final LinearMethod method;
  private final ClaimedPoints points;
  private final Checks checks;

  RegionChecks(Certifier certifier, LinearMethod method, ClaimedPoints points, Checks checks) {
    this.certifier = certifier;
    this.method = method;
    this.points = points;
    this.checks = checks;
  }

  void check(MethodEntry entry) {
    captures(entry.captures());
    capturesOfSummands(entry.capturesOfSummands());
    cones(Optional.ofNullable(entry.cones()).orElse(List.of()));
    halfSpaces(entry.divergence());
  }

  private void captures(List<Ball> balls) {
    if (balls.isEmpty()) {
      return;
    }
    Optional<GradientRounding> rounding =
        certifier.objective() instanceof CompiledFormula formula
            ? Optional.of(GradientRounding.of(formula))
            : Optional.empty();
    CaptureSearch search = new CaptureSearch(certifier.extension(), method, rounding);
    checks.addAll(
        "balls of capture",
        objections(balls, search, points.listed()),
        "%d proved again".formatted(balls.size()));
  }

  private void capturesOfSummands(List<List<Ball>> balls) {
    if (balls.isEmpty()) {
      return;
    }
    String name = "balls of capture of the summands";
    List<IntervalExtension> functions = Subject.functions(certifier.extension());
    if (balls.size() != functions.size() || points.ofSummands().size() != functions.size()) {
      checks.refute(
          name,
          "they are said of %d summands, there are %d".formatted(balls.size(), functions.size()));
      return;
    }
    List<String> objections = new ArrayList<>();
    for (int n = 0; n < functions.size(); n++) {
      CaptureSearch search = new CaptureSearch(functions.get(n), method, Optional.empty());
      String summand = "of summand %d, ".formatted(n + 1);
      objections(balls.get(n), search, points.ofSummands().get(n))
          .forEach(objection -> objections.add(summand + objection));
    }
    int number = balls.stream().mapToInt(List::size).sum();
    checks.addAll(name, objections, "%d proved again".formatted(number));
  }

  private static List<String> objections(
      List<Ball> balls, CaptureSearch search, List<CertifiedPoint> points) {
    List<String> objections = new ArrayList<>();
    for (Ball ball : balls) {
      String name =
          "the ball of radius %s at c%d ".formatted(ball.radius().value(), ball.point() + 1);
      double[][] transform = Exact.matrix(ball.transform());
      Optional<CaptureBall> again =
          point(ball.point(), points)
              .filter(point -> isSquare(transform))
              .flatMap(
                  point ->
                      search.claimed(
                          point.enclosure(),
                          transform,
                          ball.radius().value(),
                          ball.inner().value(),
                          ball.contraction().value()));
      if (again.isEmpty() || !isRadius(ball.radius()) || !search.verifies(again.get())) {
        objections.add(name + "is not proved to be captured");
      } else if (!(again.get().stepError() <= ball.stepError().value())) {
        objections.add(
            name
                + "has the step error %s, said is %s"
                    .formatted(again.get().stepError(), ball.stepError().value()));
      }
    }
    return objections;
  }

  private void cones(List<Cone> cones) {
    if (cones.isEmpty()) {
      return;
    }
    SaddleSearch search = new SaddleSearch(certifier.extension(), method);
    List<String> objections = new ArrayList<>();
    for (Cone cone : cones) {
      double[][] transform = Exact.matrix(cone.transform());
      double[][] rotation = Exact.matrix(cone.rotation());
      boolean proved =
          isRadius(cone.radius())
              && isSquare(transform)
              && isSquare(rotation)
              && point(cone.point(), points.listed())
                  .flatMap(
                      point ->
                          search.claimed(
                              point.enclosure(),
                              transform,
                              rotation,
                              cone.opening().value(),
                              cone.radius().value(),
                              cone.growth().value()))
                  .filter(search::verifies)
                  .isPresent();
      if (!proved) {
        objections.add(
            "the cone of radius %s at c%d is not proved to be left"
                .formatted(cone.radius().value(), cone.point() + 1));
      }
    }
    checks.addAll("cones at saddles", objections, "%d proved again".formatted(cones.size()));
  }

  private void halfSpaces(List<HalfSpace> halves) {
    if (halves.isEmpty()) {
      return;
    }
    DivergenceSearch search = new DivergenceSearch(certifier.extension(), method);
    int d = certifier.domain().dimension();
    List<String> objections = new ArrayList<>();
    for (HalfSpace half : halves) {
      boolean proved =
          half.coordinate() >= 0
              && half.coordinate() < d
              && half.low().value() < 0
              && half.high().value() > 0
              && search.verifies(
                  new DivergenceRegion(
                      d,
                      half.coordinate(),
                      half.low().value(),
                      half.high().value(),
                      half.growth().value()));
      if (!proved) {
        objections.add(
            "runs are not proved to diverge beyond %s and %s in coordinate %d"
                .formatted(half.low().value(), half.high().value(), half.coordinate() + 1));
      }
    }
    checks.addAll("regions of divergence", objections, "%d proved again".formatted(halves.size()));
  }

  private static Optional<CertifiedPoint> point(int number, List<CertifiedPoint> points) {
    return number >= 0 && number < points.size()
        ? Optional.of(points.get(number))
        : Optional.empty();
  }

  private static boolean isRadius(Exact radius) {
    return radius.value() >= 0 && Double.isFinite(radius.value());
  }

  private static boolean isSquare(double[][] matrix) {
    return matrix.length > 0
        && Arrays.stream(matrix).allMatch(row -> row.length == matrix.length)
        && Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }
}
