package org.separatrix.runner.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.runner.compare.Comparison;

/**
 * The content of {@code summary.json}, version 1. A stable contract: keys are added, never renamed
 * or given another meaning.
 *
 * @param schema version of this contract
 * @param study name of the study
 * @param seed its seed
 * @param version version of the program
 * @param environment where it ran
 * @param lipschitz bounds on the Lipschitz constants of the gradients
 * @param criticalPoints critical points of all objectives
 * @param census how many critical points each objective has
 * @param cells what happened in each cell
 * @param findings predictions held against observations
 * @param expectations what the study expects the findings to say
 * @param controls experiments with a known outcome
 * @param comparison how the optimizers compare, where there are two or more
 * @param sweeps quantities against the one number in which cells differ
 * @param figures what was drawn
 * @param files those from which numbers are read, as they were written
 * @param partial how much is done, of a study that is not finished
 */
public record Summary(
    int schema,
    String study,
    long seed,
    String version,
    Environment environment,
    List<Lipschitz> lipschitz,
    List<Point> criticalPoints,
    List<Count> census,
    List<Cell> cells,
    List<FindingEntry> findings,
    List<ExpectationEntry> expectations,
    List<ControlEntry> controls,
    @Nullable Comparison comparison,
    List<SweepEntry> sweeps,
    List<FigureEntry> figures,
    @Nullable List<DataFile> files,
    @Nullable Partial partial) {

  /** Version of the contract that this program writes. */
  public static final int SCHEMA = 1;

  /** The largest number of undecided regions that are listed for an objective. */
  public static final int REGIONS_LISTED = 1000;

  /**
   * How much of a study is done.
   *
   * @param runs number of runs that are done
   * @param of number of runs of the study
   */
  public record Partial(long runs, long of) {}

  /**
   * Where a study ran.
   *
   * @param java version of the Java runtime
   * @param cpu model of the processor
   * @param threads worker threads
   */
  public record Environment(String java, String cpu, int threads) {}

  /**
   * A bound on L.
   *
   * @param objective name of the objective
   * @param box the domain, [low, high] for each coordinate
   * @param bound L
   * @param status how it is known
   */
  public record Lipschitz(String objective, double[][] box, double bound, String status) {}

  /**
   * A critical point.
   *
   * @param objective name of the objective
   * @param id such as {@code c1}, unique within the objective
   * @param x coordinates
   * @param value f(x)
   * @param gradientNorm norm of the computed gradient
   * @param eigenvalues of the Hessian, ascending
   * @param kind see {@link org.separatrix.api.objective.CriticalPointKind}
   * @param morseIndex number of negative eigenvalues
   * @param status how it is known
   */
  public record Point(
      String objective,
      String id,
      double[] x,
      double value,
      double gradientNorm,
      double[] eigenvalues,
      String kind,
      int morseIndex,
      String status) {}

  /**
   * How many critical points an objective has.
   *
   * @param objective name of the objective
   * @param count number of points known
   * @param complete how it is known that there are no others in the domain
   * @param certified what interval arithmetic proves of their number, if that was looked into
   */
  public record Count(
      String objective, int count, String complete, @Nullable CertifiedCount certified) {}

  /**
   * What is proven of the number of critical points in the domain, which may be too many to list.
   *
   * @param complete whether these are certainly all of them
   * @param count how many are proven to exist, some perhaps just across the boundary of the domain
   * @param inside how many of them certainly lie in the domain
   * @param byMorseIndex how many certainly have the Morse index 0, 1, ..., d
   * @param undecidedRegions number of regions that may hold others
   * @param undecided the regions, {@link #REGIONS_LISTED} of them at most
   */
  public record CertifiedCount(
      boolean complete,
      BigInteger count,
      BigInteger inside,
      List<BigInteger> byMorseIndex,
      int undecidedRegions,
      List<Undecided> undecided) {}

  /**
   * A part of the domain of which it is not known how many critical points it has.
   *
   * @param box [low, high] for each coordinate
   * @param reason "degenerate", "not-defined" or "unfinished"
   */
  public record Undecided(double[][] box, String reason) {}

  /**
   * A cell.
   *
   * @param id name of the cell
   * @param objective name of the objective
   * @param optimizer its type and every key
   * @param start its type and every key
   * @param runs number of runs
   * @param seconds wall time
   * @param gradientEvaluations gradients evaluated
   * @param terminations runs by the reason why they stopped
   * @param limits runs by the critical point that they went to
   * @param unresolved runs without a limit that did not leave for good either
   * @param toUnlistedMinima runs to local minima that are not listed, as there are too many points
   * @param steps distribution of the number of steps
   * @param stagnation the runs that rounding keeps from going on, if there are any
   * @param certificate what is proven of the runs, if anything could be
   */
  public record Cell(
      String id,
      String objective,
      JsonNode optimizer,
      JsonNode start,
      long runs,
      double seconds,
      long gradientEvaluations,
      Map<String, Long> terminations,
      List<Limit> limits,
      long unresolved,
      long toUnlistedMinima,
      Steps steps,
      @Nullable Stagnation stagnation,
      @Nullable Certificate certificate) {}

  /**
   * What is proven of the runs of a cell.
   *
   * @param invariance whether a step maps the domain into itself: "certified", "violated" if a
   *     point is proven to leave, else "estimated"
   * @param detail what was proven
   * @param stayed number of runs that are proven to have stayed in the domain
   * @param fates runs by what provably becomes of them
   */
  public record Certificate(
      String invariance, String detail, long stayed, Map<String, Long> fates) {}

  /**
   * Runs that went to a critical point.
   *
   * @param point its id
   * @param kind its kind
   * @param runs number of runs
   * @param share of all runs of the cell
   * @param low lower end of the two-sided 95% Clopper-Pearson interval of the share
   * @param high its upper end
   */
  public record Limit(
      String point, String kind, long runs, double share, double low, double high) {}

  /**
   * Distribution of the number of steps.
   *
   * @param mean arithmetic mean
   * @param median 50th percentile
   * @param p90 90th percentile
   * @param max largest
   */
  public record Steps(double mean, double median, double p90, double max) {}

  /**
   * A prediction held against an observation.
   *
   * @param prediction id of the prediction
   * @param objective name of the objective
   * @param cell id of the cell, if it is about one
   * @param point id of the critical point, if it is about one
   * @param verdict the answer
   * @param hypotheses the conditions checked
   * @param predicted numbers that the theory gives
   * @param observed numbers measured
   * @param detail one line for a person
   * @param significance how improbable the observation is, if a test may reject the prediction
   */
  public record FindingEntry(
      String prediction,
      String objective,
      @Nullable String cell,
      @Nullable String point,
      String verdict,
      List<HypothesisEntry> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail,
      @Nullable SignificanceEntry significance) {}

  /**
   * How improbable an observation is.
   *
   * @param pValue of this test alone
   * @param adjusted for all tests of the study
   */
  public record SignificanceEntry(double pValue, double adjusted) {}

  /**
   * A condition that a prediction rests on.
   *
   * @param name the condition
   * @param status how it is known to hold, or "violated"
   * @param detail the numbers
   */
  public record HypothesisEntry(String name, String status, String detail) {}

  /**
   * What a study expects the findings of a prediction to say.
   *
   * @param prediction id of the prediction
   * @param expected verdicts that must occur, and no other
   * @param seen verdicts that occurred
   * @param met whether they are the same
   */
  public record ExpectationEntry(
      String prediction, List<String> expected, List<String> seen, boolean met) {}

  /**
   * What came out of a control.
   *
   * @param control id of the control
   * @param cell id of the cell, if it used one
   * @param expected what must be seen
   * @param observed what was seen
   * @param passed whether they agree
   */
  public record ControlEntry(
      String control, @Nullable String cell, String expected, String observed, boolean passed) {}

  /**
   * A figure.
   *
   * @param id unique within the study
   * @param objective name of the objective
   * @param cell id of the cell, if it shows one
   * @param title what it shows
   * @param caption what to see in it
   * @param files its pictures and its data, relative to the results
   */
  public record FigureEntry(
      String id,
      String objective,
      @Nullable String cell,
      String title,
      String caption,
      List<String> files) {}
}
