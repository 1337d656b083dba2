package org.separatrix.api.analysis;

import java.util.List;

/**
 * An experiment with a known outcome opposite to what the predictions say of random starts. If it
 * does not come out, the apparatus cannot see what it claims to rule out, and the study fails.
 */
public interface Control {
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
