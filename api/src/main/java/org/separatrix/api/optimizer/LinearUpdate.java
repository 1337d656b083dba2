package org.separatrix.api.optimizer;

/** The arithmetic of a {@link LinearMethod}: loops over the lanes of one coordinate at a time. */
final class LinearUpdate {
  private static final double REST_TOLERANCE = 1e-12;

  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final double[] rest;
  private final boolean positionIsState;
  private final boolean keepsPrevious;

  LinearUpdate(double[][] a, double[] b, double[] c, double[] rest) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.rest = rest;
    positionIsState = isFirstUnitVector(c);
    keepsPrevious = keepsPrevious();
    checkRest();
  }

  /** Tells whether C reads the first state vector alone, so that it is the position. */
  boolean positionIsState() {
    return positionIsState;
  }

  double[] rest() {
    return rest.clone();
  }

  void start(Iterates block, int lane) {
    for (int j = positionIsState ? 1 : 0; j < rest.length; j++) {
      double[][] state = state(block, j);
      for (int k = 0; k < block.dimension(); k++) {
        state[k][lane] = rest[j] * block.position()[k][lane];
      }
    }
  }

  void step(Iterates block) {
    for (int k = 0; k < block.dimension(); k++) {
      if (b.length == 1 && positionIsState) {
        double[] x = block.position()[k];
        combine(a[0][0], x, b[0], block.gradient()[k], x, block.lanes());
      } else {
        stepCoordinate(block, k);
      }
    }
  }

  private void stepCoordinate(Iterates block, int k) {
    int lanes = block.lanes();
    if (keepsPrevious) {
      double[] previous = state(block, 1)[k];
      double[] gradient = block.gradient()[k];
      advance(a[0][0], state(block, 0)[k], a[0][1], previous, b[0], gradient, lanes);
    } else {
      stepStates(block, k);
    }
    if (!positionIsState) {
      double[] position = block.position()[k];
      scale(c[0], state(block, 0)[k], position, lanes);
      for (int j = 1; j < b.length; j++) {
        add(c[j], state(block, j)[k], position, lanes);
      }
    }
  }

  private void stepStates(Iterates block, int k) {
    int lanes = block.lanes();
    for (int i = 0; i < b.length; i++) {
      double[] next = block.scratch(i);
      combine(a[i][0], state(block, 0)[k], b[i], block.gradient()[k], next, lanes);
      for (int j = 1; j < b.length; j++) {
        add(a[i][j], state(block, j)[k], next, lanes);
      }
    }
    for (int i = 0; i < b.length; i++) {
      System.arraycopy(block.scratch(i), 0, state(block, i)[k], 0, lanes);
    }
  }

  private double[][] state(Iterates block, int j) {
    if (!positionIsState) {
      return block.memory(j);
    }
    return j == 0 ? block.position() : block.memory(j - 1);
  }

  /** Replaces x by p x + q g + r y, in the order of {@link #stepStates}, and y by x. */
  private static void advance(
      double p, double[] x, double r, double[] y, double q, double[] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double now = x[i];
      x[i] = Math.fma(r, y[i], Math.fma(q, g[i], p * now));
      y[i] = now;
    }
  }

  /** out = p x + q g; a zero factor q adds nothing, even where g is infinite. */
  private static void combine(double p, double[] x, double q, double[] g, double[] out, int lanes) {
    if (q == 0) {
      scale(p, x, out, lanes);
    } else if (p == 1) {
      for (int i = 0; i < lanes; i++) {
        out[i] = Math.fma(q, g[i], x[i]);
      }
    } else {
      for (int i = 0; i < lanes; i++) {
        out[i] = Math.fma(q, g[i], p * x[i]);
      }
    }
  }

  private static void scale(double factor, double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = factor * in[i];
    }
  }

  /** out += factor in; a zero factor adds nothing, even where {@code in} is infinite. */
  private static void add(double factor, double[] in, double[] out, int lanes) {
    if (factor == 0) {
      return;
    }
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(factor, in[i], out[i]);
    }
  }

  private static boolean isFirstUnitVector(double[] c) {
    boolean unit = c[0] == 1;
    for (int j = 1; j < c.length; j++) {
      unit &= c[j] == 0;
    }
    return unit;
  }

  /**
   * Tells whether there are two state vectors, of which the second is what the first was, as in
   * methods with momentum; the first depends on both and on the gradient.
   */
  private boolean keepsPrevious() {
    return b.length == 2 && isFirstUnitVector(a[1]) && b[1] == 0 && b[0] != 0 && a[0][1] != 0;
  }

  private void checkRest() {
    if (rest.length != c.length) {
      throw new IllegalArgumentException(
          "the state at rest has length %d, C has %d".formatted(rest.length, c.length));
    }
    double position = 0;
    for (int i = 0; i < c.length; i++) {
      position += c[i] * rest[i];
      double row = 0;
      for (int j = 0; j < c.length; j++) {
        row += a[i][j] * rest[j];
      }
      if (!(Math.abs(row - rest[i]) <= REST_TOLERANCE * Math.max(1, Math.abs(rest[i])))) {
        throw new IllegalArgumentException(
            "a critical point is not at rest: (A v)_%d = %s, but v_%d = %s.%n"
                    .formatted(i + 1, row, i + 1, rest[i])
                + "Maybe pass the vector v with A v = v and C v = 1.");
      }
    }
    if (!(Math.abs(position - 1) <= REST_TOLERANCE)) {
      throw new IllegalArgumentException(
          "a run at rest at x has its position elsewhere: C v = %s instead of 1.%n"
                  .formatted(position)
              + "Maybe pass the vector v with A v = v and C v = 1.");
    }
  }
}
