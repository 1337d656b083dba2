package org.separatrix.core.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.core.start.Samples.problem;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.plugin.SeparatrixPlugin;

class StartsPluginTest {
  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(SeparatrixPlugin.class))
        .hasAtLeastOneElementOfType(StartsPlugin.class);
  }

  @Test
  void declaresTheDistributions() {
    assertThat(new StartsPlugin().components())
        .extracting(Component::id)
        .containsExactly(
            "uniform-box",
            "gaussian",
            "uniform-ball",
            "uniform-sphere",
            "grid",
            "points",
            "affine");
  }

  @Test
  void everyKeyIsDocumented() {
    for (Component<?> component : new StartsPlugin().components()) {
      assertThat(component.config()).hasAnnotation(Doc.class);
      assertThat(component.config().getAnnotation(Doc.class).example()).isNotEmpty();
      for (RecordComponent key : component.config().getRecordComponents()) {
        assertThat(key.getAnnotation(Doc.class)).as("%s of %s", key, component.id()).isNotNull();
      }
    }
  }

  @Test
  void oneIntervalIsForEveryCoordinate() {
    double[] x = new double[3];
    new UniformBox(new UniformBox.Config(null, null, Box.cube(1, 4, 5)), problem(3))
        .draw(new SplittableRandom(1), 0, x);

    assertThat(Box.cube(3, 4, 5).contains(x)).isTrue();
  }

  @SuppressWarnings("NullAway") // javac loses @Nullable of an array in a record's constructor
  static Stream<Arguments> mistakes() {
    Box plane = Box.cube(2, 0, 1);
    double[] zero = {0, 0};
    return Stream.of(
        mistake(
            () -> new UniformBox.Config(2.0, -2.0, null),
            "low is 2.0, high is -2.0: low must be below high"),
        mistake(
            () -> new UniformBox.Config(Double.NaN, null, null),
            "low is NaN: it must be a finite number"),
        mistake(
            () -> new UniformBox.Config(null, 1.0, plane),
            "box is given together with high.\nMaybe give the intervals in box alone."),
        mistake(
            () -> new UniformBox(new UniformBox.Config(5.0, null, null), problem(2)),
            "low leaves nothing of interval 1 of the domain of objective 'zero': [5.0, 3.0].\nMaybe give both low and high."),
        mistake(
            () -> new UniformBox(new UniformBox.Config(null, null, plane), problem(3)),
            "box is [0.0, 1.0] x [0.0, 1.0]: it has 2 intervals, but objective 'zero' has dimension 3"),
        mistake(
            () -> new UniformBox(Box.cube(1, -1e308, 1e308)),
            "interval 1 is [-1.0E308, 1.0E308]: it is too wide"),
        mistake(
            () -> new Gaussian.Config(null, 0),
            "sigma is 0.0: it must be a positive, finite number"),
        mistake(
            () -> new Gaussian.Config(new double[] {0, Double.NaN}, 1),
            "center is [0.0, NaN]: coordinates must be finite numbers"),
        mistake(
            () -> new Gaussian(new Gaussian.Config(new double[] {1}, 1), problem(2)),
            "center is [1.0]: it has 1 coordinate, but objective 'zero' has dimension 2"),
        mistake(
            () -> new UniformBall.Config(null, -1),
            "radius is -1.0: it must be a positive, finite number"),
        mistake(
            () -> new UniformSphere.Config(null, Double.POSITIVE_INFINITY),
            "radius is Infinity: it must be a positive, finite number"),
        mistake(() -> new Grid.Config(1, null), "points-per-axis is 1: it must be at least 2"),
        mistake(
            () -> new Points.Config(null, null),
            "neither points nor file is given: one of them says where to start"),
        mistake(
            () -> new Points.Config(new double[][] {{1}}, Path.of("starts.csv")),
            "both points and file are given: one of them says where to start"),
        mistake(
            () -> new Points.Config(new double[0][], null), "points is empty: give at least one"),
        mistake(
            () -> new Points.Config(new double[][] {{1}, {Double.NEGATIVE_INFINITY}}, null),
            "points[1] is [-Infinity]: coordinates must be finite numbers"),
        mistake(
            () ->
                new Points(
                    new Points.Config(new double[][] {{1, 2}, {1, 2, 3}}, null),
                    problem(2),
                    Path.of("")),
            "points[1] is [1.0, 2.0, 3.0]: it has 3 coordinates, but objective 'zero' has dimension 2"),
        mistake(
            () -> new Affine.Config(zero, new double[][] {}, 1.0, null),
            "directions is empty: give at least one vector"),
        mistake(
            () -> new Affine.Config(zero, new double[][] {{1, 0}, {0, 0}}, 1.0, null),
            "directions[1] is [0.0, 0.0]: a direction has a coordinate other than 0"),
        mistake(
            () -> new Affine.Config(zero, new double[][] {{1, 0}}, null, null),
            "neither extent nor sigma is given: one of them says how far to go"),
        mistake(
            () -> new Affine.Config(zero, new double[][] {{1, 0}}, 1.0, 1.0),
            "both extent and sigma are given: one of them says how far to go"),
        mistake(
            () -> new Affine.Config(zero, new double[][] {{1, 0}}, null, -1.0),
            "sigma is -1.0: it must be a positive, finite number"),
        mistake(
            () -> new Affine(new Affine.Config(zero, new double[][] {{1}}, 1.0, null), problem(2)),
            "directions[0] is [1.0]: it has 1 coordinate, but objective 'zero' has dimension 2"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsValue(ThrowingCallable construction, String message) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message.replace("\n", System.lineSeparator()));
  }

  private static Arguments mistake(ThrowingCallable construction, String message) {
    return Arguments.of(construction, message);
  }
}
