package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.plugin.PluginCode;

/**
 * Checks that a lane's result depends on that lane alone, to the last bit, on any thread, and that
 * nothing else is written.
 */
final class BlockChecks {
  private static final int LANES = 67;
  private static final int PADDING = 5;

  /** Hessians may be large. */
  private static final int FEW_LANES = 3;

  private static final double SENTINEL = -12345.678;
  private static final int THREADS = 4;
  private static final int REPETITIONS = 25;

  private final Objective objective;
  private final List<double[]> points;
  private final List<String> violations = new ArrayList<>();

  private BlockChecks(Objective objective, Box region, long seed) {
    this.objective = objective;
    points = Points.uniform(region, LANES, seed);
  }

  static List<String> violations(Objective objective, Box region, long seed) {
    BlockChecks checks = new BlockChecks(objective, region, seed);
    checks.checkLanes();
    if (objective instanceof TwiceDifferentiable twice) {
      checks.checkHessians(twice);
    }
    checks.checkThreads();
    checks.checkOutside();
    return checks.violations;
  }

  /** Compares blocks of one lane with a block of all, in both orders. */
  private void checkLanes() {
    double[][] single = new double[LANES][];
    for (int i = 0; i < LANES; i++) {
      single[i] = evaluate(List.of(points.get(i)))[0];
    }
    List<double[]> reversed = new ArrayList<>(points);
    Collections.reverse(reversed);
    double[][] together = evaluate(points);
    double[][] backwards = evaluate(reversed);
    for (int i = 0; i < LANES; i++) {
      if (!sameBits(single[i], together[i]) || !sameBits(single[i], backwards[LANES - 1 - i])) {
        violations.add(
            "lanes: the result at %s depends on the lanes beside it or on its place among them"
                .formatted(Points.text(points.get(i))));
        return;
      }
    }
  }

  /** Compares the Hessians of a block with those of single points. */
  private void checkHessians(TwiceDifferentiable twice) {
    int d = twice.dimension();
    double[][] x = Points.block(points.subList(0, FEW_LANES), FEW_LANES + PADDING);
    double[][][] h = new double[d][d][FEW_LANES + PADDING];
    for (double[][] row : h) {
      for (double[] entry : row) {
        Arrays.fill(entry, SENTINEL);
      }
    }
    twice.hessian(x, h, FEW_LANES);
    for (double[][] row : h) {
      for (double[] entry : row) {
        checkPadding(entry, FEW_LANES, "Hessian");
      }
    }
    for (int i = 0; i < FEW_LANES; i++) {
      double[][] single = DerivativeChecks.hessian(twice, points.get(i));
      for (int k = 0; k < d; k++) {
        double[] together = new double[d];
        for (int j = 0; j < d; j++) {
          together[j] = h[k][j][i];
        }
        if (!sameBits(single[k], together)) {
          report(
              "lanes: the Hessian at %s is another one in a block"
                  .formatted(Points.text(points.get(i))));
        }
      }
    }
  }

  /** Returns value and gradient of each point, in one row; checks what must not be written. */
  private double[][] evaluate(List<double[]> lanes) {
    int count = lanes.size();
    int d = objective.dimension();
    double[][] x = Points.block(lanes, count + PADDING);
    double[] f = new double[count + PADDING];
    double[][] g = new double[d][count + PADDING];
    Arrays.fill(f, SENTINEL);
    for (double[] row : g) {
      Arrays.fill(row, SENTINEL);
    }
    objective.value(x, f, count);
    objective.gradient(x, g, count);
    double[][] before = Points.block(lanes, count + PADDING);
    double[][] rows = new double[count][d + 1];
    for (int k = 0; k < d; k++) {
      if (!sameBits(x[k], before[k])) {
        report("input: coordinate %d of the points was modified".formatted(k + 1));
      }
      checkPadding(g[k], count, "gradient");
      for (int i = 0; i < count; i++) {
        rows[i][k] = g[k][i];
      }
    }
    checkPadding(f, count, "value");
    for (int i = 0; i < count; i++) {
      rows[i][d] = f[i];
    }
    return rows;
  }

  private void checkPadding(double[] array, int lanes, String what) {
    for (int i = lanes; i < array.length; i++) {
      if (array[i] != SENTINEL) {
        report("arrays: " + what + " writes beyond the lanes");
        return;
      }
    }
  }

  /** Evaluates on several threads at once and compares with one thread. */
  private void checkThreads() {
    double[][] expected = evaluate(points);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<Boolean> task = () -> agreesRepeatedly(expected);
      for (Future<Boolean> agrees : threads.invokeAll(Collections.nCopies(THREADS, task))) {
        if (!agrees.get()) {
          report("threads: results differ when several threads evaluate at once");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      report("threads: evaluation on several threads at once throws " + e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean agreesRepeatedly(double[][] expected) {
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      double[] values = Points.values(objective, points);
      double[][] gradients = Points.gradients(objective, points);
      for (int i = 0; i < LANES; i++) {
        double[] row = Arrays.copyOf(gradients[i], gradients[i].length + 1);
        row[gradients[i].length] = values[i];
        if (!sameBits(row, expected[i])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Points far outside and not numbers must not throw; not a number must not become one. */
  private void checkOutside() {
    for (double coordinate :
        new double[] {1e300, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      double[] point = new double[objective.dimension()];
      Arrays.fill(point, coordinate);
      evaluateOutside(point);
    }
    double[] nan = points.get(0).clone();
    nan[nan.length - 1] = Double.NaN;
    double[] row = evaluateOutside(nan);
    if (row.length > 0 && Double.isFinite(row[row.length - 1])) {
      report("outside: the value at a point with a coordinate NaN is " + row[row.length - 1]);
    }
  }

  private double[] evaluateOutside(double[] point) {
    return PluginCode.call(
        () -> evaluate(List.of(point))[0],
        failure -> {
          report(
              "outside: evaluation at %s throws %s".formatted(Points.text(point), failure.cause()));
          return new double[0];
        });
  }

  private void report(String violation) {
    if (!violations.contains(violation)) {
      violations.add(violation);
    }
  }

  private static boolean sameBits(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Double.doubleToLongBits(a[i]) != Double.doubleToLongBits(b[i])) {
        return false;
      }
    }
    return true;
  }
}
