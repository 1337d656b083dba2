package org.separatrix.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.separatrix.api.analysis.Census;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.execute.Storage;
import org.separatrix.runner.ledger.CellKey;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.parts.CellStore;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;

/** Where the parts of a study's cells are, and what is said of them. */
final class StoredCells implements Storage {
  private final Plan plan;
  private final Registry registry;
  private final StudyStore store;
  private final Set<String> before;
  private final Set<String> outdated = new HashSet<>();

  /**
   * Looks at what is there.
   *
   * @param plan the study
   * @param registry says where components come from
   * @param store the parts
   */
  StoredCells(Plan plan, Registry registry, StudyStore store) {
    this.plan = plan;
    this.registry = registry;
    this.store = store;
    before = store.cellIds();
  }

  @Override
  public CellStore open(
      Cell cell, Census census, Optional<MethodCertificate> certificate, long stride) {
    String key = CellKey.of(plan.study(), cell, registry, census, certificate, stride);
    if (before.contains(cell.id()) && !store.has(key)) {
      noteOutdated(cell.id());
    }
    return store.cell(key);
  }

  private synchronized void noteOutdated(String id) {
    outdated.add(id);
  }

  /** Says that there are parts of cells of the study that cannot be used, if there are. */
  synchronized Optional<String> outdated() {
    return outdated.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("%d of %d cells have parts of other code, such as another version of a plugin, or of"
                    + " other settings, which were not used")
                .formatted(outdated.size(), plan.cells().size()));
  }

  /**
   * Says what a study that was stopped has done, and how to go on.
   *
   * @param results the folder of results
   * @param finished number of cells
   */
  String kept(Path results, int finished) throws IOException {
    String cells = "%d of %d cells were finished, ".formatted(finished, plan.cells().size());
    return store.isEmpty()
        ? cells + "nothing was saved"
        : (cells
                + "what is done is kept%nMaybe go on with separatrix resume %s, or look at what is"
                + " there with separatrix collect %s.")
            .formatted(results, results);
  }
}
