package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.api.analysis.Runs;
import org.separatrix.core.region.CertifiedRegions;

/**
 * Which of the regions where runs go to a minimum or to infinity each run of a chunk ended in.
 *
 * @param certificate what is proven of their method
 * @param region for each run the number of its region among {@link MethodCertificate#ends}, or
 *     {@link CertifiedRegions#UNDECIDED}; belongs to this object and is read only
 */
public record EndRegions(MethodCertificate certificate, int[] region) {
  /**
   * Finds the regions. Serves several threads.
   *
   * @param certificate what is proven of the method
   * @param runs the runs; not modified
   */
  public static EndRegions of(MethodCertificate certificate, Runs runs) {
    return new EndRegions(certificate, among(certificate.ends(), certificate, runs));
  }

  /**
   * Returns the state of the method in which a run ended, fresh.
   *
   * @param runs the runs
   * @param i which of them
   */
  public double[] state(Runs runs, int i) {
    return Arrays.stream(states(certificate, runs))
        .mapToDouble(component -> component[i])
        .toArray();
  }

  /** Returns the number of each run's region among some regions of a method. */
  static int[] among(CertifiedRegions regions, MethodCertificate certificate, Runs runs) {
    int[] region = new int[runs.size()];
    regions.regionsOf(states(certificate, runs), region, region.length);
    return region;
  }

  /** A method whose C reads the first state vector alone keeps that as the position. */
  private static double[][] states(MethodCertificate certificate, Runs runs) {
    List<double[]> states = new ArrayList<>();
    if (runs.memory().length < certificate.method().b().length) {
      states.addAll(Arrays.asList(runs.end()));
    }
    for (double[][] vector : runs.memory()) {
      states.addAll(Arrays.asList(vector));
    }
    return states.toArray(double[][]::new);
  }
}
