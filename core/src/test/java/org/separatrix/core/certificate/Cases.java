package org.separatrix.core.certificate;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

/** Functions and methods of the tests. */
final class Cases {
  static final CompiledFormula LEE = formula("x[1]^2/2 + x[2]^4/4 - x[2]^2/2", 2);
  static final Box SQUARE = Box.cube(2, -2, 2);

  private Cases() {}

  static CompiledFormula formula(String text, int dimension) {
    return new SymbolicFormulaCompiler().compile(Formula.indexed(text, dimension, Map.of()));
  }

  static Effort effort(BooleanSupplier cancelled) {
    return new Effort(0.01, 20_000, Duration.ofSeconds(20), cancelled);
  }

  static Certifier certifier(Objective objective, Box domain) {
    return Certifier.of(objective, domain, effort(() -> false)).orElseThrow();
  }

  /** What is proven of a method on Lee's function. */
  static MethodCertificate lee(LinearMethod method) {
    Certifier certifier = certifier(LEE, SQUARE);
    return new MethodCertificate(
        certifier,
        method,
        KnownPoints.of(certifier.census(1).orElseThrow()),
        Thoroughness.QUICK,
        TaskPool.sequential());
  }

  static LinearMethod gradientDescent(double alpha) {
    return new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
  }

  static LinearMethod momentum(double alpha, double beta, double ahead) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + ahead, -ahead}) {};
  }
}
