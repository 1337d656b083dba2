package org.separatrix.core.critical;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A point as a key, by its exact coordinates.
 *
 * @param x the coordinates, length d; copied
 */
record PointKey(double[] x) {
  PointKey {
    x = x.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PointKey key && Arrays.equals(x, key.x);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }
}
