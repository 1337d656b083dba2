package org.separatrix.analysis.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.optimizer.Optimizer;

class RateFigureTest {
  private static final Bench BENCH = new Bench();

  /** At (0, +-1) the eigenvalues are 1 and 2, so gradient descent contracts by 1 - alpha. */
  @Test
  void theLineAndTheRunsFallByLnRho() {
    List<Figure> figures = figures(Methods.gradientDescent(0.1));

    assertThat(figures).extracting(Figure::id).containsExactly("convergence-rate/cell/c1");
    for (Layer layer : figures.get(0).layers()) {
      Layer.Curve curve = (Layer.Curve) layer;
      int last = curve.x().size() - 1;
      int from = curve.role() == Role.THEORY ? 0 : last / 2;
      double slope =
          (curve.y().get(last) - curve.y().get(from)) / (curve.x().get(last) - curve.x().get(from));
      assertThat(slope).isCloseTo(Math.log(0.9), within(1e-3));
    }
  }

  @Test
  void thereIsALineForEachStart() {
    Figure figure = figures(Methods.heavyBall(0.05, 0.9)).get(0);

    assertThat(figure.layers()).hasSize(7);
    assertThat(figure.layers()).extracting(Layer::name).contains("6 starts");
  }

  /** With alpha = 1.2 the map is expanding: |1 - 2 alpha| = 1.4. */
  @Test
  void nothingIsDrawnWhereNothingConverges() {
    assertThat(figures(Methods.gradientDescent(1.2))).isEmpty();
  }

  private static List<Figure> figures(Optimizer optimizer) {
    return new ConvergenceRate(ConvergenceRate.Config.DEFAULT)
        .analyze(BENCH.study(Functions.lee(), optimizer), BENCH)
        .figures();
  }
}
