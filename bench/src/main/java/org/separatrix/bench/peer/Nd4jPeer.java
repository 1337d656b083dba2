package org.separatrix.bench.peer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.io.IOException;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Work;

/** Operations of ND4J on all lanes of a tile. */
final class Nd4jPeer implements Peer {
  /** Number of steps between looks at the clock. */
  private static final int STEPS_AT_ONCE = 16;

  @Override
  public Optional<Timing> time(Request request) throws IOException {
    double seconds = request.number("seconds");
    if (!isSupported(request)) {
      return Optional.empty();
    }
    Tile tile = new Tile(request);
    long steps = 0;
    Stopwatch watch = new Stopwatch();
    while (watch.seconds() < seconds) {
      tile.begin();
      for (int s = 0; s < request.whole("steps") && watch.seconds() < seconds; ) {
        tile.run(STEPS_AT_ONCE);
        s += STEPS_AT_ONCE;
        steps += STEPS_AT_ONCE;
      }
    }
    return Optional.of(watch.stop(steps * tile.lanes()));
  }

  @Override
  public Optional<double[][]> ends(Request request) throws IOException {
    if (!isSupported(request)) {
      return Optional.empty();
    }
    Tile tile = new Tile(request);
    tile.begin();
    tile.run(request.whole("steps"));
    return Optional.of(tile.x.toDoubleMatrix());
  }

  private static boolean isSupported(Request request) {
    String method = request.text("method");
    return request.whole("threads") == 1
        && request.text("goal").equals(Goal.STEPS.id())
        && request.task().work() != Work.FACTORIZATION
        && (method.equals("gradient-descent") || method.equals("heavy-ball"));
  }

  /** The lanes of a tile; coordinates are the rows. All is computed in place. */
  private static final class Tile {
    private final Work work;
    private final double alpha;
    private final double beta;
    private final int interval;
    private final INDArray matrix;
    private final INDArray starts;
    private final INDArray x;
    private final INDArray before;
    private final INDArray g;
    private final INDArray s;
    private final INDArray t;
    private double norm;

    Tile(Request request) throws IOException {
      work = request.task().work();
      alpha = request.number("alpha");
      beta = request.number("beta");
      interval = request.whole("interval");
      double[][] all = DoublesFile.read(request.path("starts"), request.whole("dimension"));
      int lanes = Math.min(all[0].length, request.whole("form"));
      starts = Nd4j.createFromArray(all).get(all(), interval(0, lanes)).dup('c');
      matrix =
          request.find("matrix").isPresent()
              ? Nd4j.createFromArray(
                  DoublesFile.read(request.path("matrix"), request.whole("rows")))
              : Nd4j.empty(DataType.DOUBLE);
      x = starts.dup('c');
      before = starts.dup('c');
      g = starts.dup('c');
      s = starts.dup('c');
      t = starts.dup('c');
    }

    long lanes() {
      return starts.columns();
    }

    void begin() {
      x.assign(starts);
      before.assign(starts);
    }

    void run(int steps) {
      for (int step = 1; step <= steps; step++) {
        computeGradient();
        if (step % interval == 0) {
          g.mul(g, s);
          norm = s.sum(0).maxNumber().doubleValue();
        }
        g.muli(alpha);
        if (beta != 0) {
          x.sub(before, s);
          s.muli(beta);
          before.assign(x);
          x.addi(s);
        }
        x.subi(g);
      }
      if (Double.isNaN(norm)) {
        throw new ArithmeticException("the gradient is not a number");
      }
    }

    private void computeGradient() {
      switch (work) {
        case LEE -> lee(x.getRow(1), g.getRow(1));
        case HIMMELBLAU -> himmelblau(x.getRow(0), x.getRow(1), s.getRow(0), s.getRow(1));
        case RASTRIGIN -> {
          x.mul(2 * Math.PI, s);
          Transforms.sin(s, false);
          s.muli(20 * Math.PI);
          x.mul(2, g);
          g.addi(s);
        }
        case ROSENBROCK -> rosenbrock(interval(0, x.rows() - 1), interval(1, x.rows()));
        case QUADRATIC -> g.assign(matrix.mmul(x));
        case FACTORIZATION -> throw new IllegalStateException(work + " is not supported");
      }
    }

    private void lee(INDArray y, INDArray partial) {
      g.getRow(0).assign(x.getRow(0));
      y.mul(y, partial);
      partial.muli(y);
      partial.subi(y);
    }

    private void himmelblau(INDArray u, INDArray v, INDArray a, INDArray b) {
      u.mul(u, a);
      a.addi(v).subi(11).muli(2);
      v.mul(v, b);
      b.addi(u).subi(7).muli(2);
      x.mul(2, t);
      t.mul(s, g);
      g.getRow(0).addi(b);
      g.getRow(1).addi(a);
    }

    private void rosenbrock(INDArrayIndex allButLast, INDArrayIndex allButFirst) {
      INDArray at = x.get(allButLast, all());
      INDArray gap = s.get(allButLast, all());
      INDArray product = t.get(allButLast, all());
      INDArray partial = g.get(allButLast, all());
      at.mul(at, gap);
      x.get(allButFirst, all()).sub(gap, gap);
      gap.muli(200);
      at.mul(gap, product);
      at.sub(product, partial);
      partial.subi(1).muli(2);
      g.getRow(x.rows() - 1).assign(0);
      g.get(allButFirst, all()).addi(gap);
    }
  }
}
