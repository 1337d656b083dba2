package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.Box;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.core.region.CertifiedRegions;

/**
 * What is proven of a chunk of runs.
 *
 * @param fates the fate of each run; belongs to this object and is read only
 * @param counts number of runs by their fate
 * @param startedInside number of runs that started in the objective's domain
 * @param stayed whether those are proven to have stayed in it
 */
public record ProvenRuns(Fate[] fates, Map<Fate, Long> counts, long startedInside, boolean stayed) {
  /**
   * Decides about runs. Serves several threads.
   *
   * @param certificate what is proven of their method
   * @param domain the objective's domain
   * @param runs the runs; not modified
   */
  public static ProvenRuns of(MethodCertificate certificate, Box domain, Runs runs) {
    double[][] states = states(certificate, runs);
    Fate[] fates = new Fate[runs.size()];
    Arrays.fill(fates, Fate.UNDECIDED);
    decide(certificate.ends(), states, fates);
    Map<Fate, Long> counts = count(fates);
    if (counts.getOrDefault(Fate.UNDECIDED, 0L) > 0) {
      decide(certificate.cones(), states, fates);
      counts = count(fates);
    }
    return new ProvenRuns(fates, counts, inside(domain, runs), certificate.keepsDomain());
  }

  @SuppressWarnings("EnumOrdinal") // positions in an array that is not kept
  private static Map<Fate, Long> count(Fate[] fates) {
    long[] counts = new long[Fate.values().length];
    for (Fate fate : fates) {
      counts[fate.ordinal()]++;
    }
    Map<Fate, Long> all = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      all.put(fate, counts[fate.ordinal()]);
    }
    return all;
  }

  private static long inside(Box domain, Runs runs) {
    double[] low = domain.low();
    double[] high = domain.high();
    long count = 0;
    for (int i = 0; i < runs.size(); i++) {
      boolean isInside = true;
      for (int k = 0; k < low.length; k++) {
        double x = runs.start()[k][i];
        isInside &= x >= low[k] && x <= high[k];
      }
      count += isInside ? 1 : 0;
    }
    return count;
  }

  private static void decide(CertifiedRegions regions, double[][] states, Fate[] fates) {
    int[] region = new int[fates.length];
    regions.regionsOf(states, region, fates.length);
    Fate[] fateOf = regions.regions().stream().map(CertifiedRegion::fate).toArray(Fate[]::new);
    for (int i = 0; i < fates.length; i++) {
      if (fates[i] == Fate.UNDECIDED && region[i] != CertifiedRegions.UNDECIDED) {
        fates[i] = fateOf[region[i]];
      }
    }
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
