package org.separatrix.runner.certify;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A double that a certificate keeps to the last bit, see {@link ExactNumbers}.
 *
 * @param value the number, perhaps infinite
 */
public record Exact(double value) {
  /** Returns a vector as a list. */
  public static List<Exact> list(double... values) {
    return Arrays.stream(values).mapToObj(Exact::new).toList();
  }

  /** Returns a matrix as a list of rows. */
  public static List<List<Exact>> rows(double[][] matrix) {
    return Arrays.stream(matrix).map(Exact::list).toList();
  }

  /** Returns a number, or null where there is none. */
  public static @Nullable Exact orNull(OptionalDouble value) {
    return value.isPresent() ? new Exact(value.getAsDouble()) : null;
  }

  /** Returns a list as a vector, fresh. */
  public static double[] vector(List<Exact> numbers) {
    return numbers.stream().mapToDouble(Exact::value).toArray();
  }

  /** Returns rows as a matrix, fresh. */
  public static double[][] matrix(List<List<Exact>> rows) {
    return rows.stream().map(Exact::vector).toArray(double[][]::new);
  }
}
