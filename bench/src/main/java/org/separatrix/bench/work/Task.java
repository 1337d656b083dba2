package org.separatrix.bench.work;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.bench.plugin.PlainLee;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.start.UniformBox;

/**
 * What all are asked to do at one time: a line of the table.
 *
 * @param work the objective
 * @param method the method
 * @param interval the norm of the gradient is looked at once in so many steps: 1 or 16
 * @param threads number of threads
 * @param goal until when runs go
 */
public record Task(Work work, Method method, int interval, int threads, Goal goal) {
  /** Large steps for runs to the end, so that they are as short as in a study. */
  private static final double STEP_TO_THE_END = 0.08;

  private static final double CLOSE_TO_SADDLE = 1e-3;
  private static final long SEED = 1;

  /** Returns the task with a fixed number of steps, on one thread. */
  public static Task ofSteps(Work work, Method method, int interval) {
    return new Task(work, method, interval, 1, Goal.STEPS);
  }

  /** Returns this task on so many threads. */
  public Task on(int count) {
    return new Task(work, method, interval, count, goal);
  }

  /** Returns the number of steps at which runs end at the latest. */
  public int steps() {
    return goal.steps(work.steps());
  }

  /** Returns the step size of gradient descent. */
  public double alpha() {
    return goal == Goal.STEPS ? work.alpha() : STEP_TO_THE_END;
  }

  /** Returns the names of objective and method. */
  public String name() {
    return work.title() + ", " + method.title() + suffix();
  }

  private String suffix() {
    return switch (goal) {
      case STEPS -> "";
      case TOLERANCE -> ", to 1e-10";
      case ESCAPE -> ", from the saddle";
    };
  }

  /** Returns what Separatrix runs. */
  public Experiment experiment() {
    return experiment(work.steps());
  }

  /**
   * Returns what Separatrix runs.
   *
   * @param steps number of steps, if it is fixed
   */
  public Experiment experiment(int steps) {
    Objective objective = method.isPlugin() ? new PlainLee() : work.objective(interval > 1);
    double b = goal == Goal.ESCAPE ? CLOSE_TO_SADDLE : work.bound();
    return new Experiment(
        objective,
        method.optimizer(alpha()),
        new UniformBox(Box.cube(work.dimension(), -b, b)),
        goal.stop(steps),
        RandomStreams.key(SEED, work.id()));
  }
}
