package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.Fate;

/**
 * The regions of one method on one function, and which of them the ends of many runs lie in.
 *
 * <p>Most ends are decided by a few floating-point operations, see {@link Prefilter}; only those
 * near a region's boundary and those near a saddle need intervals. Immutable, so that threads can
 * share it.
 */
public final class CertifiedRegions {
  /** The number of no region. */
  public static final int UNDECIDED = -1;

  private final List<CertifiedRegion> regions;
  private final Prefilter[] prefilters;

  /**
   * Prepares the regions.
   *
   * @param regions the regions; an end in several of them belongs to the first
   */
  public CertifiedRegions(List<? extends CertifiedRegion> regions) {
    this.regions = List.copyOf(regions);
    List<Prefilter> list = new ArrayList<>();
    regions.forEach(region -> list.add(Prefilter.of(region)));
    prefilters = list.toArray(Prefilter[]::new);
  }

  /** Returns the regions in their order. */
  public List<CertifiedRegion> regions() {
    return regions;
  }

  /**
   * Returns the number of the region that a state certainly lies in, or {@link #UNDECIDED}.
   *
   * @param state component i d + k is coordinate k of state vector i; not modified
   */
  public int regionOf(double... state) {
    for (int r = 0; r < prefilters.length; r++) {
      Prefilter.Answer answer = prefilters[r].test(state);
      if (answer == Prefilter.Answer.INSIDE
          || (answer == Prefilter.Answer.UNSURE && regions.get(r).contains(state))) {
        return r;
      }
    }
    return UNDECIDED;
  }

  /** Returns what provably becomes of a run in a state. */
  public Fate fateOf(double... state) {
    int region = regionOf(state);
    return region == UNDECIDED ? Fate.UNDECIDED : regions.get(region).fate();
  }

  /**
   * Finds the regions of many states.
   *
   * @param states component i d + k of run j is {@code states[i d + k][j]}; not modified
   * @param region receives the number of each run's region, or {@link #UNDECIDED}
   * @param runs number of runs
   */
  public void regionsOf(double[][] states, int[] region, int runs) {
    double[] state = new double[states.length];
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < state.length; i++) {
        state[i] = states[i][run];
      }
      region[run] = regionOf(state);
    }
  }

  /**
   * Counts fates.
   *
   * @param region numbers of regions, or {@link #UNDECIDED}; not modified
   * @return how many of them have each fate, every fate a key; fresh
   */
  public Map<Fate, Integer> count(int... region) {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, 0);
    }
    for (int r : region) {
      counts.merge(r == UNDECIDED ? Fate.UNDECIDED : regions.get(r).fate(), 1, Integer::sum);
    }
    return counts;
  }
}
