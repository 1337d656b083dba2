package org.separatrix.analysis.escape;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** The distribution of a start's unstable coordinate x_0, symmetric, in units of its scale. */
interface StartLaw {
  /** N(0, 1). */
  StartLaw NORMAL =
      new StartLaw() {
        @Override
        public double within(double u) {
          return Erf.erf(u / Math.sqrt(2));
        }

        @Override
        public double slope() {
          return 2 / Math.sqrt(2 * Math.PI);
        }
      };

  /** Returns P(|x_0| &lt;= u) for u &gt;= 0. */
  double within(double u);

  /** Returns the derivative of that at u = 0, its largest. */
  double slope();

  /**
   * Returns the law of a coordinate of a uniform point of the unit ball, whose square has the Beta
   * distribution with 1/2 and (d + 1)/2.
   *
   * @param dimension d
   */
  static StartLaw coordinateOfBall(int dimension) {
    return new StartLaw() {
      @Override
      public double within(double u) {
        return u >= 1 ? 1 : Beta.regularizedBeta(u * u, 0.5, 0.5 * (dimension + 1));
      }

      @Override
      public double slope() {
        double logarithm =
            Gamma.logGamma(0.5 * dimension + 1) - Gamma.logGamma(0.5 * (dimension + 1));
        return 2 * Math.exp(logarithm) / Math.sqrt(Math.PI);
      }
    };
  }
}
