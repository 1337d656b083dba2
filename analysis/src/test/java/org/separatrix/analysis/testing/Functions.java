package org.separatrix.analysis.testing;

import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;

/** Objectives whose critical points are known in closed form or from the literature. */
public final class Functions {
  private Functions() {}

  /** A gradient, written at one point. */
  @FunctionalInterface
  public interface Gradient {
    /**
     * Evaluates the gradient.
     *
     * @param x the point
     * @param g receives the gradient
     */
    void at(double[] x, double[] g);
  }

  /** Lee et al. (2016): x^2/2 + y^4/4 - y^2/2, with a saddle at 0 and minima at (0, +-1). */
  public static Problem lee() {
    return lee(2);
  }

  /** The same on a box that reaches so far; 11 is the Lipschitz constant on [-2, 2]^2. */
  public static Problem lee(double reach) {
    return problem(
        "lee",
        Box.cube(2, -reach, reach),
        11,
        (x, g) -> {
          g[0] = x[0];
          g[1] = x[1] * x[1] * x[1] - x[1];
        });
  }

  /** Lee et al.'s function of x / unit: the same landscape in another unit of length. */
  public static Problem leeInUnits(double unit) {
    return problem(
        "lee",
        Box.cube(2, -2 * unit, 2 * unit),
        11 / unit / unit,
        (x, g) -> {
          double y = x[1] / unit;
          g[0] = x[0] / unit / unit;
          g[1] = (y * y * y - y) / unit;
        });
  }

  /** Himmelblau (1972), with four minima, four saddles and a maximum. */
  public static Problem himmelblau() {
    return problem(
        "himmelblau",
        Box.cube(2, -5, 5),
        286 + 8 * Math.sqrt(26),
        (x, g) -> {
          double p = x[0] * x[0] + x[1] - 11;
          double q = x[0] + x[1] * x[1] - 7;
          g[0] = 4 * x[0] * p + 2 * q;
          g[1] = 2 * p + 4 * x[1] * q;
        });
  }

  /** lambda x^2/2 - gamma y^2/2 + b x^2 y, whose saddle at 0 has a bent stable manifold. */
  public static Problem bent(double lambda, double gamma, double b) {
    return problem(
        "bent",
        Box.cube(2, -1, 1),
        lambda + gamma + 4 * b,
        (x, g) -> {
          g[0] = lambda * x[0] + 2 * b * x[0] * x[1];
          g[1] = -gamma * x[1] + b * x[0] * x[0];
        });
  }

  /** sum lambda_k x_k^2 / 2, of which L is declared everywhere. */
  public static Problem quadratic(double... eigenvalues) {
    double largest = 0;
    for (double lambda : eigenvalues) {
      largest = Math.max(largest, Math.abs(lambda));
    }
    Gradient gradient =
        (x, g) -> {
          for (int k = 0; k < g.length; k++) {
            g[k] = eigenvalues[k] * x[k];
          }
        };
    return problem(
        "quadratic",
        Box.cube(eigenvalues.length, -1, 1),
        largest,
        Landscape.unknown().withLipschitz(largest),
        gradient);
  }

  /** The one-dimensional collapse function: at alpha = 1 every |x| >= 1 maps to the maximum 0. */
  public static Problem collapse() {
    return problem(
        "collapse",
        Box.cube(1, -2, 2),
        1.96,
        (x, g) -> {
          double rest = Math.abs(x[0]) <= 1 ? 1 - x[0] * x[0] : 0;
          g[0] = x[0] - 1.2 * x[0] * rest * rest;
        });
  }

  /** x^3 - 3 x y^2, whose critical point 0 has the index -2. */
  public static Problem monkeySaddle() {
    return problem(
        "monkey-saddle",
        Box.cube(2, -1, 1),
        12,
        (x, g) -> {
          g[0] = 3 * (x[0] * x[0] - x[1] * x[1]);
          g[1] = -6 * x[0] * x[1];
        });
  }

  /** A problem with a declared bound on its domain. */
  public static Problem problem(String name, Box domain, double lipschitz, Gradient gradient) {
    return problem(name, domain, lipschitz, Landscape.on(domain), gradient);
  }

  /** A problem with a declared bound and a landscape. */
  public static Problem problem(
      String name, Box domain, double lipschitz, Landscape landscape, Gradient gradient) {
    PointObjective objective =
        new PointObjective() {
          @Override
          public int dimension() {
            return domain.dimension();
          }

          @Override
          protected double value(double[] x) {
            return 0;
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            gradient.at(x, g);
          }

          @Override
          public Landscape landscape() {
            return landscape;
          }
        };
    return new Problem(
        name, objective, domain, Optional.of(new LipschitzBound(lipschitz, Status.DECLARED)));
  }

  /** The same problem with another bound on L. */
  public static Problem withLipschitz(Problem problem, double bound, Status status) {
    return new Problem(
        problem.name(),
        problem.objective(),
        problem.domain(),
        Optional.of(new LipschitzBound(bound, status)));
  }
}
