package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.Arrays;
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
    Arrays.fill(region, 0, runs, UNDECIDED);
    Tile tile = new Tile(states, region);
    for (int from = 0; from < runs; from += Tile.SIZE) {
      tile.decide(from, Math.min(Tile.SIZE, runs - from));
    }
  }

  /**
   * Consecutive runs, whose distances from a region's centre are computed in loops that vectorise.
   * In which region a run ends cannot be predicted, so they are told apart without branches.
   */
  private final class Tile {
    static final int SIZE = 1024;

    private final double[][] states;
    private final int[] region;
    private final double[] squared = new double[SIZE];
    private final double[] scratch = new double[SIZE];
    private final int[] open = new int[SIZE];
    private final int[] close = new int[SIZE];
    private final double[] state;

    Tile(double[][] states, int[] region) {
      this.states = states;
      this.region = region;
      state = new double[states.length];
    }

    void decide(int from, int count) {
      Arrays.setAll(open, i -> i);
      int left = count;
      for (int r = 0; r < prefilters.length && left > 0; r++) {
        prefilters[r].squares(states, from, squared, scratch, count);
        left = decide(r, from, left);
      }
    }

    /** Decides which of the open runs are in a region, and returns how many remain. */
    private int decide(int r, int from, int openCount) {
      Prefilter prefilter = prefilters[r];
      int closeCount = 0;
      int left = 0;
      for (int n = 0; n < openCount; n++) {
        int i = open[n];
        int far = prefilter.far(squared[i]);
        close[closeCount] = i;
        closeCount += 1 - far;
        open[left] = i;
        left += far;
      }
      for (int n = 0; n < closeCount; n++) {
        int i = close[n];
        if (prefilter.isNear(squared[i]) || regions.get(r).contains(state(from + i))) {
          region[from + i] = r;
        } else {
          open[left++] = i;
        }
      }
      return left;
    }

    private double[] state(int run) {
      for (int i = 0; i < state.length; i++) {
        state[i] = states[i][run];
      }
      return state;
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
