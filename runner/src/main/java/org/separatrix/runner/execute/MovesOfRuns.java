package org.separatrix.runner.execute;

import java.util.List;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.FormTime;

/** What there is to say of how the runs of a cell were moved. */
final class MovesOfRuns {
  private MovesOfRuns() {}

  /**
   * Returns a line for each of the ways that were timed, or one that tells why there is none.
   *
   * @param cell the cell's id
   * @param engine what moves its runs
   * @param isAnyNew whether any of them were not there already
   */
  static List<String> explained(String cell, Engine engine, boolean isAnyNew) {
    List<FormTime> times = engine.formTimes();
    return times.isEmpty()
        ? List.of(cell + ": " + withoutTimes(engine, isAnyNew))
        : times.stream().map(time -> cell + ": " + explained(time)).toList();
  }

  private static String explained(FormTime time) {
    return "%s, %s: %.2f ns a step%s"
        .formatted(time.work(), time.form(), time.nanoseconds(), time.chosen() ? ", chosen" : "");
  }

  private static String withoutTimes(Engine engine, boolean isAnyNew) {
    if (!isAnyNew) {
      return "no run was moved, all were there already";
    }
    return engine.hasForms()
        ? "the loops for its method took turns, too few to tell how fast each is"
        : "step by step, by the method's own code";
  }
}
