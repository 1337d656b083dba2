package org.separatrix.bench.work;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.objectives.Himmelblau;
import org.separatrix.objectives.LeeFunction;
import org.separatrix.objectives.MatrixFactorization;
import org.separatrix.objectives.Quadratic;
import org.separatrix.objectives.Rastrigin;
import org.separatrix.objectives.Rosenbrock;

/**
 * The objectives on which all are compared, with step sizes at which the gradient stays well above
 * rounding error for as long as a timed run goes.
 */
public enum Work {
  /** Lee's function. */
  LEE(2, 65_536, 2048, 0.01, 2),
  /** Himmelblau's function. */
  HIMMELBLAU(2, 65_536, 2048, 1e-4, 5),
  /** Rastrigin's function of 10 coordinates. */
  RASTRIGIN(10, 16_384, 512, 1e-4, 5.12),
  /** Rosenbrock's function of 100 coordinates. */
  ROSENBROCK(100, 2048, 512, 1e-4, 2.048),
  /** A quadratic form of 1000 coordinates with random eigenvectors, eigenvalues 0.1 to 1. */
  QUADRATIC(1000, 1024, 128, 0.1, 1),
  /** Matrix factorization of 20 rows and 3 columns. */
  FACTORIZATION(60, 4096, 512, 0.005, 1);

  private static final long ROTATION_SEED = 1;
  private static final int FACTOR_ROWS = 20;
  private static final int FACTOR_COLUMNS = 3;

  private final int dimension;
  private final int lanes;
  private final int steps;
  private final double alpha;
  private final double bound;

  Work(int dimension, int lanes, int steps, double alpha, double bound) {
    this.dimension = dimension;
    this.lanes = lanes;
    this.steps = steps;
    this.alpha = alpha;
    this.bound = bound;
  }

  /** Returns its name in requests. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns its name in a table. */
  public String title() {
    return switch (this) {
      case LEE -> "Lee";
      case HIMMELBLAU -> "Himmelblau";
      case RASTRIGIN -> "Rastrigin d = 10";
      case ROSENBROCK -> "Rosenbrock d = 100";
      case QUADRATIC -> "quadratic d = 1000";
      case FACTORIZATION -> "factorization 20 x 3";
    };
  }

  /** Returns the number of coordinates d. */
  public int dimension() {
    return dimension;
  }

  /** Returns the number of starts that peers are given. */
  public int lanes() {
    return lanes;
  }

  /** Returns the number of steps of a timed run, a multiple of 16. */
  public int steps() {
    return steps;
  }

  /** Returns the step size of gradient descent. */
  public double alpha() {
    return alpha;
  }

  /** Returns b, for starts uniform on [-b, b]^d. */
  public double bound() {
    return bound;
  }

  /**
   * Returns the objective.
   *
   * @param landscape whether to tell what is known about it, which lets the engine prove that it
   *     need not look at the gradients at each step
   */
  public Objective objective(boolean landscape) {
    return switch (this) {
      case LEE -> compile(new LeeFunction().formula(), new LeeFunction().landscape(), landscape);
      case HIMMELBLAU ->
          compile(new Himmelblau().formula(), new Himmelblau().landscape(), landscape);
      case RASTRIGIN -> {
        Rastrigin rastrigin = new Rastrigin(dimension);
        yield compile(rastrigin.formula(), rastrigin.landscape(), landscape);
      }
      case ROSENBROCK -> {
        Rosenbrock rosenbrock = new Rosenbrock(dimension);
        yield compile(rosenbrock.formula(), rosenbrock.landscape(), landscape);
      }
      case QUADRATIC -> new Quadratic(Quadratic.Config.rotated(ROTATION_SEED, spectrum(dimension)));
      case FACTORIZATION ->
          new MatrixFactorization(
              new MatrixFactorization.Config(
                  new double[] {3, 2, 1}, FACTOR_ROWS, FACTOR_COLUMNS, ROTATION_SEED));
    };
  }

  /** Returns the symmetric matrix that the objective is made of, row by row, if any. */
  public Optional<double[][]> matrix() {
    return switch (this) {
      case QUADRATIC -> {
        double[][] h = new double[dimension][dimension];
        new Quadratic(Quadratic.Config.rotated(ROTATION_SEED, spectrum(dimension)))
            .hessian(new double[dimension], h);
        yield Optional.of(h);
      }
      case FACTORIZATION -> {
        double[][] h = new double[dimension][dimension];
        ((MatrixFactorization) objective(true)).hessian(new double[dimension], h);
        // At the origin each block on the diagonal of the Hessian is -M.
        yield Optional.of(
            IntStream.range(0, FACTOR_ROWS)
                .mapToObj(
                    i -> IntStream.range(0, FACTOR_ROWS).mapToDouble(j -> 0 - h[i][j]).toArray())
                .toArray(double[][]::new));
      }
      case LEE, HIMMELBLAU, RASTRIGIN, ROSENBROCK -> Optional.empty();
    };
  }

  private static double[] spectrum(int n) {
    return IntStream.range(0, n).mapToDouble(i -> 0.1 + 0.9 * i / (n - 1)).toArray();
  }

  private static Objective compile(Formula formula, Landscape landscape, boolean told) {
    return new SymbolicFormulaCompiler().compile(formula, told ? landscape : Landscape.unknown());
  }
}
