package org.separatrix.analysis.linearization;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;

/**
 * The direction along which a method's runs leave a critical point fastest, as far as its map is
 * linear there: w'y is what grows of a start's displacement y, by the factor z a step.
 *
 * <p>By a declared linearization w is the eigenvector of the most negative eigenvalue of the
 * Hessian; by the Jacobian of the step it is the left eigenvector of the eigenvalue of largest
 * modulus, as starts see it. For gradient descent the two agree.
 */
public interface UnstableDirection {
  /**
   * Returns the direction by a linearization, without the response of the position.
   *
   * @param linearization of the method
   * @param point the critical point
   */
  static UnstableDirection of(Linearization linearization, CriticalPoint point) {
    return DeclaredDirection.of(linearization, point, Optional.empty());
  }

  /** Returns z, the modulus of the eigenvalue. */
  double factor();

  /** Returns a bound on the error of z. */
  double error();

  /** Returns the largest modulus of the eigenvalues of all other directions; 0 if none is left. */
  double otherRadius();

  /** Returns the unit vector w, length d, fresh. */
  double[] vector();

  /**
   * Returns the curvature of f along the direction in which runs move away, w'Hw if w is an
   * eigenvector; positive if the step is so long that runs overshoot.
   */
  double curvature();

  /**
   * Returns the size of the part of a state's displacement that grows, in units of the position.
   *
   * @param displacement of the state from rest, length m; not modified
   */
  double size(double[] displacement);

  /**
   * Returns the largest modulus of the other eigenvalues whose directions that size does not leave
   * out; 0 if it leaves out all.
   */
  double blurred();

  /**
   * Returns the coefficient of the unit eigenvector of z in the state of a start displaced by w, 0
   * if starts have no part along it; empty if that is not known.
   */
  OptionalDouble coefficient();

  /** Returns the response of w'(x - s) to a start displaced by w; empty if it is not known. */
  Optional<PositionResponse> response();

  /**
   * Returns how much of a start's displacement across w still shows in w'(x - s) when it is carried
   * away, in units of what a displacement by as much along w does.
   *
   * @param growth by which a displacement grows until it counts as carried away
   * @param steps the most steps
   */
  double leak(double growth, int steps);

  /** Returns how far the center of the linear law lies from the computed point along w. */
  double offset();

  /** Returns the directions along which f should be quadratic where the linear law holds. */
  List<Probe> probes();

  /**
   * Returns how much ln z moves when the gradient departs from H y by |H| |y|, to first order, |H|
   * being the {@linkplain #stiffness stiffness}.
   */
  double sensitivity();

  /** Returns the size of H that the departures are measured by. */
  double stiffness();

  /**
   * Returns how far ln|w'(x - s)| of runs that leave strays from the linear law because of what the
   * method makes of gradients, whatever these are. A method with a declared linearization is taken
   * at its word: whether it departs from that is for predictions to find out.
   *
   * @param radius R
   * @param count number of distances
   * @return for each i below the count, how far until a run passes R 2^-i
   */
  double[] strays(double radius, int count);

  /**
   * Returns how far along w a start is moved, or at most, by what its gradient departs from H y.
   *
   * @param departure length d; not modified
   */
  double shift(double[] departure);

  /**
   * A direction u with what the Hessian makes of it.
   *
   * @param direction u, length d; not copied
   * @param product H u, length d; not copied
   */
  record Probe(double[] direction, double[] product) {}
}
