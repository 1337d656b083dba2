package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.core.census.Functions.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

/** Polynomials at random, with critical points that are known otherwise. */
class RandomPolynomialsTest {
  /**
   * f(x) = sum p_i(u_i), u = A x with A regular and p_i' = prod (u - r) with integer roots: the
   * critical points are the solutions of A x = (one root of each), and by Sylvester's law the index
   * is the number of negative p_i''.
   */
  @RepeatedTest(15)
  void knownByConstruction(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int d = 1 + repetition.getCurrentRepetition() % 3;
    double[][] a = regularMatrix(random, d);
    List<List<Integer>> roots = new ArrayList<>();
    StringBuilder text = new StringBuilder("0");
    for (int i = 0; i < d; i++) {
      TreeSet<Integer> chosen = new TreeSet<>();
      int count = d == 3 ? 2 : 2 + random.nextInt(3);
      while (chosen.size() < count) {
        chosen.add(random.nextInt(9) - 4);
      }
      roots.add(List.copyOf(chosen));
      text.append(" + ").append(antiderivative(chosen, linear(a[i])));
    }
    IntervalVector box = cube(d, -2.75, 3.25);
    List<double[]> expected = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    collect(a, roots, new double[d], 0, 0, expected, indices);

    IntervalFormula function = Functions.of(text.toString(), names(d));
    CertifiedCensus census = CensusSearch.run(function, box);

    assertThat(census.isComplete()).isTrue();
    int inside = 0;
    for (int n = 0; n < expected.size(); n++) {
      if (box.contains(expected.get(n))) {
        inside++;
        CertifiedPoint point = onlyOneNear(census, expected.get(n));
        assertThat(point.morseIndex()).hasValue(indices.get(n));
        assertThat(PointVerification.of(function, box, point).objections()).isEmpty();
      }
    }
    assertThat(census.points()).hasSize(inside);
    assertThat(census.agreesWithDegree()).isNotEqualTo(java.util.Optional.of(false));
  }

  /** A quartic with random coefficients: what Newton's method finds from a grid of starts. */
  @RepeatedTest(10)
  void foundByNewton(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(100 + repetition.getCurrentRepetition());
    int d = 2 + repetition.getCurrentRepetition() % 2;
    CompiledFormula formula = Functions.compiled(quartic(random, d), names(d));
    IntervalVector box = cube(d, -3, 3);
    CertifiedCensus census = CensusSearch.run(new IntervalFormula(formula), box);
    assertThat(census.isComplete()).isTrue();

    List<double[]> found = new ArrayList<>();
    for (int start = 0; start < (d == 2 ? 400 : 1500); start++) {
      double[] x = random.doubles(d, -3.2, 3.2).toArray();
      if (newton(formula, x) && box.contains(x)) {
        onlyOneNear(census, x);
        if (found.stream().noneMatch(y -> distance(x, y) < 1e-7)) {
          found.add(x);
        }
      }
    }
    assertThat(found).isNotEmpty();
    assertThat(census.points()).hasSize(found.size());
    assertThat(census.agreesWithDegree()).isNotEqualTo(java.util.Optional.of(false));
  }

  private static CertifiedPoint onlyOneNear(CertifiedCensus census, double[] x) {
    List<CertifiedPoint> near =
        census.points().stream().filter(point -> distance(point.midpoint(), x) < 1e-9).toList();
    assertThat(near).hasSize(1);
    return near.get(0);
  }

  private static boolean newton(CompiledFormula formula, double[] x) {
    int d = x.length;
    double[][] lane = new double[d][1];
    double[][] g = new double[d][1];
    double[][] h = new double[d][d];
    for (int step = 0; step < 60; step++) {
      double[] gradient = new double[d];
      for (int k = 0; k < d; k++) {
        lane[k][0] = x[k];
      }
      formula.gradient(lane, g, 1);
      formula.hessian(x, h);
      for (int k = 0; k < d; k++) {
        gradient[k] = g[k][0];
      }
      LUDecomposition factors = new LUDecomposition(new Array2DRowRealMatrix(h));
      if (!factors.getSolver().isNonSingular()) {
        return false;
      }
      double[] move = factors.getSolver().solve(new ArrayRealVector(gradient)).toArray();
      double length = 0;
      for (int k = 0; k < d; k++) {
        x[k] -= move[k];
        length = Math.max(length, Math.abs(move[k]));
      }
      if (length < 1e-13) {
        return true;
      }
      if (!(length < 1e6)) {
        return false;
      }
    }
    return false;
  }

  private static String quartic(SplittableRandom random, int d) {
    StringBuilder text = new StringBuilder();
    String[] names = names(d);
    for (int i = 0; i < d; i++) {
      text.append(i == 0 ? "" : " + ").append("%s^4/4".formatted(names[i]));
      text.append(" + %.3f*%s".formatted(random.nextDouble() - 0.5, names[i]));
      for (int j = 0; j <= i; j++) {
        text.append(" + %.3f*%s*%s".formatted(4 * random.nextDouble() - 3, names[i], names[j]));
        text.append(" + %.3f*%s^2*%s".formatted(random.nextDouble() - 0.5, names[i], names[j]));
      }
    }
    return text.toString().replace("+ -", "- ");
  }

  private static String[] names(int d) {
    return List.of("x", "y", "z").subList(0, d).toArray(String[]::new);
  }

  private static double[][] regularMatrix(SplittableRandom random, int d) {
    while (true) {
      double[][] a = new double[d][d];
      for (double[] row : a) {
        for (int j = 0; j < d; j++) {
          row[j] = random.nextInt(5) - 2;
        }
      }
      if (Math.abs(new LUDecomposition(new Array2DRowRealMatrix(a)).getDeterminant()) > 0.5) {
        return a;
      }
    }
  }

  private static String linear(double[] row) {
    StringBuilder text = new StringBuilder("(0");
    for (int j = 0; j < row.length; j++) {
      text.append(" + (%d)*%s".formatted((int) row[j], names(row.length)[j]));
    }
    return text.append(")").toString();
  }

  /** 60 times the antiderivative of the product of (u - r), whose coefficients are integers. */
  private static String antiderivative(Iterable<Integer> roots, String u) {
    long[] coefficients = {1};
    for (int root : roots) {
      long[] product = new long[coefficients.length + 1];
      for (int k = 0; k < coefficients.length; k++) {
        product[k + 1] += coefficients[k];
        product[k] -= root * coefficients[k];
      }
      coefficients = product;
    }
    StringBuilder text = new StringBuilder("(0");
    for (int k = 0; k < coefficients.length; k++) {
      text.append(" + (%d)*%s^%d".formatted(60 * coefficients[k] / (k + 1), u, k + 1));
    }
    return text.append(")").toString();
  }

  private static void collect(
      double[][] a,
      List<List<Integer>> roots,
      double[] u,
      int i,
      int index,
      List<double[]> points,
      List<Integer> indices) {
    if (i == u.length) {
      points.add(
          new LUDecomposition(new Array2DRowRealMatrix(a))
              .getSolver()
              .solve(new ArrayRealVector(u))
              .toArray());
      indices.add(index);
      return;
    }
    List<Integer> own = roots.get(i);
    for (int n = 0; n < own.size(); n++) {
      u[i] = own.get(n);
      // The slope at the largest root is positive, then signs alternate.
      int negative = (own.size() - 1 - n) % 2;
      collect(a, roots, u, i + 1, index + negative, points, indices);
    }
  }

  private static double distance(double[] x, double[] y) {
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      distance = Math.max(distance, Math.abs(x[k] - y[k]));
    }
    return distance;
  }
}
