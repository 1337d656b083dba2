package org.separatrix.api.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Grid GRID = new Grid(new Axis.Range(0, 3), new Axis.Range(-1, 1), 3, 2);

  @Test
  void gridPlacesItsCellsInTheMiddle() {
    assertThat(GRID.middleOfColumn(0)).isEqualTo(0.5);
    assertThat(GRID.middleOfColumn(2)).isEqualTo(2.5);
    assertThat(GRID.middleOfRow(0)).isEqualTo(-0.5);
    assertThat(GRID.middleOfRow(1)).isEqualTo(0.5);
  }

  @Test
  void layersRefuseSeriesThatDoNotFit() {
    Series two = Series.of(1, 2);
    Series three = Series.of(1, 2, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer.Curve("c", Role.THEORY, two, three))
        .withMessage("layer 'c': 2 abscissas, but 3 ordinates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer.Bars("b", Role.MEASURED, two, two))
        .withMessage("layer 'b': 2 bars need 3 edges, not 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer.Contours("f", GRID, three))
        .withMessage("layer 'f': 3 values for 3 x 2 cells");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Layer.Regions("r", GRID, Series.of(0, 1, 2, 0, 0, 0), List.of("a", "b")))
        .withMessage("layer 'r': a label is not an index from 0 to 1");
    assertThat(new Layer.Regions("r", GRID, Series.of(0, 1, 1, 0, 0, 0), List.of("a", "b")).grid())
        .isEqualTo(GRID);
  }

  @Test
  void seriesDoNotChange() {
    double[] values = {1, 2};
    Series series = Series.of(values);
    values[0] = 5;
    series.toArray()[1] = 5;

    assertThat(series).isEqualTo(Series.of(2, i -> i + 1)).hasToString("[1.0, 2.0]");
  }

  @Test
  void figuresNeedSomethingToDraw() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Figure(
                    "empty",
                    "lee",
                    Optional.empty(),
                    "title",
                    "",
                    Axis.linear("x"),
                    Axis.logarithmic("y").between(1, 2),
                    List.of()))
        .withMessage("figure 'empty' has nothing to draw");
    assertThatIllegalArgumentException().isThrownBy(() -> Axis.linear("x").between(2, 1));
  }
}
