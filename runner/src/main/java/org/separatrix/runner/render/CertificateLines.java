package org.separatrix.runner.render;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.objective.Status;
import org.separatrix.core.census.SeparableCensus;

/** Says in one line what is proven of an objective or of a cell's runs. */
final class CertificateLines {
  private static final int INDICES_LISTED = 11;

  private CertificateLines() {}

  /** Says how many critical points there are by proof, and what is left open. */
  static String census(SeparableCensus census) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s %s%s"
            .formatted(
                census.isComplete() ? "exactly" : "at least",
                plural(census.count()),
                byIndex(census)));
    if (census.inside().compareTo(census.count()) < 0) {
      parts.add(count(census.inside()) + " of them certainly in the domain");
    }
    int undecided = census.undecided().size();
    if (undecided > 0) {
      parts.add(Numbers.plural(undecided, "region") + " undecided");
    }
    return String.join(", ", parts);
  }

  private static String byIndex(SeparableCensus census) {
    List<BigInteger> counts = census.countsByIndex();
    if (census.count().signum() == 0) {
      return "";
    }
    List<String> listed =
        counts.stream().limit(INDICES_LISTED).map(CertificateLines::count).toList();
    return " (by Morse index "
        + String.join(", ", listed)
        + (counts.size() > listed.size() ? ", ..." : "")
        + ")";
  }

  /** Says what provably becomes of the runs, and whether they can leave the domain. */
  static String runs(CellCertificate certificate) {
    List<String> parts = new ArrayList<>();
    add(parts, certificate, Fate.CERTIFIED_MINIMUM, "to minima");
    add(parts, certificate, Fate.CERTIFIED_DIVERGED, "to infinity");
    add(parts, certificate, Fate.CERTIFIED_LEFT_SADDLE, "left a saddle");
    add(parts, certificate, Fate.UNDECIDED, "undecided");
    parts.add(
        certificate.invariance() == Status.CERTIFIED
            ? "the domain is invariant"
            : certificate.invarianceDetail());
    return String.join(", ", parts);
  }

  private static void add(
      List<String> parts, CellCertificate certificate, Fate fate, String words) {
    if (certificate.runs(fate) > 0) {
      parts.add(Numbers.count(certificate.runs(fate)) + " " + words);
    }
  }

  private static String count(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String plural(BigInteger number) {
    return count(number) + " critical point" + (number.equals(BigInteger.ONE) ? "" : "s");
  }
}
