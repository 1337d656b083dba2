package org.separatrix.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.contract.ObjectiveContract;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Every objective keeps its contract, and what it declares is true. */
class CatalogueTest {
  private static final SymbolicFormulaCompiler FORMULAS = new SymbolicFormulaCompiler();

  static Stream<NamedFormula> formulas() {
    return Stream.of(
        new LeeFunction(),
        new MonkeySaddle(),
        new CubicSaddle(),
        new QuarticSaddle(),
        new Inflection(),
        new Himmelblau(),
        new StyblinskiTang(1),
        new StyblinskiTang(3),
        new StyblinskiTang(7),
        new Rosenbrock(2),
        new Rosenbrock(4),
        new Rosenbrock(5),
        new Rosenbrock(9),
        new Rastrigin(1),
        new Rastrigin(2),
        new Rastrigin(6),
        new ThreeHumpCamel(),
        new SixHumpCamel(),
        new MuellerBrown(),
        new SaddleLine(),
        new HyperbolaValley(),
        new DeepLinearChain(2),
        new DeepLinearChain(3),
        new DeepLinearChain(5),
        new PhaseRetrieval(2),
        new PhaseRetrieval(5),
        new PhaseSynchronisation(3),
        new PhaseSynchronisation(5),
        new PhaseSynchronisation(8),
        new ExplicitFormula(
            "x^2/2 + b*y^4/4 - y^2/2",
            List.of("x", "y"),
            null,
            Map.of("b", 0.7),
            Box.cube(2, -2, 2)));
  }

  static Stream<Objective> others() {
    double e = Math.E;
    return Stream.of(
        new Collapse(1),
        new Collapse(3),
        new Octopus(new Octopus.Config(1, e, 1, 3)),
        new Octopus(new Octopus.Config(2, 1, 1, 1)),
        new Octopus(new Octopus.Config(5, e, 0.5, 3)),
        new Octopus(new Octopus.Config(8, e, 1, 3)),
        new Quadratic(Quadratic.Config.diagonal(-1, 2)),
        new Quadratic(Quadratic.Config.rotated(5, -1, 2, 0.5, 3, 4, -7)),
        new Quadratic(Quadratic.Config.diagonal(0, 2)),
        new Quadratic(Quadratic.Config.of(new double[][] {{1, 2}, {2, -1}})),
        factorization(new double[] {3, 2, 1}, null, 1, null),
        factorization(new double[] {3, 2, 1}, null, 2, 4L),
        factorization(new double[] {3, 2, -1}, 5, 1, 4L),
        factorization(new double[] {2, 2, -1}, 4, 3, 9L));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void formulaKeepsItsContract(NamedFormula formula) {
    assertThat(ObjectiveContract.violations(formula.compile(FORMULAS), 1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("others")
  void objectiveKeepsItsContract(Objective objective) {
    assertThat(ObjectiveContract.violations(objective, 2)).isEmpty();
  }

  private static MatrixFactorization factorization(
      double[] spectrum, @Nullable Integer n, int rank, @Nullable Long seed) {
    return new MatrixFactorization(new MatrixFactorization.Config(spectrum, n, rank, seed));
  }
}
