package org.separatrix.core.bound;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * A method whose column B is another multiple of the same direction: for gradient descent, heavy
 * ball and Nesterov's method the same with another step size alpha.
 */
public final class ScaledMethod extends LinearMethod {
  private ScaledMethod(LinearMethod method, double[] b) {
    super(method.a(), b, method.c(), method.rest());
  }

  /**
   * Returns the step size of a method: -b of the only entry of B that is not 0, or 1 if there are
   * several, so that sizes are multiples of the method's own.
   */
  public static double size(LinearMethod method) {
    double[] entries = Arrays.stream(method.b()).filter(entry -> entry != 0).toArray();
    return entries.length == 1 ? -entries[0] : 1;
  }

  /** Tells whether {@link #size} is the step size alpha, and not a multiple. */
  public static boolean hasStepSize(LinearMethod method) {
    return Arrays.stream(method.b()).filter(entry -> entry != 0).count() == 1 && size(method) > 0;
  }

  /**
   * Returns a method with another step size. With a single entry in B, that is -size exactly.
   *
   * @param method the method; not modified
   * @param size what {@link #size} will be, or the multiple of B, positive
   */
  public static ScaledMethod of(LinearMethod method, double size) {
    double[] b = method.b();
    boolean single = hasStepSize(method);
    return new ScaledMethod(
        method,
        IntStream.range(0, b.length)
            .mapToDouble(i -> b[i] == 0 ? 0 : single ? -size : b[i] * size)
            .toArray());
  }
}
