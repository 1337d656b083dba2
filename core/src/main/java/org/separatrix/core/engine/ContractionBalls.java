package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.Lanes;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.start.UniformBox;

/**
 * Balls around minima on which gradient descent is a contraction, so that runs stay in them and
 * their gradients do not grow.
 *
 * <p>Let all eigenvalues of I - alpha H be at most q < 1 in size, for all Hessians H on a ball. A
 * step x -> x - alpha grad f(x) brings any two of its points q times as close, and gradients shrink
 * likewise, by the reasoning of {@link CalmRegion}. If it moves the centre by at most (1 - q) times
 * the radius, the ball is mapped into itself.
 */
final class ContractionBalls {
  /** Most runs from anywhere in the domain end where a few end that are tried. */
  private static final int RUNS = 32;

  private static final long MOST_STEPS = 10_000;
  private static final int MOST_BALLS = 4;

  /** Radii that are tried, as parts of the least width of the domain. */
  private static final double[] RADII = {0x1p-4, 0x1p-6, 0x1p-8, 0x1p-10, 0x1p-13, 0x1p-16};

  private static final Effort EFFORT = Effort.standard().withRelativeGap(0.1).withBoxes(20);

  /** A run that is closer to the boundary, relative to the radius, might be outside. */
  private static final double CLOSE = 1e-6;

  private final List<Ball> balls;

  private record Ball(double[] centre, double radius) {
    boolean contains(double[] x) {
      double distance = 0;
      for (int k = 0; k < x.length; k++) {
        distance = Math.hypot(distance, x[k] - centre[k]);
      }
      return distance <= radius;
    }
  }

  private ContractionBalls(List<Ball> balls) {
    this.balls = List.copyOf(balls);
  }

  /** Returns no balls. */
  static ContractionBalls none() {
    return new ContractionBalls(List.of());
  }

  /**
   * Looks for balls where a few runs end.
   *
   * @param experiment what is run, gradient descent; its starts are not drawn
   * @param bounds of its steps
   */
  static ContractionBalls of(Experiment experiment, DescentBounds bounds) {
    List<Ball> balls = new ArrayList<>();
    double tolerance = experiment.stop().gradientTolerance();
    if (tolerance > 0) {
      for (double[] end : ends(experiment, bounds.domain())) {
        if (balls.size() < MOST_BALLS && balls.stream().noneMatch(ball -> ball.contains(end))) {
          around(end, tolerance, bounds).ifPresent(balls::add);
        }
      }
    }
    return new ContractionBalls(balls);
  }

  private static List<double[]> ends(Experiment experiment, Box domain) {
    StopRule stop = experiment.stop();
    Experiment few =
        new Experiment(
            experiment.objective(),
            experiment.optimizer(),
            new UniformBox(domain),
            stop.withMaxSteps(Math.min(MOST_STEPS, stop.maxSteps())),
            experiment.key());
    Runs runs = new Engine(few, new TimelyLoops(few, Optional.empty())).run(0, RUNS);
    List<double[]> ends = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      if (runs.termination()[run] == Termination.GRADIENT_TOLERANCE) {
        ends.add(runs.endOf(run));
      }
    }
    return ends;
  }

  private static Optional<Ball> around(double[] centre, double tolerance, DescentBounds bounds) {
    for (double part : RADII) {
      double radius = part * bounds.leastWidth();
      Box box = cube(centre, radius);
      DescentBounds.Curvature curvature = bounds.curvature(box, EFFORT);
      double noise = bounds.noise(box, curvature.norm());
      double moved = bounds.alpha() * (tolerance + noise) + DescentBounds.positionRounding(box);
      if (curvature.factor(bounds.alpha()) * radius + moved < radius * (1 - CLOSE)) {
        return Optional.of(new Ball(centre, radius));
      }
    }
    return Optional.empty();
  }

  private static Box cube(double[] centre, double radius) {
    double[] low = Arrays.stream(centre).map(number -> number - radius).toArray();
    double[] high = Arrays.stream(centre).map(number -> number + radius).toArray();
    return new Box(low, high);
  }

  /** Tells whether there are none. */
  boolean isEmpty() {
    return balls.isEmpty();
  }

  /**
   * Finds out which lanes are in a ball.
   *
   * @param x positions, {@code d x lanes}; not modified
   * @param lanes number of lanes
   * @param outside receives 0 for a lane that is in one, and something else for any other
   * @param scratch overwritten
   * @return whether all are in balls
   */
  boolean contain(double[][] x, int lanes, double[] outside, double[] scratch) {
    Arrays.fill(outside, 0, lanes, 1);
    for (Ball ball : balls) {
      double square = ball.radius * ball.radius;
      Arrays.fill(scratch, 0, lanes, -square * (1 - CLOSE));
      for (int k = 0; k < x.length; k++) {
        addSquares(x[k], ball.centre[k], scratch, lanes);
      }
      multiply(scratch, 1 / square, outside, lanes);
    }
    return Lanes.firstNonzero(outside, 0, lanes) < 0;
  }

  private static void addSquares(double[] x, double centre, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double difference = x[i] - centre;
      sum[i] = Math.fma(difference, difference, sum[i]);
    }
  }

  private static void multiply(double[] excess, double scale, double[] outside, int lanes) {
    for (int i = 0; i < lanes; i++) {
      outside[i] = outside[i] * (scale * (Math.abs(excess[i]) + excess[i]));
    }
  }
}
