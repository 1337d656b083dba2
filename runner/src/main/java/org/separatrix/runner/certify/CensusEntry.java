package org.separatrix.runner.certify;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.census.BlockCensus;
import org.separatrix.core.census.CertifiedCensus;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.census.UndecidedRegion;
import org.separatrix.core.interval.Interval;

/**
 * The critical points in a box, with proof; see {@link SeparableCensus}.
 *
 * @param count how many were proved to exist
 * @param inside how many of them certainly lie in the box
 * @param countsByIndex how many have the Morse index 0, 1, ..., d
 * @param complete whether they are certainly all
 * @param degree the Brouwer degree of the gradient on the box; null if it is not known
 * @param degreeAgrees whether it is the sum of (-1)^index; null if that is not known
 * @param blocks the census of each summand of the function, in the variables that it has to itself
 * @param points all points; null if they are more than {@value #MOST_LISTED}
 */
public record CensusEntry(
    BigInteger count,
    BigInteger inside,
    List<BigInteger> countsByIndex,
    boolean complete,
    @JsonSetter(nulls = Nulls.SET) @Nullable BigInteger degree,
    @JsonSetter(nulls = Nulls.SET) @Nullable Boolean degreeAgrees,
    List<Block> blocks,
    @JsonSetter(nulls = Nulls.SET) @Nullable List<PointEntry> points) {
  /** More points than these are not listed. */
  public static final int MOST_LISTED = 2000;

  /** Copies the lists. */
  public CensusEntry {
    countsByIndex = List.copyOf(countsByIndex);
    blocks = List.copyOf(blocks);
    points = points == null ? null : List.copyOf(points);
  }

  /** Returns a census as an entry. */
  public static CensusEntry of(SeparableCensus census) {
    return new CensusEntry(
        census.count(),
        census.inside(),
        census.countsByIndex(),
        census.isComplete(),
        census.degree().orElse(null),
        census.agreesWithDegree().orElse(null),
        census.blocks().stream().map(Block::of).toList(),
        census
            .points(MOST_LISTED)
            .map(points -> points.stream().map(PointEntry::of).toList())
            .orElse(null));
  }

  /** Returns all points, if they are listed. */
  public Optional<List<PointEntry>> listed() {
    return Optional.ofNullable(points);
  }

  /**
   * The census of a summand.
   *
   * @param variables the numbers of its variables, from 0
   * @param ending why the search ended, a name of {@link CertifiedCensus.Ending}
   * @param boxes number of boxes that were examined
   * @param degree the Brouwer degree of its gradient; null if it is not known
   * @param points its critical points
   * @param undecided where there may be others
   */
  public record Block(
      List<Integer> variables,
      CertifiedCensus.Ending ending,
      long boxes,
      @JsonSetter(nulls = Nulls.SET) @Nullable Integer degree,
      List<PointEntry> points,
      List<Undecided> undecided) {
    /** Copies the lists. */
    public Block {
      variables = List.copyOf(variables);
      points = List.copyOf(points);
      undecided = List.copyOf(undecided);
    }

    private static Block of(BlockCensus block) {
      CertifiedCensus census = block.census();
      return new Block(
          block.variables(),
          census.ending(),
          census.boxes(),
          census.degree().isPresent() ? census.degree().getAsInt() : null,
          census.points().stream().map(PointEntry::of).toList(),
          census.undecided().stream().map(Undecided::of).toList());
    }
  }

  /**
   * A part of which it is not known how many critical points it has.
   *
   * @param extent a box around it, in the variables of the summand
   * @param reason why nothing more is known, see {@link UndecidedRegion.Reason}
   * @param lowestEigenvalue contains the smallest eigenvalue of the Hessian at each of its points
   * @param degree what it contributes to the degree; null if that is not known
   */
  public record Undecided(
      List<Interval> extent,
      String reason,
      Interval lowestEigenvalue,
      @JsonSetter(nulls = Nulls.SET) @Nullable Integer degree) {
    /** Copies the list. */
    public Undecided {
      extent = List.copyOf(extent);
    }

    private static Undecided of(UndecidedRegion region) {
      return new Undecided(
          ObjectiveCertificate.intervals(region.hull()),
          region.reason().label(),
          region.lowestEigenvalue(),
          region.degree().isPresent() ? region.degree().getAsInt() : null);
    }
  }
}
