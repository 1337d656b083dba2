package org.separatrix.analysis.hypothesis;

import java.util.OptionalLong;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;

/**
 * The hypothesis that where runs go is known: that they converge to minima or to infinity is proven
 * from the states at which they stopped.
 *
 * <p>A run that provably leaves a saddle's neighbourhood may come back to it, or go to another
 * saddle, so it counts as undecided here.
 */
public final class CertifiedLimits {
  /** The name of this hypothesis. */
  public static final String NAME = "limits of runs";

  /** With more undecided runs than this, estimated limits tell more. */
  private static final double TOLERATED_UNDECIDED = 0.01;

  private CertifiedLimits() {}

  /**
   * Checks the hypothesis.
   *
   * @param certificate what is proven
   * @param cell the runs
   */
  public static Hypothesis check(CellCertificate certificate, CellResult cell) {
    long proven = cell.runs() - undecided(certificate);
    String detail =
        "%s of %s runs proven".formatted(Numbers.count(proven), Numbers.count(cell.runs()));
    return new Hypothesis(
        NAME, undecided(cell).isPresent() ? Status.CERTIFIED : Status.ESTIMATED, detail);
  }

  /**
   * Returns how many runs may go to a saddle for all that is proven, unless they are too many for
   * that to be of use.
   *
   * @param cell the runs
   */
  public static OptionalLong undecided(CellResult cell) {
    return cell.certificate().stream()
        .mapToLong(CertifiedLimits::undecided)
        .filter(undecided -> undecided <= TOLERATED_UNDECIDED * cell.runs())
        .findFirst();
  }

  private static long undecided(CellCertificate certificate) {
    return certificate.runs(Fate.UNDECIDED) + certificate.runs(Fate.CERTIFIED_LEFT_SADDLE);
  }
}
