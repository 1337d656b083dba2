package org.separatrix.core.certificate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.objective.Status;
import org.separatrix.core.bound.Invariance;

/** Counts what is proven of the runs of a cell, chunk by chunk. */
public final class FateTally {
  private final MethodCertificate certificate;
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private long startedInside;

  /**
   * Begins a count.
   *
   * @param certificate what is proven of the method
   */
  public FateTally(MethodCertificate certificate) {
    this.certificate = certificate;
    for (Fate fate : Fate.values()) {
      fates.put(fate, 0L);
    }
  }

  /**
   * Counts a chunk.
   *
   * @param chunk what is proven of its runs
   */
  public void add(ProvenRuns chunk) {
    add(chunk.counts(), chunk.startedInside());
  }

  /**
   * Counts runs that were counted by their fate before.
   *
   * @param counts number of runs by their fate
   * @param inside number of those that started in the objective's domain
   */
  public void add(Map<Fate, Long> counts, long inside) {
    counts.forEach((fate, runs) -> fates.merge(fate, runs, Long::sum));
    startedInside += inside;
  }

  /** Returns what was counted, and what holds for the method. */
  public CellCertificate certificate() {
    return new CellCertificate(status(), detail(certificate.invariance()), startedInside, fates);
  }

  private Status status() {
    if (certificate.keepsDomain()) {
      return Status.CERTIFIED;
    }
    return certificate.invariance() instanceof Invariance.Leaves
        ? Status.VIOLATED
        : Status.ESTIMATED;
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
