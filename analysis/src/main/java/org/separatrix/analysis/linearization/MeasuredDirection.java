package org.separatrix.analysis.linearization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.DominantEigenvector;

/**
 * The direction by the eigenvectors l'J = z l', J r = z r, l'r = 1 of the Jacobian of the step: l'u
 * grows by z a step whatever else is in a displacement u of the state, and a start displaced by y
 * has l'S y of it.
 *
 * @param point the critical point
 * @param measured the spectrum
 * @param eigenvector the eigenvectors and z
 * @param seen S'l, what of it starts see; not copied
 */
record MeasuredDirection(
    CriticalPoint point, MeasuredSpectrum measured, DominantEigenvector eigenvector, double[] seen)
    implements UnstableDirection {
  /** Of |l| |S|: less than this is no part that starts have, as far as differences can tell. */
  private static final double UNSEEN = 1e-6;

  /**
   * Looks for the direction.
   *
   * @return empty if the eigenvalue of largest modulus is complex or lacks eigenvectors, or if no
   *     start has a part along it
   */
  static Optional<UnstableDirection> of(CriticalPoint point, MeasuredSpectrum measured) {
    return measured
        .dominant()
        .map(
            eigenvector ->
                new MeasuredDirection(
                    point,
                    measured,
                    eigenvector,
                    measured.space().seenByStarts(eigenvector.left())))
        .filter(MeasuredDirection::isSeen)
        .map(direction -> direction);
  }

  private boolean isSeen() {
    return norm(seen) > UNSEEN * norm(eigenvector.left()) * measured.space().sliceNorm();
  }

  @Override
  public double factor() {
    return Math.abs(eigenvector.value());
  }

  @Override
  public double error() {
    return measured.spectrum().tolerance();
  }

  @Override
  public double otherRadius() {
    ComplexEigenvalues all = measured.spectrum().blocks().get(0);
    for (int i = 1; i < all.size(); i++) {
      if (Math.hypot(all.re()[i] - eigenvector.value(), all.im()[i]) > 2 * error()) {
        return all.modulus(i);
      }
    }
    return 0;
  }

  @Override
  public double[] vector() {
    double norm = norm(seen);
    double[] w = seen.clone();
    for (int k = 0; k < w.length; k++) {
      w[k] /= norm;
    }
    return w;
  }

  /** Along the position's part of r. */
  @Override
  public double curvature() {
    double[] u = measured.space().position(eigenvector.right());
    double squares = dot(u, u);
    return squares == 0 ? 0 : dot(u, productOf(u)) / squares;
  }

  @Override
  public double size(double[] displacement) {
    return Math.abs(eigenvector.coefficient(displacement)) / norm(seen);
  }

  @Override
  public double blurred() {
    return 0;
  }

  @Override
  public OptionalDouble coefficient() {
    return OptionalDouble.of(norm(seen));
  }

  @Override
  public Optional<PositionResponse> response() {
    double[] w = vector();
    StateSpace space = measured.space();
    return Optional.of(
        new PositionResponse(
            measured.jacobian().entries(), space.readingAlong(w), space.lifted(w)));
  }

  /** The row w'C J^k S, which reads w'(x_k - s) off a start, against w. */
  @Override
  public double leak(double growth, int steps) {
    double[] w = vector();
    double[] row = measured.space().readingAlong(w);
    double largest = 0;
    double before = 0;
    for (int k = 0; k <= steps; k++) {
      double[] read = measured.space().seenByStarts(row);
      double along = Math.abs(dot(read, w));
      double across = Math.sqrt(Math.max(0, dot(read, read) - along * along));
      before = Math.max(before, along);
      if (along + across >= growth) {
        largest = Math.max(largest, across / before);
      }
      if (before > 1e3 * growth) {
        break;
      }
      row = StateSpace.transposedTimes(measured.jacobian().entries(), row);
    }
    return largest;
  }

  @Override
  public double offset() {
    return norm(eigenvector.left()) * measured.drift() / (norm(seen) * Math.abs(factor() - 1));
  }

  /** Along w and all eigenvectors of the Hessian, and two sums of these, for mixed derivatives. */
  @Override
  public List<Probe> probes() {
    double[][] vectors = point.eigenvectors();
    int d = vectors.length;
    List<Probe> probes = new ArrayList<>();
    double[] sum = new double[d];
    double[] alternating = new double[d];
    for (int i = 0; i < d; i++) {
      probes.add(probe(vectors[i]));
      for (int k = 0; k < d; k++) {
        sum[k] += vectors[i][k] / Math.sqrt(d);
        alternating[k] += (i % 2 == 0 ? 1 : -1) * vectors[i][k] / Math.sqrt(d);
      }
    }
    probes.add(probe(vector()));
    probes.add(probe(sum));
    probes.add(probe(alternating));
    return probes;
  }

  /** Followed from R/16 on: what departs more slowly than in proportion has mostly done so then. */
  @Override
  public double[] strays(double radius, int count) {
    PositionResponse response = response().orElseThrow();
    double[] strays = new double[count];
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] w = vector();
      for (int k = 0; k < w.length; k++) {
        w[k] *= sign;
      }
      double[] along = new StrayRun(measured.map(), point.x(), w, response).strays(radius, count);
      Arrays.setAll(strays, i -> Math.max(strays[i], along[i]));
    }
    return strays;
  }

  private Probe probe(double[] direction) {
    return new Probe(direction, productOf(direction));
  }

  /** H u. */
  private double[] productOf(double[] u) {
    double[][] vectors = point.eigenvectors();
    double[] product = new double[u.length];
    for (int i = 0; i < vectors.length; i++) {
      double component = point.eigenvalues()[i] * dot(vectors[i], u);
      for (int k = 0; k < product.length; k++) {
        product[k] = Math.fma(component, vectors[i][k], product[k]);
      }
    }
    return product;
  }

  @Override
  public double sensitivity() {
    return norm(eigenvector.left()) * measured.responseToHessian() / factor();
  }

  @Override
  public double stiffness() {
    double[] lambda = point.eigenvalues();
    return Math.max(Math.abs(lambda[0]), Math.abs(lambda[lambda.length - 1]));
  }

  /** Each step moves l'u by at most |l| times this, and l'u grows by z - 1 of itself. */
  @Override
  public double shift(double[] departure) {
    double moved = sensitivity() * factor() * norm(departure) / stiffness();
    return moved / (norm(seen) * Math.abs(factor() - 1));
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum = Math.fma(p[k], q[k], sum);
    }
    return sum;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }
}
