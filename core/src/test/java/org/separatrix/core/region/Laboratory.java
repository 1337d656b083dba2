package org.separatrix.core.region;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/** Functions of the tests, and enclosures of their critical points. */
final class Laboratory {
  static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

  private Laboratory() {}

  static CompiledFormula compiled(String text) {
    return compiled(text, "x", "y");
  }

  static CompiledFormula compiled(String text, String... variables) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, variables));
  }

  static IntervalFormula formula(String text) {
    return new IntervalFormula(compiled(text));
  }

  /** Encloses the critical point near a guess by Krawczyk's test. */
  static IntervalVector criticalPoint(IntervalFormula f, double... guess) {
    double[] x = guess.clone();
    double[][] inverse = {};
    for (int i = 0; i < 30; i++) {
      double[][] h = f.jacobian(IntervalVector.point(x)).range().midpoint();
      inverse = new LUDecomposition(new Array2DRowRealMatrix(h)).getSolver().getInverse().getData();
      double[] g = f.gradient(IntervalVector.point(x)).range().midpoint();
      for (int k = 0; k < x.length; k++) {
        for (int l = 0; l < x.length; l++) {
          x[k] -= inverse[k][l] * g[l];
        }
      }
    }
    IntervalVector center = IntervalVector.point(x);
    Interval[] sides = new Interval[x.length];
    Arrays.setAll(sides, k -> Interval.point(x[k]).inflated(1e-12));
    IntervalVector box = IntervalVector.of(sides);
    IntervalMatrix r = IntervalMatrix.point(inverse);
    IntervalVector newton = center.minus(r.times(f.gradient(center).range()));
    IntervalMatrix rest = IntervalMatrix.identity(x.length).minus(r.times(f.jacobian(box).range()));
    IntervalVector image = newton.plus(rest.times(box.minus(center)));
    if (!image.isInteriorTo(box)) {
      throw new AssertionError("no critical point is proven near " + center);
    }
    return image;
  }
}
