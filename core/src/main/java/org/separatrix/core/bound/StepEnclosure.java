package org.separatrix.core.bound;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * The step xi -> A xi + B grad f(C xi) of a method, enclosed over boxes of states. A state is n
 * vectors one after the other, component j d + k being coordinate k of vector j. The image has d
 * components more, n d + k, the coordinates of its position C xi: a row C A of A and an entry C B
 * of B more.
 */
final class StepEnclosure {
  private final IntervalExtension function;
  private final Interval[][] a;
  private final Interval[] b;
  private final double[] c;
  private final int d;

  /** Takes a method and the function that it minimises. */
  StepEnclosure(LinearMethod method, IntervalExtension function) {
    this.function = function;
    c = method.c();
    d = function.dimension();
    int n = c.length;
    a = new Interval[n + 1][n];
    b = new Interval[n + 1];
    for (int row = 0; row < n; row++) {
      b[row] = Interval.point(method.b()[row]);
      for (int j = 0; j < n; j++) {
        a[row][j] = Interval.point(method.a()[row][j]);
      }
    }
    b[n] = combined(row -> b[row]);
    Arrays.setAll(a[n], j -> combined(row -> a[row][j]));
  }

  /** Returns the number n d of components of a state. */
  int dimension() {
    return c.length * d;
  }

  /** Returns the gradient at the positions of some states, d components. */
  Enclosure<IntervalVector> gradient(IntervalVector states) {
    return function.gradient(positions(states));
  }

  /** Returns its Jacobian there, {@code d x d}. */
  Enclosure<IntervalMatrix> jacobian(IntervalVector states) {
    return function.jacobian(positions(states));
  }

  /** Tells whether a component of the image depends on the gradient. */
  boolean usesGradient(int component) {
    return !b[component / d].equals(Interval.ZERO);
  }

  /**
   * Returns a component of the image by its formula.
   *
   * @param gradient the gradient, not used if the component does not depend on it
   */
  Interval image(int component, IntervalVector states, IntervalVector gradient) {
    int row = component / d;
    int k = component % d;
    Interval image = Interval.ZERO;
    for (int j = 0; j < c.length; j++) {
      image = image.plus(states.get(j * d + k).times(a[row][j]));
    }
    return usesGradient(component) ? image.plus(gradient.get(k).times(b[row])) : image;
  }

  /**
   * Returns the derivative of a component of the image by a component of the state.
   *
   * @param jacobian of the gradient, not used if the component does not depend on it
   */
  Interval slope(int component, int by, IntervalMatrix jacobian) {
    int row = component / d;
    int j = by / d;
    Interval slope = component % d == by % d ? a[row][j] : Interval.ZERO;
    return !usesGradient(component) || c[j] == 0
        ? slope
        : slope.plus(jacobian.get(component % d, by % d).times(b[row]).times(c[j]));
  }

  /** Returns the components of the state on which a component of the image depends on a box. */
  int[] influences(int component, Enclosure<IntervalMatrix> jacobian) {
    return IntStream.range(0, dimension())
        .filter(
            by ->
                !jacobian.isDefinedEverywhere()
                    || !slope(component, by, jacobian.range()).equals(Interval.ZERO))
        .toArray();
  }

  /** Returns all components of the image of a state. */
  Enclosure<IntervalVector> images(IntervalVector states) {
    Enclosure<IntervalVector> gradient = gradient(states);
    Interval[] images = new Interval[dimension()];
    for (int component = 0; component < images.length; component++) {
      images[component] = image(component, states, gradient.range());
    }
    return new Enclosure<>(IntervalVector.of(images), gradient.isDefinedEverywhere());
  }

  /** Returns the positions C xi of some states, d components. */
  IntervalVector positions(IntervalVector states) {
    Interval[] positions = new Interval[d];
    Arrays.setAll(positions, k -> combined(j -> states.get(j * d + k)));
    return IntervalVector.of(positions);
  }

  /** Returns the sum of c_j times what belongs to vector j. */
  private Interval combined(IntFunction<Interval> part) {
    Interval sum = Interval.ZERO;
    for (int j = 0; j < c.length; j++) {
      // What is not used may be undefined.
      sum = c[j] == 0 ? sum : sum.plus(part.apply(j).times(c[j]));
    }
    return sum;
  }
}
