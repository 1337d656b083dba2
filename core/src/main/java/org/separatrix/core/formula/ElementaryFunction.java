package org.separatrix.core.formula;

import java.util.Locale;

/**
 * The functions of one argument that occur in an {@link Expression}.
 *
 * <p>They are computed by {@link StrictMath}, so that every machine finds the same bits. The square
 * root is not among them: it is the power with exponent 1/2.
 */
public enum ElementaryFunction {
  /** The sine. */
  SIN(true) {
    @Override
    public double apply(double argument) {
      return StrictMath.sin(argument);
    }
  },
  /** The cosine. */
  COS(true) {
    @Override
    public double apply(double argument) {
      return StrictMath.cos(argument);
    }
  },
  /** The tangent. */
  TAN(false) {
    @Override
    public double apply(double argument) {
      return StrictMath.tan(argument);
    }
  },
  /** The exponential function. */
  EXP(true) {
    @Override
    public double apply(double argument) {
      return StrictMath.exp(argument);
    }
  },
  /** The natural logarithm. */
  LOG(false) {
    @Override
    public double apply(double argument) {
      return StrictMath.log(argument);
    }
  },
  /** The hyperbolic tangent. */
  TANH(true) {
    @Override
    public double apply(double argument) {
      return StrictMath.tanh(argument);
    }
  };

  private final boolean entire;

  ElementaryFunction(boolean entire) {
    this.entire = entire;
  }

  /**
   * Returns the function's value, which is not a number outside of its domain.
   *
   * @param argument where
   */
  public abstract double apply(double argument);

  /** Tells whether the function is defined on all of R. */
  public boolean isDefinedEverywhere() {
    return entire;
  }

  /** Returns the name used in formulas, such as {@code sin}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
