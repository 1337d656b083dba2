package org.separatrix.api.analysis;

import java.util.List;
import org.separatrix.api.objective.Problem;

/**
 * An experiment with a known outcome opposite to what the predictions say of random starts. If it
 * does not come out, the apparatus cannot see what it claims to rule out, and the study fails.
 */
public interface Control {
  /**
   * Checks, before anything runs, that this control can apply to a study. Does nothing by default.
   *
   * @param problems the study's objectives, at least one
   * @throws IllegalArgumentException if its configuration does not fit one of them; the message
   *     begins with the key, and names the value and the way out
   */
  default void check(List<Problem> problems) {}

  /**
   * Runs the control on every cell that it applies to.
   *
   * @param result what the study measured
   * @param laboratory for experiments beyond it
   * @return the outcomes in a fixed order; an empty list counts as a failure, since a control that
   *     tested nothing proves nothing
   */
  List<ControlResult> run(StudyResult result, Laboratory laboratory);
}
