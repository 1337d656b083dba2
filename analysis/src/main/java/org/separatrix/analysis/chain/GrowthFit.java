package org.separatrix.analysis.chain;

import java.util.List;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Least-squares fits of T = C d^p e^(b d) to times in several dimensions.
 *
 * @param rate b of the fit with both factors
 * @param rateError its standard error, the misfit taken for noise
 * @param degreesOfFreedom of this error
 * @param exponential b and its error of the fit without the power, p = 0
 * @param power p and its error of the fit without the exponential, b = 0
 */
record GrowthFit(
    double rate, double rateError, int degreesOfFreedom, Line exponential, Line power) {
  /** Fewest dimensions with which the error of b is known, by two degrees of freedom. */
  static final int FEWEST = 5;

  /** Fits ln T, equal weights. */
  static GrowthFit of(List<ArrivalTimes> times) {
    int n = times.size();
    double[] y = new double[n];
    double[][] x = new double[n][];
    SimpleRegression exponential = new SimpleRegression();
    SimpleRegression power = new SimpleRegression();
    for (int i = 0; i < n; i++) {
      double d = times.get(i).dimension();
      y[i] = Math.log(times.get(i).mean());
      x[i] = new double[] {d, Math.log(d)};
      exponential.addData(d, y[i]);
      power.addData(Math.log(d), y[i]);
    }
    OLSMultipleLinearRegression both = new OLSMultipleLinearRegression();
    both.newSampleData(y, x);
    return new GrowthFit(
        both.estimateRegressionParameters()[1],
        both.estimateRegressionParametersStandardErrors()[1],
        n - 3,
        Line.of(exponential),
        Line.of(power));
  }

  /**
   * A fitted line.
   *
   * @param intercept ordinate at 0
   * @param slope its slope
   * @param error standard error of the slope
   * @param residual standard deviation of the ordinates from the line
   */
  record Line(double intercept, double slope, double error, double residual) {
    private static Line of(SimpleRegression regression) {
      return new Line(
          regression.getIntercept(),
          regression.getSlope(),
          regression.getSlopeStdErr(),
          Math.sqrt(regression.getMeanSquareError()));
    }
  }
}
