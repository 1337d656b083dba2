package org.separatrix.analysis.momentum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.escape.MeasuredEscape;
import org.separatrix.analysis.hypothesis.TransversalStart;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;

/**
 * A method at a saddle.
 *
 * @param cell a cell with the method
 * @param form its parameters
 * @param escape how fast it leaves
 * @param slice whether its starts, a null set among the states of a method with memory, have an
 *     unstable part; empty if it has no memory
 */
record Escapee(
    CellResult cell, MomentumForm form, MeasuredEscape escape, Optional<Hypothesis> slice) {

  static Optional<Hypothesis> slice(CellResult cell, CriticalPoint saddle, Laboratory laboratory) {
    return TransversalStart.check(cell.problem(), cell.optimizer(), saddle, laboratory);
  }

  /** Returns its hypotheses, each with the name of the method. */
  List<Hypothesis> named() {
    List<Hypothesis> all = new ArrayList<>(escape.hypotheses());
    slice.ifPresent(all::add);
    return all.stream()
        .map(
            each ->
                new Hypothesis(
                    each.name(), each.status(), cell.optimizerName() + ": " + each.detail()))
        .toList();
  }

  /**
   * Tells whether no other method lies between this and a faster one, which then follows from the
   * pairs on the way; gradient descent is compared with all.
   */
  boolean isNextTo(Escapee faster, List<Escapee> methods) {
    return form.isPlain()
        || methods.stream()
            .noneMatch(
                other ->
                    form.isSlowerThan(other.form()) && other.form().isSlowerThan(faster.form()));
  }
}
