package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.core.contract.OptimizerContract;

/** Every method keeps its contract. */
class OptimizersContractTest {
  static Stream<Function<Problem, Optimizer>> methods() {
    return Stream.of(
        problem -> new GradientDescent(0.1),
        problem -> new HeavyBall(0.05, 0.9),
        problem -> new Nesterov(0.05, 0.9),
        problem -> new Nesterov(0.05, 0),
        problem -> new CoordinateDescent(0.1),
        problem ->
            new BacktrackingGradientDescent(
                new BacktrackingConfig(StepSize.of(10), 0.5, 1e-4, false), problem),
        problem -> new AdaGrad(new AdaGrad.Config(0.5, 0.1)),
        problem -> new RmsProp(new RmsProp.Config(0.01, 0.99, 1e-8)),
        problem -> new Adam(new Adam.Config(0.05, 0.9, 0.999, 1e-8)),
        problem -> new ProximalPoint(0.3),
        problem ->
            new PerturbedGradientDescent(
                new Perturbation(0.1, 0.02, 0.05, 10, OptionalDouble.of(1e-3))));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void methodKeepsItsContract(Function<Problem, Optimizer> method) {
    assertThat(OptimizerContract.violations(method, 1)).isEmpty();
  }
}
