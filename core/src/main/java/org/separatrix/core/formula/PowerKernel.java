package org.separatrix.core.formula;

/**
 * Powers x^k with a fixed exponent, as {@link PowerLanes} computes them, and as {@link StrictMath}
 * does where that is not a number.
 */
public final class PowerKernel {
  /** Number of lanes that are computed at once, so that what they need stays in the cache. */
  private static final int TILE = 256;

  private static final ThreadLocal<PowerKernel> KERNELS = ThreadLocal.withInitial(PowerKernel::new);

  private final double[] base = new double[TILE];
  private final double[] exponent = new double[TILE];
  private final double[] ratio = new double[TILE];
  private final double[] ratioRest = new double[TILE];
  private final double[] terms = new double[TILE];
  private final double[] termsRest = new double[TILE];
  private final double[] main = new double[TILE];
  private final double[] low = new double[TILE];
  private final double[] scale = new double[TILE];
  private final double[] value = new double[TILE];

  private PowerKernel() {}

  /**
   * Returns x^k.
   *
   * @param x the base
   * @param k the exponent, finite
   */
  public static double apply(double x, double k) {
    double power = PowerLanes.power(x, k);
    return Double.isNaN(power) ? StrictMath.pow(x, k) : power;
  }

  /**
   * Raises each lane to a power. The bits are those of {@link #apply(double, double)}.
   *
   * @param in the bases
   * @param k the exponent, finite
   * @param out the powers; may be the same array
   * @param lanes how many
   */
  static void apply(double[] in, double k, double[] out, int lanes) {
    PowerKernel kernel = KERNELS.get();
    for (int from = 0; from < lanes; from += TILE) {
      int count = Math.min(TILE, lanes - from);
      System.arraycopy(in, from, kernel.base, 0, count);
      kernel.raise(k, count);
      System.arraycopy(kernel.value, 0, out, from, count);
    }
  }

  private void raise(double k, int lanes) {
    logExponent(base, exponent, lanes);
    ratio(base, ratio, lanes);
    ratioRest(base, ratio, ratioRest, lanes);
    terms(ratio, terms, lanes);
    termsRest(ratio, ratioRest, termsRest, lanes);
    main(ratio, terms, exponent, main, lanes);
    low(ratio, ratioRest, terms, termsRest, exponent, low, lanes);
    scale(k, main, low, scale, lanes);
    power(k, main, low, scale, value, lanes);
    ElementaryKernels.repair(base, value, lanes, x -> StrictMath.pow(x, k));
  }

  private static void logExponent(double[] x, double[] exponent, int lanes) {
    for (int i = 0; i < lanes; i++) {
      exponent[i] = ElementaryLanes.logExponent(x[i]);
    }
  }

  private static void ratio(double[] x, double[] f, int lanes) {
    for (int i = 0; i < lanes; i++) {
      f[i] = PowerLanes.ratio(x[i]);
    }
  }

  private static void ratioRest(double[] x, double[] f, double[] rest, int lanes) {
    for (int i = 0; i < lanes; i++) {
      rest[i] = PowerLanes.ratioRest(x[i], f[i]);
    }
  }

  private static void terms(double[] f, double[] terms, int lanes) {
    for (int i = 0; i < lanes; i++) {
      terms[i] = PowerLanes.terms(f[i]);
    }
  }

  private static void termsRest(double[] f, double[] rest, double[] termsRest, int lanes) {
    for (int i = 0; i < lanes; i++) {
      termsRest[i] = PowerLanes.termsRest(f[i], rest[i]);
    }
  }

  private static void main(
      double[] f, double[] terms, double[] exponent, double[] main, int lanes) {
    for (int i = 0; i < lanes; i++) {
      main[i] = PowerLanes.main(f[i], terms[i], exponent[i]);
    }
  }

  private static void low(
      double[] f,
      double[] rest,
      double[] terms,
      double[] termsRest,
      double[] exponent,
      double[] low,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      low[i] = PowerLanes.low(f[i], rest[i], terms[i], termsRest[i], exponent[i]);
    }
  }

  private static void scale(double k, double[] main, double[] low, double[] scale, int lanes) {
    for (int i = 0; i < lanes; i++) {
      scale[i] = PowerLanes.scale(k, main[i], low[i]);
    }
  }

  private static void power(
      double k, double[] main, double[] low, double[] scale, double[] power, int lanes) {
    for (int i = 0; i < lanes; i++) {
      power[i] = PowerLanes.power(k, main[i], low[i], scale[i]);
    }
  }
}
