package org.separatrix.core.formula;

import java.util.Locale;

/**
 * The functions of one argument that occur in an {@link Expression}.
 *
 * <p>They are computed by {@link ElementaryLanes}, and by {@link StrictMath} where that is not a
 * number, so that every machine finds the same bits. The square root is not among them: it is the
 * power with exponent 1/2.
 */
public enum ElementaryFunction {
  /** The sine. */
  SIN(true) {
    @Override
    double fast(double argument) {
      return ElementaryLanes.sin(argument);
    }

    @Override
    double careful(double argument) {
      return StrictMath.sin(argument);
    }
  },
  /** The cosine. */
  COS(true) {
    @Override
    double fast(double argument) {
      return ElementaryLanes.cos(argument);
    }

    @Override
    double careful(double argument) {
      return StrictMath.cos(argument);
    }
  },
  /** The tangent. */
  TAN(false) {
    @Override
    double fast(double argument) {
      return ElementaryLanes.tan(argument);
    }

    @Override
    double careful(double argument) {
      return StrictMath.tan(argument);
    }
  },
  /** The exponential function. */
  EXP(true) {
    @Override
    double fast(double argument) {
      return ElementaryLanes.exp(argument);
    }

    @Override
    double careful(double argument) {
      return StrictMath.exp(argument);
    }
  },
  /** The natural logarithm. */
  LOG(false) {
    @Override
    double fast(double argument) {
      return ElementaryLanes.log(argument);
    }

    @Override
    double careful(double argument) {
      return StrictMath.log(argument);
    }
  },
  /** The hyperbolic tangent. */
  TANH(true) {
    @Override
    double fast(double argument) {
      return HyperbolicLanes.tanh(argument);
    }

    @Override
    double careful(double argument) {
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
  public final double apply(double argument) {
    double value = fast(argument);
    return Double.isNaN(value) ? careful(argument) : value;
  }

  /** The value or, also where the function is defined, not a number. */
  abstract double fast(double argument);

  /** The value wherever {@link #fast} has none. */
  abstract double careful(double argument);

  /** Tells whether the function is defined on all of R. */
  public boolean isDefinedEverywhere() {
    return entire;
  }

  /** Returns the name used in formulas, such as {@code sin}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
