package org.separatrix.optimizers;

import java.util.BitSet;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.start.UniformPoint;

/**
 * Perturbed gradient descent (Jin, Ge, Netrapalli, Kakade and Jordan, "How to Escape Saddle Points
 * Efficiently", ICML 2017, arXiv:1703.00887, Algorithm 2).
 *
 * <p>Step t of a run at x, where t' is the step of the last perturbation and x' the position before
 * it:
 *
 * <ol>
 *   <li>if |grad f(x)| is at most g_thres and t - t' &gt; t_thres: t' = t, x' = x, and x moves to a
 *       random point of the ball of radius r around it;
 *   <li>if t - t' = t_thres and f(x) - f(x') &gt; -f_thres: the run ends at x';
 *   <li>x moves to x - eta grad f(x).
 * </ol>
 *
 * <p>At a critical point a step is random, so the method has no linearization; between two
 * perturbations it is gradient descent. The stop rule's gradient tolerance comes first: a run whose
 * gradient falls to it before a perturbation is due ends there.
 */
public final class PerturbedGradientDescent implements Optimizer {
  /** Scalar: steps since the last perturbation. */
  private static final int AGE = 0;

  /** Scalar: f before the last perturbation. */
  private static final int VALUE_BEFORE = 1;

  private final Perturbation perturbation;

  /**
   * Creates the method.
   *
   * @param perturbation its parameters
   */
  public PerturbedGradientDescent(Perturbation perturbation) {
    this.perturbation = perturbation;
  }

  PerturbedGradientDescent(PerturbedConfig config, Problem problem) {
    this(config.perturbation(problem));
  }

  /** Returns the parameters. */
  public Perturbation perturbation() {
    return perturbation;
  }

  /** One vector: the position before the last perturbation. */
  @Override
  public int memory() {
    return 1;
  }

  @Override
  public int scalars() {
    return 2;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }

  @Override
  public void start(Iterates block, int lane) {
    block.scalar(AGE)[lane] = perturbation.period() + 1;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int[] events = Events.lanes(block, block.scalar(AGE), perturbation);
    if (events.length > 0) {
      stepWithEvents(block, oracle, events);
    } else {
      descend(block.position(), block.gradient(), block.lanes());
    }
    double[] age = block.scalar(AGE);
    for (int i = 0; i < block.lanes(); i++) {
      age[i] += 1;
    }
  }

  private boolean isDue(Iterates block, int lane) {
    double threshold = perturbation.gradientThreshold();
    return Events.square(block, lane) <= threshold * threshold
        && block.scalar(AGE)[lane] > perturbation.period();
  }

  private boolean isJudged(Iterates block, int lane) {
    return block.scalar(AGE)[lane] == perturbation.period();
  }

  /** Takes the lanes with an event aside, so that the others still move in whole arrays. */
  private void stepWithEvents(Iterates block, Oracle oracle, int[] events) {
    LaneGroup perturbed = LaneGroup.gather(block, events, lane -> isDue(block, lane));
    BitSet ended = new BitSet();
    if (perturbation.functionThreshold().isPresent()) {
      LaneGroup judged = LaneGroup.gather(block, events, lane -> isJudged(block, lane));
      if (judged.size() > 0) {
        ended = withoutDecrease(judged, block, oracle);
      }
    }
    if (perturbed.size() > 0) {
      perturb(perturbed, block, oracle);
    }
    descend(block.position(), block.gradient(), block.lanes());
    perturbed.scatter(block.position());
    ended.stream().forEach(lane -> end(block, lane));
  }

  /** Moves each lane of the group to a random point of the ball around it and descends from it. */
  private void perturb(LaneGroup group, Iterates block, Oracle oracle) {
    double[][] x = group.x();
    group.scatter(block.memory(0));
    if (perturbation.functionThreshold().isPresent()) {
      double[] value = new double[group.size()];
      oracle.value(x, value, group.size());
      for (int j = 0; j < value.length; j++) {
        block.scalar(VALUE_BEFORE)[group.lane(j)] = value[j];
      }
    }
    double[] move = new double[x.length];
    for (int j = 0; j < group.size(); j++) {
      block.scalar(AGE)[group.lane(j)] = 0;
      UniformPoint.ofBall(block.random(group.lane(j)), perturbation.radius(), move);
      for (int k = 0; k < x.length; k++) {
        x[k][j] += move[k];
      }
    }
    double[][] gradient = new double[x.length][group.size()];
    oracle.gradient(x, gradient, group.size());
    descend(x, gradient, group.size());
  }

  /** Returns the lanes of the group in which f has not fallen by f_thres. */
  private BitSet withoutDecrease(LaneGroup group, Iterates block, Oracle oracle) {
    double threshold = perturbation.functionThreshold().orElse(Double.POSITIVE_INFINITY);
    double[] value = new double[group.size()];
    oracle.value(group.x(), value, group.size());
    BitSet lanes = new BitSet();
    for (int j = 0; j < value.length; j++) {
      int lane = group.lane(j);
      lanes.set(lane, value[j] - block.scalar(VALUE_BEFORE)[lane] > -threshold);
    }
    return lanes;
  }

  /** Ends a run at the position before its last perturbation. */
  private static void end(Iterates block, int lane) {
    for (int k = 0; k < block.dimension(); k++) {
      block.position()[k][lane] = block.memory(0)[k][lane];
    }
    block.stop(lane);
  }

  /** x -= eta g. */
  private void descend(double[][] x, double[][] g, int lanes) {
    double factor = -perturbation.step();
    for (int k = 0; k < x.length; k++) {
      Axpy.add(factor, g[k], x[k], lanes);
    }
  }
}
