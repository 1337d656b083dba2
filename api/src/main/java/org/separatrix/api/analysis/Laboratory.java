package org.separatrix.api.analysis;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;

/**
 * Experiments beyond a study's cells, on demand. Everything in it is a function of the seed. Serves
 * several threads at once.
 */
public interface Laboratory {
  /**
   * Runs an ensemble on all cores.
   *
   * @param purpose names the experiment; its random numbers are a function of this name, of the
   *     study's seed and of the problem's name
   * @param problem the objective
   * @param optimizer the method
   * @param starts where the runs start
   * @param runs how many
   * @param stop when they stop
   * @return the runs, by number from 0
   */
  Runs run(
      String purpose,
      Problem problem,
      Optimizer optimizer,
      StartDistribution starts,
      int runs,
      StopRule stop);

  /**
   * Runs an ensemble on all cores and tells which critical point each run went to, by the rules by
   * which the limits of a cell's runs are decided. Where runs ended is not kept, so that ensembles
   * of many millions fit into memory: four bytes a run.
   *
   * @param purpose names the experiment; its random numbers are a function of this name, of the
   *     study's seed and of the problem's name
   * @param census the objective and the critical points known
   * @param optimizer the method
   * @param starts where the runs start
   * @param runs how many
   * @param stop when they stop
   * @return the limits, by run number from 0
   */
  EnsembleLimits limits(
      String purpose,
      Census census,
      Optimizer optimizer,
      StartDistribution starts,
      int runs,
      StopRule stop);

  /**
   * Returns the Hessian at a point, exact or by central differences of the gradient.
   *
   * @param problem the objective
   * @param x the point, length d; not modified
   */
  double[][] hessian(Problem problem, double[] x);

  /**
   * Returns the map that a deterministic method iterates, in the space of position and memory.
   *
   * @param problem the objective
   * @param optimizer the method
   */
  StepMap map(Problem problem, Optimizer optimizer);

  /**
   * Returns a stream of random numbers.
   *
   * @param purpose names the stream, which is a function of this name and of the study's seed
   */
  RandomGenerator random(String purpose);

  /**
   * Does tasks that do not depend on each other, at the same time as far as there are threads. Each
   * may ask this laboratory for experiments, and have further tasks done. What an exception in one
   * of them leaves undone is not done. By default they are done one after the other.
   *
   * @param tasks the tasks
   * @param <T> what a task returns, not null
   * @return what they returned, in their order
   */
  default <T> List<T> all(List<? extends Supplier<? extends T>> tasks) {
    return tasks.stream().<T>map(Supplier::get).toList();
  }
}
