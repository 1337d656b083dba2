package org.separatrix.core.certificate;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Regions;
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
    return of(EndRegions.of(certificate, runs), domain, runs);
  }

  /**
   * Decides about runs whose regions have been found. Serves several threads.
   *
   * @param ends their regions
   * @param domain the objective's domain
   * @param runs the runs; not modified
   */
  public static ProvenRuns of(EndRegions ends, Box domain, Runs runs) {
    MethodCertificate certificate = ends.certificate();
    Fate[] fates = new Fate[runs.size()];
    Map<Fate, Long> counts = decide(certificate.ends(), ends.region(), fates);
    if (counts.getOrDefault(Fate.UNDECIDED, 0L) > 0) {
      CertifiedRegions cones = certificate.cones();
      Fate[] more = new Fate[fates.length];
      decide(cones, EndRegions.among(cones, certificate, runs), more);
      for (int i = 0; i < fates.length; i++) {
        if (fates[i] == Fate.UNDECIDED) {
          fates[i] = more[i];
          counts.merge(Fate.UNDECIDED, -1L, Long::sum);
          counts.merge(more[i], 1L, Long::sum);
        }
      }
    }
    return new ProvenRuns(fates, counts, inside(domain, runs), certificate.keepsDomain());
  }

  /** Sets the fates that follow from the regions that states are in, and counts them. */
  private static Map<Fate, Long> decide(CertifiedRegions regions, int[] region, Fate[] fates) {
    // The fate of those in no region, whose number is -1, comes first.
    Fate[] fateOf =
        Stream.concat(
                Stream.of(Fate.UNDECIDED), regions.regions().stream().map(CertifiedRegion::fate))
            .toArray(Fate[]::new);
    long[] runs = new long[fateOf.length];
    for (int i = 0; i < fates.length; i++) {
      int index = region[i] + 1;
      fates[i] = fateOf[index];
      runs[index]++;
    }
    Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, 0L);
    }
    for (int index = 0; index < runs.length; index++) {
      counts.merge(fateOf[index], runs[index], Long::sum);
    }
    return counts;
  }

  private static long inside(Box domain, Runs runs) {
    double[] outside = new double[runs.size()];
    Regions.box(domain).markOutside(runs.start(), outside.length, outside);
    long count = 0;
    for (double mark : outside) {
      count += mark == 0 ? 1 : 0;
    }
    return count;
  }
}
