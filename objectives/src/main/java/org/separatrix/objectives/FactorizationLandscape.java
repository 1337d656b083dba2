package org.separatrix.objectives;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;

/**
 * What is known of |U U' - M|^2 / 4 where M has the eigenvalues mu_k and eigenvectors q_k.
 *
 * <p>The Hessian in the direction V is |U V'|^2 + tr (U V')^2 + |U' V|^2 - tr V' M V, so its norm
 * is at most 3 |U|^2 + max |mu|; on [-m, m]^{nr} it is |U|^2 &lt;= n r m^2.
 *
 * <p>Critical are U = 0, with the eigenvalues -mu_k, and every U whose columns are orthogonal
 * eigenvectors of M of the squared lengths mu_k &gt; 0, rotated by any r x r orthogonal matrix. For
 * r = 1 these are +-sqrt(mu_k) q_k with the eigenvalues 2 mu_k and mu_k - mu_j. For r &gt; 1 the
 * rotations make every minimum degenerate; one point of their orbit is declared.
 */
final class FactorizationLandscape {
  private FactorizationLandscape() {}

  /**
   * Returns what is known.
   *
   * @param spectrum eigenvalues of M, length n
   * @param rank number of columns r of U
   * @param seed seed of the rotation of M's eigenvectors, if any
   */
  static Landscape of(double[] spectrum, int rank, @Nullable Long seed) {
    int n = spectrum.length;
    double largest = Arrays.stream(spectrum).map(Math::abs).max().orElseThrow();
    double reach = 1.5 * Math.sqrt(largest);
    double[] opposite = Arrays.stream(spectrum).map(mu -> -mu).toArray();
    Landscape landscape =
        Landscape.on(Box.cube(n * rank, -reach, reach))
            .withLipschitz(3 * n * rank * reach * reach + largest)
            .withSource("Ge, Jin and Zheng, No Spurious Local Minima, ICML 2017")
            .withCriticalPoint(Spectrum.kind(opposite), new double[n * rank]);
    double[][] vectors = seed == null ? unitVectors(n) : Spectrum.rotation(n, seed);
    return rank == 1
        ? withComponents(landscape, spectrum, vectors)
        : withMinimum(landscape, spectrum, vectors, rank);
  }

  private static Landscape withComponents(
      Landscape landscape, double[] spectrum, double[][] vectors) {
    Landscape result = landscape;
    for (int k = 0; k < spectrum.length; k++) {
      if (spectrum[k] > 0) {
        double[] eigenvalues = new double[spectrum.length];
        for (int j = 0; j < spectrum.length; j++) {
          eigenvalues[j] = j == k ? 2 * spectrum[k] : spectrum[k] - spectrum[j];
        }
        CriticalPointKind kind = Spectrum.kind(eigenvalues);
        double[] x = new double[spectrum.length];
        addScaled(Math.sqrt(spectrum[k]), vectors[k], x, 0);
        double[] mirrored = Arrays.stream(x).map(coordinate -> -coordinate).toArray();
        result = result.withCriticalPoint(kind, x).withCriticalPoint(kind, mirrored);
      }
    }
    return result;
  }

  /** The leading eigenvectors, unless they are not determined or fewer than r are positive. */
  private static Landscape withMinimum(
      Landscape landscape, double[] spectrum, double[][] vectors, int rank) {
    int n = spectrum.length;
    List<Integer> order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -spectrum[k]))
            .toList();
    double last = spectrum[order.get(rank - 1)];
    if (last <= 0 || (rank < n && spectrum[order.get(rank)] == last)) {
      return landscape;
    }
    double[] x = new double[n * rank];
    for (int a = 0; a < rank; a++) {
      int k = order.get(a);
      addScaled(Math.sqrt(spectrum[k]), vectors[k], x, a * n);
    }
    return landscape.withCriticalPoint(CriticalPointKind.DEGENERATE, x);
  }

  private static void addScaled(double factor, double[] vector, double[] sum, int offset) {
    for (int i = 0; i < vector.length; i++) {
      sum[offset + i] += factor * vector[i];
    }
  }

  private static double[][] unitVectors(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1.0);
    return Spectrum.matrix(ones, null);
  }
}
