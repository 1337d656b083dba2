package org.separatrix.analysis.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.core.statistics.FamilyWise;

class ExitFiguresTest {
  private static final int RUNS = 20_000;
  private static final List<Figure> FIGURES = figures(50_000);

  private static List<Figure> figures(int maxSteps) {
    Bench bench = new Bench();
    return new EscapeTime(new EscapeTime.Config(RUNS, 1e-3, maxSteps, 20))
        .analyze(bench.study(Functions.lee(), Methods.gradientDescent(0.1)), bench)
        .figures();
  }

  @Test
  void aHistogramAndASurvivalCurveAreDrawn() {
    assertThat(FIGURES)
        .extracting(Figure::id)
        .containsExactly("escape-time/cell/c2/histogram", "escape-time/cell/c2/survival");
    assertThat(figures(10)).as("too few steps to measure").isEmpty();
  }

  /** As in single precision far from the origin, where every step is lost in rounding. */
  @Test
  void nothingIsDrawnWhereNoRunLeaves() {
    Optimizer stuck =
        new Optimizer() {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public void step(Iterates block, Oracle oracle) {}

          @Override
          public Optional<Linearization> linearization() {
            return Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}});
          }
        };
    Bench bench = new Bench();
    Analysis analysis =
        new EscapeTime(new EscapeTime.Config(RUNS, 1e-3, 50_000, 20))
            .analyze(bench.study(Functions.lee(), stuck), bench);

    assertThat(analysis.figures()).isEmpty();
    assertThat(FamilyWise.decide(analysis.findings()))
        .anySatisfy(
            finding -> {
              assertThat(finding.prediction()).isEqualTo("escape-time");
              assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
              assertThat(finding.detail()).startsWith("none of 20,000 runs leaves within ");
              assertThat(finding.observed()).doesNotContainKey("mean");
            });
  }

  /** Bars and law count the same runs. */
  @Test
  void theHistogramAddsUpToAllRuns() {
    Layer.Bars bars = layer(FIGURES.get(0), Layer.Bars.class, Role.MEASURED);
    Layer.Curve law = layer(FIGURES.get(0), Layer.Curve.class, Role.THEORY);

    assertThat(bars.heights().stream().sum()).isEqualTo(RUNS);
    assertThat(law.y().stream().sum()).isCloseTo(RUNS, within(1e-3 * RUNS));
    double mean = 0;
    for (int i = 0; i < law.x().size(); i++) {
      mean += law.x().get(i) * law.y().get(i) / RUNS;
    }
    // (ln(R/sigma) + 0.6351814)/c + 1/2 with R/sigma = 1000, c = ln 1.1; a bin shifts by its width.
    assertThat(mean).isCloseTo(79.64, within(0.5));
  }

  /** erf(R (1 + alpha gamma)^-k / (sigma sqrt 2)), and five standard deviations of the share. */
  @Test
  void theShareThatIsLeftFollowsTheLaw() {
    Layer.Markers share = layer(FIGURES.get(1), Layer.Markers.class, Role.MEASURED);
    Layer.Intervals interval = layer(FIGURES.get(1), Layer.Intervals.class, Role.MEASURED);

    for (int i = 0; i < share.x().size(); i++) {
      double law = erf(1000 * Math.pow(1.1, -share.x().get(i)) / Math.sqrt(2));
      double error = 5 * Math.sqrt(law * (1 - law) / RUNS) + 10.0 / RUNS;
      assertThat(share.y().get(i)).isCloseTo(law, within(error));
      assertThat(interval.low().get(i)).isLessThanOrEqualTo(share.y().get(i));
      assertThat(interval.high().get(i)).isGreaterThanOrEqualTo(share.y().get(i));
    }
  }

  @Test
  void theReferenceFallsByTheFactorOfTheLinearization() {
    Layer.Curve line = layer(FIGURES.get(1), Layer.Curve.class, Role.REFERENCE);
    double slope =
        Math.log(line.y().get(1) / line.y().get(0)) / (line.x().get(1) - line.x().get(0));

    assertThat(slope).isCloseTo(-Math.log(1.1), within(1e-9));
  }

  private static double erf(double x) {
    return Erf.erf(x);
  }

  private static <L extends Layer> L layer(Figure figure, Class<L> kind, Role role) {
    return figure.layers().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(layer -> layer.toString().contains("role=" + role))
        .findFirst()
        .orElseThrow();
  }
}
