package org.separatrix.core.start;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.start.StartDistribution;

/** A list of points: run r starts at the r-th, counted from 0. */
public final class Points implements StartDistribution {
  private final double[][] points;

  Points(Config config, Problem problem, Path directory) {
    if (config.file() != null) {
      points = PointsFile.read(directory.resolve(config.file()), problem);
    } else {
      points = config.points() == null ? new double[0][] : config.points();
      for (int i = 0; i < points.length; i++) {
        Coordinates.checked("points[" + i + "]", points[i], problem);
      }
    }
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    if (run < 0 || run >= points.length) {
      throw new IllegalArgumentException(
          "run %d: there are %d starting points".formatted(run, points.length));
    }
    System.arraycopy(points[(int) run], 0, x, 0, x.length);
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(points.length);
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }

  /**
   * Keys of {@code points}.
   *
   * @param points the points; copied
   * @param file name of a file that has them
   */
  @Doc(
      value = "Starts at given points, each once.",
      example = "{type: points, points: [[0.5, 1e-8], [0.5, -1e-8]]}")
  public record Config(
      @Doc(value = "The points, a list of lists of coordinates.", unit = "x", example = "[[0, 1]]")
          double @Nullable [][] points,
      @Doc(
              value =
                  "A CSV file with one point per line and an optional line of headings, relative"
                      + " to the study; instead of points.",
              example = "starts.csv")
          @Nullable Path file) {

    /** Copies the points and checks that they are finite, and given in one way only. */
    public Config {
      if ((points == null) == (file == null)) {
        throw new IllegalArgumentException(
            points == null
                ? "neither points nor file is given: one of them says where to start"
                : "both points and file are given: one of them says where to start");
      }
      if (points != null) {
        if (points.length == 0) {
          throw new IllegalArgumentException("points is empty: give at least one");
        }
        points = points.clone();
        for (int i = 0; i < points.length; i++) {
          points[i] = points[i].clone();
          Coordinates.requireFinite("points[" + i + "]", points[i]);
        }
      }
    }
  }
}
