package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.separatrix.core.census.Functions.box;
import static org.separatrix.core.census.Functions.cube;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.census.CertifiedCensus.Ending;
import org.separatrix.core.census.UndecidedRegion.Reason;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

class CensusLimitsTest {
  private static final IntervalVector BOX = cube(2, -5.12, 5.12);

  private static final IntervalExtension RASTRIGIN = Functions.indexed(Functions.RASTRIGIN, 2);
  private static final CertifiedCensus ALL = CensusSearch.run(RASTRIGIN, BOX);

  @ParameterizedTest
  @ValueSource(longs = {1, 100, 700, 1_000_000})
  void theNumberOfThreadsMakesNoDifference(long boxes) {
    CensusSettings settings = CensusSettings.standard().withBoxes(boxes);
    CertifiedCensus one = CensusSearch.run(RASTRIGIN, BOX, settings, CensusMonitor.none());
    for (int threads = 2; threads <= 4; threads++) {
      assertThat(
              CensusSearch.run(RASTRIGIN, BOX, settings.withThreads(threads), CensusMonitor.none()))
          .isEqualTo(one);
    }
  }

  /** Wherever it stops, what is not found is listed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 10, 100, 700, 1300})
  void nothingIsDroppedAtTheLimit(long boxes) {
    CertifiedCensus part =
        CensusSearch.run(
            RASTRIGIN, BOX, CensusSettings.standard().withBoxes(boxes), CensusMonitor.none());
    assertThat(part.boxes()).isEqualTo(boxes);
    assertThat(part.ending()).isEqualTo(Ending.BOX_LIMIT);
    assertThat(part.isComplete()).isFalse();
    assertThat(part.agreesWithDegree()).isEmpty();
    assertThat(part.undecided()).isNotEmpty().allMatch(u -> u.reason() == Reason.UNFINISHED);
    assertThat(part.points().size()).isLessThan(441);
    for (CertifiedPoint point : ALL.points()) {
      boolean found = part.locate(point.midpoint()).isPresent();
      boolean open = part.undecided().stream().anyMatch(u -> u.contains(point.midpoint()));
      assertThat(found || open).isTrue();
    }
  }

  @Test
  void endsInTime() {
    CensusSettings settings = CensusSettings.standard().withTime(Duration.ofNanos(1));
    CertifiedCensus census = CensusSearch.run(RASTRIGIN, BOX, settings, CensusMonitor.none());
    assertThat(census.ending()).isEqualTo(Ending.TIME_LIMIT);
    assertThat(census.isComplete()).isFalse();
    assertThat(census.undecided()).hasSize(1);
    assertThat(census.undecided().get(0).hull()).isEqualTo(BOX);
  }

  @Test
  void canBeFollowedAndCancelled() {
    List<CensusMonitor.Progress> seen = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    CensusMonitor monitor = new CensusMonitor(seen::add, () -> asked.incrementAndGet() > 300);
    CertifiedCensus census = CensusSearch.run(RASTRIGIN, BOX, CensusSettings.standard(), monitor);
    assertThat(census.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(census.boxes()).isBetween(200L, 300L);
    assertThat(census.undecided()).isNotEmpty();
    assertThat(seen).hasSizeGreaterThan(5);
    assertThat(seen).extracting(CensusMonitor.Progress::examined).isSorted();
  }

  /** An undecided rest that a neighbour's proof covers is none. */
  @Test
  void finestWidthIsKept() {
    CensusSettings settings = CensusSettings.standard().withFinest(0.25);
    CertifiedCensus coarse = CensusSearch.run(RASTRIGIN, BOX, settings, CensusMonitor.none());
    assertThat(coarse.ending()).isEqualTo(Ending.FINISHED);
    assertThat(coarse.isComplete()).isFalse();
    assertThat(coarse.undecided()).allMatch(u -> u.reason() == Reason.DEGENERATE);
  }

  @Test
  void unsuitableBoxesAndNumbersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CensusSearch.run(RASTRIGIN, box(0, 1)))
        .withMessage("the box has 1 components, the function 2 variables");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CensusSearch.run(RASTRIGIN, box(0, 1, 2, 2)))
        .withMessage(
            "component 2 of the box is [2.0, 2.0]: it must be bounded and of positive width");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CensusSearch.run(RASTRIGIN, box(0, 1, 2, Double.POSITIVE_INFINITY)))
        .withMessageStartingWith("component 2 of the box is [2.0, Infinity]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CensusSettings.standard().withBoxes(0))
        .withMessage("threads, boxes and clusterBoxes must be at least 1; got 1, 0 and 4096");
  }
}
