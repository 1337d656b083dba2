package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.separatrix.core.census.CertifiedCensus.Ending;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * Finds all critical points of a function in a box.
 *
 * <p>The box is cut again and again; all boxes that are left after a cut make a generation, which
 * is examined as a whole before the next one. What a box gives depends on nothing but the box, so
 * the result is the same with any number of threads, and so is what is left when the limit in boxes
 * is reached.
 */
public final class CensusSearch {
  /** Share of the volume of the searched box. */
  private static final double THIN = 1.0 / 32;

  private final IntervalExtension function;
  private final IntervalVector box;
  private final CensusSettings settings;
  private final CensusMonitor monitor;
  private final Resolution resolution;
  private final long deadline;

  private final List<IsolatedZero> found = new ArrayList<>();
  private final List<IntervalVector> degenerate = new ArrayList<>();
  private final List<IntervalVector> undefined = new ArrayList<>();
  private final List<IntervalVector> unfinished = new ArrayList<>();
  private long examined;
  private int clusteredFrom;

  private CensusSearch(
      IntervalExtension function,
      IntervalVector box,
      CensusSettings settings,
      CensusMonitor monitor) {
    this.function = function;
    this.box = box;
    this.settings = settings;
    this.monitor = monitor;
    resolution = Resolution.of(box, settings.finest());
    clusteredFrom = settings.clusterBoxes();
    deadline = System.nanoTime() + settings.time().toNanos();
  }

  /**
   * Takes the census.
   *
   * @param function the function; its gradient and Hessian are compared first, see {@link
   *     DerivativeCheck}
   * @param box where, bounded, every component of positive width
   * @param settings how much work it may take
   * @param monitor how it is followed
   * @throws IllegalArgumentException if the box does not suit, or the derivatives contradict each
   *     other
   */
  public static CertifiedCensus run(
      IntervalExtension function,
      IntervalVector box,
      CensusSettings settings,
      CensusMonitor monitor) {
    check(function, box);
    DerivativeCheck.contradiction(function, box)
        .ifPresent(
            contradiction -> {
              throw new IllegalArgumentException(contradiction);
            });
    return new CensusSearch(function, box, settings, monitor).run();
  }

  /** Takes the census with the standard settings, unobserved. */
  public static CertifiedCensus run(IntervalExtension function, IntervalVector box) {
    return run(function, box, CensusSettings.standard(), CensusMonitor.none());
  }

  private CertifiedCensus run() {
    Ending ending = search();
    DistinctZeros distinct = DistinctZeros.of(found, new ExistenceProof(function));
    degenerate.addAll(distinct.unresolved());
    List<CertifiedPoint> points =
        distinct.zeros().stream().map(zero -> CertifiedPoint.of(function, box, zero)).toList();
    List<UndecidedRegion> regions =
        new UndecidedRegions(function, box, distinct.zeros()).of(degenerate, undefined, unfinished);
    OptionalInt degree =
        ending == Ending.FINISHED ? GradientDegree.of(function, box) : OptionalInt.empty();
    return new CertifiedCensus(box, points, regions, ending, examined, degree);
  }

  private Ending search() {
    BoxExamination examination = BoxExamination.of(function, resolution);
    try (BoxWorkers workers =
        new BoxWorkers(examination, () -> stop().isPresent(), settings.threads())) {
      List<IntervalVector> pending = List.of(box);
      while (!pending.isEmpty()) {
        int admitted = (int) Math.min(pending.size(), settings.boxes() - examined);
        Optional<Ending> stop = admitted == 0 ? Optional.of(Ending.BOX_LIMIT) : stop();
        if (stop.isPresent()) {
          unfinished.addAll(pending);
          return stop.get();
        }
        List<IntervalVector> next = new ArrayList<>();
        List<List<BoxExamination.Outcome>> outcomes = workers.examine(pending.subList(0, admitted));
        for (int i = 0; i < pending.size(); i++) {
          if (i < admitted && !outcomes.get(i).isEmpty()) {
            examined++;
            take(outcomes.get(i).get(0), next);
          } else {
            next.add(pending.get(i));
          }
        }
        pending = withoutContinua(next);
        monitor
            .progress()
            .accept(new CensusMonitor.Progress(examined, pending.size(), found.size()));
      }
    }
    return Ending.FINISHED;
  }

  private void take(BoxExamination.Outcome outcome, List<IntervalVector> next) {
    if (outcome instanceof BoxExamination.Found zero) {
      found.add(zero.zero());
    } else if (outcome instanceof BoxExamination.Divided divided) {
      next.addAll(divided.parts());
    } else if (outcome instanceof BoxExamination.Unresolved unresolved) {
      (unresolved.isDefined() ? degenerate : undefined).add(unresolved.rest());
    }
  }

  /** Gives up large clusters of small boxes. They are looked for whenever their number doubled. */
  private List<IntervalVector> withoutContinua(List<IntervalVector> pending) {
    double factor = settings.coarse() / settings.finest();
    List<IntervalVector> rest = new ArrayList<>();
    List<IntervalVector> small = new ArrayList<>();
    for (IntervalVector part : pending) {
      (resolution.isReached(part, factor) ? small : rest).add(part);
    }
    if (small.size() < clusteredFrom) {
      return pending;
    }
    int kept = rest.size();
    for (List<IntervalVector> cluster : BoxClusters.of(small)) {
      (isContinuum(cluster) ? degenerate : rest).addAll(cluster);
    }
    clusteredFrom = Math.max(settings.clusterBoxes(), 2 * (rest.size() - kept));
    return rest;
  }

  /** A continuum is thin; what fills much of the box is only not resolved yet. */
  private boolean isContinuum(List<IntervalVector> cluster) {
    double volume = cluster.stream().mapToDouble(IntervalVector::volume).sum();
    return cluster.size() >= settings.clusterBoxes() && volume <= THIN * box.volume();
  }

  private Optional<Ending> stop() {
    if (monitor.isCancelled().getAsBoolean()) {
      return Optional.of(Ending.CANCELLED);
    }
    return System.nanoTime() - deadline >= 0 ? Optional.of(Ending.TIME_LIMIT) : Optional.empty();
  }

  /** Checks that a box suits a function. */
  static void check(IntervalExtension function, IntervalVector box) {
    if (box.dimension() != function.dimension()) {
      throw new IllegalArgumentException(
          "the box has %d components, the function %d variables"
              .formatted(box.dimension(), function.dimension()));
    }
    for (int k = 0; k < box.dimension(); k++) {
      if (!box.get(k).isBounded() || !(box.get(k).width() > 0)) {
        throw new IllegalArgumentException(
            "component %d of the box is %s: it must be bounded and of positive width"
                .formatted(k + 1, box.get(k)));
      }
    }
  }
}
