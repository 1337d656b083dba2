package org.separatrix.analysis.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.Status;

/** Studies with certificates made up for the tests. */
public final class Certified {
  private Certified() {}

  /** Returns a certificate; all runs that are not listed go to minima. */
  public static CellCertificate certificate(
      Status invariance, long runs, long inside, long undecided, long left) {
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      fates.put(fate, 0L);
    }
    fates.put(Fate.CERTIFIED_MINIMUM, runs - undecided - left);
    fates.put(Fate.UNDECIDED, undecided);
    fates.put(Fate.CERTIFIED_LEFT_SADDLE, left);
    return new CellCertificate(invariance, "of the test", inside, fates);
  }

  /** Returns a study of one cell with a certificate. */
  public static StudyResult study(StudyResult study, CellCertificate certificate) {
    return new StudyResult(
        study.study(), study.seed(), study.censuses(), List.of(cell(study, certificate)));
  }

  /** Returns the one cell of a study, with a certificate. */
  public static CellResult cell(StudyResult study, CellCertificate certificate) {
    return Cells.certified(certificate, study.cells().get(0));
  }
}
