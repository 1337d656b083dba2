package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Status;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.region.CertifiedRegions;

/** Counts what is proven of the runs of a cell, chunk by chunk. */
public final class FateTally {
  private final MethodCertificate certificate;
  private final Box domain;
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private long startedInside;

  /**
   * Begins a count.
   *
   * @param certificate what is proven of the method
   * @param domain the objective's domain
   */
  public FateTally(MethodCertificate certificate, Box domain) {
    this.certificate = certificate;
    this.domain = domain;
    for (Fate fate : Fate.values()) {
      fates.put(fate, 0L);
    }
  }

  /**
   * Returns the fates of a chunk of runs. Serves several threads.
   *
   * @param certificate what is proven of their method
   * @param runs the runs; not modified
   */
  public static Fate[] fates(MethodCertificate certificate, Runs runs) {
    double[][] states = states(certificate, runs);
    Fate[] fates = new Fate[runs.size()];
    Arrays.fill(fates, Fate.UNDECIDED);
    decide(certificate.ends(), states, fates);
    if (Arrays.asList(fates).contains(Fate.UNDECIDED)) {
      decide(certificate.cones(), states, fates);
    }
    return fates;
  }

  private static void decide(CertifiedRegions regions, double[][] states, Fate[] fates) {
    int[] region = new int[fates.length];
    regions.regionsOf(states, region, fates.length);
    for (int i = 0; i < fates.length; i++) {
      if (fates[i] == Fate.UNDECIDED && region[i] != CertifiedRegions.UNDECIDED) {
        fates[i] = regions.regions().get(region[i]).fate();
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

  /**
   * Counts a chunk.
   *
   * @param runs the runs; not modified
   * @param chunk their fates
   */
  public void add(Runs runs, Fate[] chunk) {
    for (Fate fate : chunk) {
      fates.merge(fate, 1L, Long::sum);
    }
    for (int i = 0; i < runs.size(); i++) {
      startedInside += domain.contains(runs.startOf(i)) ? 1 : 0;
    }
  }

  /** Returns what was counted, and what holds for the method. */
  public CellCertificate certificate() {
    Invariance invariance = certificate.invariance();
    return new CellCertificate(status(invariance), detail(invariance), startedInside, fates);
  }

  private static Status status(Invariance invariance) {
    if (invariance instanceof Invariance.Proven proven && proven.holdsForComputedStep()) {
      return Status.CERTIFIED;
    }
    return invariance instanceof Invariance.Leaves ? Status.VIOLATED : Status.ESTIMATED;
  }

  private static String detail(Invariance invariance) {
    if (invariance instanceof Invariance.Proven proven) {
      return "a step maps the domain into itself"
          + (proven.holdsForComputedStep() ? "" : " in exact arithmetic");
    }
    if (invariance instanceof Invariance.Leaves leaves) {
      return "a step leads from %s out of the domain".formatted(Arrays.toString(leaves.state()));
    }
    return "whether a step maps the domain into itself is undecided";
  }
}
