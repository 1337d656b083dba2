package org.separatrix.core.census;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.separatrix.core.interval.FormulaBlock;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

/**
 * The critical points of a sum of functions of separate variables, f(x) = f_1(x_A) + f_2(x_B) + ...
 *
 * <p>They are all combinations of one critical point of each summand, and their Morse indices are
 * the sums, so that they are counted without being listed: 21^10 of Rastrigin's function in ten
 * variables from 21 in one. A function that is no such sum has a single block.
 *
 * @param box what was searched, d components
 * @param blocks the census of each summand
 */
public record SeparableCensus(IntervalVector box, List<BlockCensus> blocks) {
  /** Copies the list. */
  public SeparableCensus {
    blocks = List.copyOf(blocks);
  }

  /**
   * Takes the census of each summand, once for those that are the same function on the same box.
   *
   * @param function a formula; whether it is a sum is told by its expressions
   * @param box where, bounded, every component of positive width
   * @param settings how much work each different summand may take
   * @param monitor how it is followed, summand by summand
   * @throws IllegalArgumentException as {@link CensusSearch#run}
   */
  public static SeparableCensus run(
      IntervalFormula function,
      IntervalVector box,
      CensusSettings settings,
      CensusMonitor monitor) {
    CensusSearch.check(function, box);
    record Key(String structure, IntervalVector part) {}
    Map<Key, CertifiedCensus> known = new HashMap<>();
    List<BlockCensus> blocks = new ArrayList<>();
    for (FormulaBlock block : function.blocks()) {
      CertifiedCensus census =
          known.computeIfAbsent(
              new Key(block.structure(), block.part(box)),
              key -> CensusSearch.run(block.function(), key.part(), settings, monitor));
      blocks.add(new BlockCensus(block.variables(), census));
    }
    return new SeparableCensus(box, blocks);
  }

  /** Takes the census with the standard settings, unobserved. */
  public static SeparableCensus run(IntervalFormula function, IntervalVector box) {
    return run(function, box, CensusSettings.standard(), CensusMonitor.none());
  }

  /**
   * Tells whether what is counted are certainly all critical points of the box. A summand that
   * certainly has none decides for all.
   */
  public boolean isComplete() {
    return blocks.stream().allMatch(block -> block.census().isComplete())
        || blocks.stream().anyMatch(SeparableCensus::isVoid);
  }

  /** Returns how many critical points were proved to exist, some perhaps across the boundary. */
  public BigInteger count() {
    return product(census -> census.points().size());
  }

  /** Returns how many of them certainly lie in the box. */
  public BigInteger inside() {
    return product(CertifiedCensus::inside);
  }

  /**
   * Returns how many have the Morse index 0, 1, ..., d; d + 1 numbers. Their sum is less than
   * {@link #count} if the index of some is not certain.
   */
  public List<BigInteger> countsByIndex() {
    BigInteger[] counts = {BigInteger.ONE};
    for (BlockCensus block : blocks) {
      BigInteger[] longer = new BigInteger[counts.length + block.variables().size()];
      Arrays.fill(longer, BigInteger.ZERO);
      BigInteger[] shorter = counts;
      block
          .census()
          .countsByIndex()
          .forEach(
              (index, count) -> {
                for (int k = 0; k < shorter.length; k++) {
                  BigInteger combinations = shorter[k].multiply(BigInteger.valueOf(count));
                  longer[k + index] = longer[k + index].add(combinations);
                }
              });
      counts = longer;
    }
    return List.of(counts);
  }

  /** Returns the Brouwer degree of the gradient on the box, if that of each summand is known. */
  public Optional<BigInteger> degree() {
    return blocks.stream().allMatch(block -> block.census().degree().isPresent())
        ? Optional.of(product(census -> census.degree().orElseThrow()))
        : Optional.empty();
  }

  /**
   * Tells whether the sum of (-1)^index agrees with the degree for each summand, see {@link
   * CertifiedCensus#agreesWithDegree}. Empty if it is not known for one, and none disagrees.
   */
  public Optional<Boolean> agreesWithDegree() {
    List<Optional<Boolean>> answers =
        blocks.stream().map(block -> block.census().agreesWithDegree()).toList();
    if (answers.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  /** Returns the point whose enclosure contains x, if there is one; x is not modified. */
  public Optional<CertifiedPoint> locate(double... x) {
    return combined(block -> block.census().locate(block.part(x)));
  }

  /**
   * Returns the point that is nearest to x, if there is any: the one nearest in each block.
   *
   * @param x where, length d; not modified
   */
  public Optional<CertifiedPoint> nearest(double... x) {
    return combined(block -> block.census().nearest(block.part(x)));
  }

  /**
   * Lists all points in ascending order of their coordinates.
   *
   * @param limit how many there may be
   * @return nothing if there are more
   */
  public Optional<List<CertifiedPoint>> points(int limit) {
    if (count().compareTo(BigInteger.valueOf(limit)) > 0) {
      return Optional.empty();
    }
    return Optional.of(new PointProduct(box.dimension(), blocks).all());
  }

  /**
   * A part of the box that may hold further critical points.
   *
   * @param extent a box around it, d components
   * @param reason why nothing more is known
   */
  public record Undecided(IntervalVector extent, UndecidedRegion.Reason reason) {}

  /** Returns the extents of {@link #undecided}. */
  public List<IntervalVector> undecidedExtents() {
    return undecided().stream().map(Undecided::extent).toList();
  }

  /**
   * Returns parts that contain all critical points that may exist besides those counted: each
   * undecided region of a block, in all of the box as regards the other variables.
   */
  public List<Undecided> undecided() {
    List<Undecided> extents = new ArrayList<>();
    if (blocks.stream().anyMatch(SeparableCensus::isVoid)) {
      return extents;
    }
    for (BlockCensus block : blocks) {
      for (UndecidedRegion region : block.census().undecided()) {
        IntervalVector extent = box;
        for (int n = 0; n < block.variables().size(); n++) {
          extent = extent.with(block.variables().get(n), region.hull().get(n));
        }
        extents.add(new Undecided(extent, region.reason()));
      }
    }
    return extents;
  }

  private static boolean isVoid(BlockCensus block) {
    return block.census().isComplete() && block.census().points().isEmpty();
  }

  private BigInteger product(ToLongFunction<CertifiedCensus> number) {
    BigInteger product = BigInteger.ONE;
    for (BlockCensus block : blocks) {
      product = product.multiply(BigInteger.valueOf(number.applyAsLong(block.census())));
    }
    return product;
  }

  private Optional<CertifiedPoint> combined(
      Function<BlockCensus, Optional<CertifiedPoint>> chosen) {
    List<CertifiedPoint> points = new ArrayList<>();
    for (BlockCensus block : blocks) {
      Optional<CertifiedPoint> point = chosen.apply(block);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      points.add(point.get());
    }
    return Optional.of(new PointProduct(box.dimension(), blocks).of(points));
  }
}
