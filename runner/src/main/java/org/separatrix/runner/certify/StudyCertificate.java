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
    Settings settings,
    List<ObjectiveCertificate> objectives) {
  /** Version of the contract that this program writes. */
  public static final int SCHEMA = 1;

  /** Copies the list. */
  public StudyCertificate {
    objectives = List.copyOf(objectives);
  }

  /**
   * How much work went into each fact, see {@link Certify}.
   *
   * @param gap how close bounds should come, relative
   * @param boxes largest number of boxes
   * @param seconds longest time
   */
  public record Settings(double gap, long boxes, double seconds) {
    /** Checks the ranges. */
    public Settings {
      Certify unused = new Certify(gap, boxes, seconds);
    }

    /** Returns the settings of a study. */
    public static Settings of(Certify certify) {
      return new Settings(certify.gap(), certify.boxes(), certify.seconds());
    }

    /** Returns them as a study gives them. */
    public Certify certify() {
      return new Certify(gap, boxes, seconds);
    }
  }
}
