package org.separatrix.bench.peer;

import java.io.IOException;
import java.util.Optional;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Work;

/**
 * A plain loop over one run after the other, with Hipparchus' vectors and its automatic
 * differentiation, or its matrices where the gradient is made of them.
 */
final class HipparchusPeer implements Peer {
  /** Number of steps between looks at the clock. */
  private static final int STEPS_AT_ONCE = 16;

  @Override
  public Optional<Timing> time(Request request) throws IOException {
    if (!isSupported(request)) {
      return Optional.empty();
    }
    double[][] starts = DoublesFile.read(request.path("starts"), request.whole("dimension"));
    Loop loop = new Loop(request);
    double seconds = request.number("seconds");
    long steps = 0;
    Stopwatch watch = new Stopwatch();
    for (int lane = 0; watch.seconds() < seconds; lane = (lane + 1) % starts[0].length) {
      loop.begin(starts, lane);
      for (int s = 0; s < request.whole("steps") && watch.seconds() < seconds; ) {
        loop.run(STEPS_AT_ONCE);
        s += STEPS_AT_ONCE;
        steps += STEPS_AT_ONCE;
      }
    }
    return Optional.of(watch.stop(steps));
  }

  @Override
  public Optional<double[][]> ends(Request request) throws IOException {
    if (!isSupported(request)) {
      return Optional.empty();
    }
    double[][] starts = DoublesFile.read(request.path("starts"), request.whole("dimension"));
    double[][] ends = new double[starts.length][starts[0].length];
    Loop loop = new Loop(request);
    for (int lane = 0; lane < starts[0].length; lane++) {
      loop.begin(starts, lane);
      loop.run(request.whole("steps"));
      for (int k = 0; k < ends.length; k++) {
        ends[k][lane] = loop.position.getEntry(k);
      }
    }
    return Optional.of(ends);
  }

  private static boolean isSupported(Request request) {
    String method = request.text("method");
    return request.whole("threads") == 1
        && request.text("goal").equals(Goal.STEPS.id())
        && (method.equals("gradient-descent") || method.equals("heavy-ball"));
  }

  /** One run. */
  private static final class Loop {
    private final Work work;
    private final double alpha;
    private final double beta;
    private final int interval;
    private final RealMatrix matrix;
    private RealVector position = new ArrayRealVector(0);
    private RealVector previous = new ArrayRealVector(0);
    private double norm;

    Loop(Request request) throws IOException {
      work = request.task().work();
      alpha = request.number("alpha");
      beta = request.number("beta");
      interval = request.whole("interval");
      matrix =
          request.find("matrix").isPresent()
              ? new Array2DRowRealMatrix(
                  DoublesFile.read(request.path("matrix"), request.whole("rows")), false)
              : new Array2DRowRealMatrix();
    }

    void begin(double[][] starts, int lane) {
      double[] x = new double[starts.length];
      for (int k = 0; k < x.length; k++) {
        x[k] = starts[k][lane];
      }
      position = new ArrayRealVector(x, false);
      previous = position;
    }

    void run(int steps) {
      for (int step = 1; step <= steps; step++) {
        RealVector gradient = gradient(position);
        if (step % interval == 0) {
          norm = gradient.getNorm();
        }
        RealVector next = position.combine(1, -alpha, gradient);
        if (beta != 0) {
          next = next.add(position.subtract(previous).mapMultiplyToSelf(beta));
        }
        previous = position;
        position = next;
      }
      if (Double.isNaN(norm)) {
        throw new ArithmeticException("the gradient is not a number");
      }
    }

    private RealVector gradient(RealVector x) {
      return switch (work) {
        case QUADRATIC -> matrix.operate(x);
        case FACTORIZATION -> factorization(x);
        case LEE, HIMMELBLAU, RASTRIGIN, ROSENBROCK -> {
          int d = x.getDimension();
          Gradient[] variables = new Gradient[d];
          for (int k = 0; k < d; k++) {
            variables[k] = Gradient.variable(d, k, x.getEntry(k));
          }
          yield new ArrayRealVector(value(variables).getGradient(), false);
        }
      };
    }

    private RealVector factorization(RealVector x) {
      int n = matrix.getRowDimension();
      int r = x.getDimension() / n;
      RealMatrix u = new Array2DRowRealMatrix(n, r);
      for (int a = 0; a < r; a++) {
        u.setColumnVector(a, x.getSubVector(a * n, n));
      }
      RealMatrix gradient = u.multiply(u.transposeMultiply(u)).subtract(matrix.multiply(u));
      RealVector all = new ArrayRealVector(n * r);
      for (int a = 0; a < r; a++) {
        all.setSubVector(a * n, gradient.getColumnVector(a));
      }
      return all;
    }

    private Gradient value(Gradient[] x) {
      return switch (work) {
        case LEE -> {
          Gradient y2 = x[1].square();
          yield x[0].square().add(y2.square().multiply(0.5)).subtract(y2).multiply(0.5);
        }
        case HIMMELBLAU -> {
          Gradient a = x[0].square().add(x[1]).subtract(11);
          Gradient b = x[1].square().add(x[0]).subtract(7);
          yield a.square().add(b.square());
        }
        case RASTRIGIN -> {
          Gradient sum = x[0].newInstance(10 * x.length);
          for (Gradient at : x) {
            sum = sum.add(at.square()).subtract(at.multiply(2 * Math.PI).cos().multiply(10));
          }
          yield sum;
        }
        case ROSENBROCK -> {
          Gradient sum = x[0].newInstance(0);
          for (int k = 0; k + 1 < x.length; k++) {
            Gradient gap = x[k + 1].subtract(x[k].square());
            sum = sum.add(gap.square().multiply(100)).add(x[k].negate().add(1).square());
          }
          yield sum;
        }
        case QUADRATIC, FACTORIZATION -> throw new IllegalStateException(work + " has matrices");
      };
    }
  }
}
