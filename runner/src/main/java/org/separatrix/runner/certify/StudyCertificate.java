package org.separatrix.runner.certify;

import java.util.List;
import org.separatrix.runner.study.Certify;

/**
 * The content of {@code certificate.json}, version 1: what is proven of the objectives and methods
 * of a study. Keys are added, never renamed or given another meaning.
 *
 * @param schema version of this contract
 * @param study name of the study
 * @param version version of the program
 * @param settings how much work went into each fact
 * @param objectives what is proven of each objective
 */
public record StudyCertificate(
    int schema,
    String study,
    String version,
    Certify settings,
    List<ObjectiveCertificate> objectives) {
  /** Version of the contract that this program writes. */
  public static final int SCHEMA = 1;

  /** Copies the list. */
  public StudyCertificate {
    objectives = List.copyOf(objectives);
  }
}
