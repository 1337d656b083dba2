package org.separatrix.bench.compare;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Method;
import org.separatrix.bench.work.Task;
import org.separatrix.bench.work.Work;

/** The lines of the table. */
final class Tasks {
  private static final int WINDOW = 16;

  private Tasks() {}

  /** Returns all tasks, in the order of the table. */
  static List<Task> all() {
    List<Task> tasks = new ArrayList<>();
    for (Work work : Work.values()) {
      for (Method method : List.of(Method.GRADIENT_DESCENT, Method.HEAVY_BALL)) {
        tasks.add(Task.ofSteps(work, method, 1));
        tasks.add(Task.ofSteps(work, method, WINDOW));
      }
      tasks.add(Task.ofSteps(work, Method.PERTURBED, 1));
      tasks.add(Task.ofSteps(work, Method.NOISY, 1));
      if (work == Work.LEE) {
        tasks.add(Task.ofSteps(work, Method.PLUGIN, 1));
        tasks.add(Task.ofSteps(work, Method.LINEAR_PLUGIN, 1));
        tasks.add(new Task(work, Method.GRADIENT_DESCENT, WINDOW, 1, Goal.TOLERANCE));
        tasks.add(new Task(work, Method.GRADIENT_DESCENT, WINDOW, 1, Goal.ESCAPE));
      }
      tasks.add(Task.ofSteps(work, Method.GRADIENT_DESCENT, WINDOW).on(2));
    }
    tasks.add(new Task(Work.LEE, Method.GRADIENT_DESCENT, WINDOW, 2, Goal.TOLERANCE));
    return tasks;
  }
}
