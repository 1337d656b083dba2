package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Series;

class ContourLinesTest {
  private static final Grid GRID = new Grid(new Axis.Range(-2, 2), new Axis.Range(-2, 2), 200, 200);

  /** Linear interpolation between points h apart misses a circle of radius r by h^2/(4 r). */
  @Test
  void aCircleIsOneClosedLine() {
    List<ContourLines.Line> lines = lines((x, y) -> x * x + y * y, 1.44);

    assertThat(lines).hasSize(1);
    ContourLines.Line circle = lines.get(0);
    int last = circle.x().size() - 1;
    assertThat(circle.x().get(last)).isEqualTo(circle.x().get(0));
    assertThat(circle.y().get(last)).isEqualTo(circle.y().get(0));
    double length = 0;
    for (int i = 0; i <= last; i++) {
      double radius = Math.hypot(circle.x().get(i), circle.y().get(i));
      assertThat(radius).isCloseTo(1.2, within(0.02 * 0.02 / 4 / 1.2 * 1.01));
      length +=
          i == 0
              ? 0
              : Math.hypot(
                  circle.x().get(i) - circle.x().get(i - 1),
                  circle.y().get(i) - circle.y().get(i - 1));
    }
    assertThat(length).isCloseTo(2 * Math.PI * 1.2, within(1e-3));
  }

  @Test
  void aHyperbolaIsTwoOpenLinesOnEachSideOfTheSaddle() {
    assertThat(lines((x, y) -> x * x - y * y, 0.3)).hasSize(2);
    assertThat(lines((x, y) -> x * x - y * y, -0.3)).hasSize(2);
  }

  @Test
  void lineEndsWhereThereIsNoValue() {
    List<ContourLines.Line> lines = lines((x, y) -> x > 0 ? Double.NaN : y, 0.5);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).x().stream().max().orElseThrow()).isCloseTo(-0.01, within(1e-12));
    assertThat(lines.get(0).y().stream()).allMatch(y -> Math.abs(y - 0.5) < 1e-12);
  }

  @Test
  void aConstantHasNoLines() {
    assertThat(lines((x, y) -> 1, 1)).isEmpty();
    assertThat(ContourLevels.of(Series.of(1, 1, 1, Double.NaN), 5)).isEmpty();
    assertThat(ContourLevels.of(Series.of(), 5)).isEmpty();
  }

  @Test
  void betweenLevelsThereIsTheSameShareOfTheArea() {
    double[] levels = ContourLevels.of(Series.of(1001, i -> Math.exp(i / 100.0)), 5);

    assertThat(levels).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(100 * Math.log(levels[i])).isCloseTo(100 + 200 * i, within(1e-9));
    }
  }

  private static List<ContourLines.Line> lines(DoubleBinaryOperator f, double level) {
    Series values =
        Series.of(
            GRID.columns() * GRID.rows(),
            i ->
                f.applyAsDouble(
                    GRID.middleOfColumn(i % GRID.columns()), GRID.middleOfRow(i / GRID.columns())));
    return new ContourLines(GRID, values).at(level);
  }
}
