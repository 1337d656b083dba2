package org.separatrix.objectives;

import com.google.auto.service.AutoService;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** Contributes the objectives of this package. */
@AutoService(SeparatrixPlugin.class)
public final class ObjectivesPlugin extends SeparatrixPlugin {
  /** For the service loader. */
  public ObjectivesPlugin() {}

  @Override
  protected void contribute() {
    formula("formula", ExplicitFormula.class);
    contributeStrictSaddles();
    contributeDegeneratePoints();
    objective("quadratic", Quadratic.Config.class, (config, formulas) -> new Quadratic(config));
    objective(
        "phase-retrieval-samples",
        PhaseRetrievalSamples.Config.class,
        (config, formulas) -> new PhaseRetrievalSamples(config));
    objective(
        "matrix-factorization",
        MatrixFactorization.Config.class,
        (config, formulas) -> new MatrixFactorization(config));
  }

  private void contributeStrictSaddles() {
    formula("lee-2016", LeeFunction.class);
    formula("himmelblau", Himmelblau.class);
    formula("styblinski-tang", StyblinskiTang.class);
    formula("rosenbrock", Rosenbrock.class);
    formula("rastrigin", Rastrigin.class);
    formula("three-hump-camel", ThreeHumpCamel.class);
    formula("six-hump-camel", SixHumpCamel.class);
    formula("mueller-brown", MuellerBrown.class);
    formula("phase-retrieval", PhaseRetrieval.class);
    formula("phase-synchronisation", PhaseSynchronisation.class);
    formula("saddle-line", SaddleLine.class);
    objective("octopus", Octopus.Config.class, (config, formulas) -> new Octopus(config));
    objective(
        "collapse", Collapse.Config.class, (config, formulas) -> new Collapse(config.dimension()));
  }

  private void contributeDegeneratePoints() {
    formula("monkey-saddle", MonkeySaddle.class);
    formula("cubic-saddle", CubicSaddle.class);
    formula("quartic-saddle", QuarticSaddle.class);
    formula("inflection", Inflection.class);
    formula("hyperbola-valley", HyperbolaValley.class);
    formula("deep-linear-chain", DeepLinearChain.class);
  }

  private <C extends Record & NamedFormula> void formula(String id, Class<C> config) {
    objective(id, config, NamedFormula::compile);
  }
}
