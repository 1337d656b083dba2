package org.separatrix.core.formula;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A value with its first and second derivatives, propagated forwards through the syntax tree: a
 * second way to all that the symbolic derivatives give, without simplification or sharing.
 */
record Jet(double value, double[] gradient, double[][] hessian) {
  static Jet evaluate(String text, Map<String, Integer> variables, double[] x) {
    return evaluate(Parser.parse(text), variables, x);
  }

  private static Jet evaluate(Syntax syntax, Map<String, Integer> variables, double[] x) {
    if (syntax instanceof Syntax.Literal literal) {
      return constant(literal.value(), x.length);
    }
    if (syntax instanceof Syntax.Name name) {
      if (Vocabulary.CONSTANTS.containsKey(name.name())) {
        return constant(requireNonNull(Vocabulary.CONSTANTS.get(name.name())), x.length);
      }
      int index = requireNonNull(variables.get(name.name()), name.name());
      Jet jet = constant(x[index], x.length);
      jet.gradient[index] = 1;
      return jet;
    }
    if (syntax instanceof Syntax.Negation negation) {
      return evaluate(negation.operand(), variables, x).map(u -> -u, u -> -1, u -> 0);
    }
    if (syntax instanceof Syntax.Sum sum) {
      Jet total = constant(0, x.length);
      for (Syntax term : sum.terms()) {
        total = total.plus(evaluate(term, variables, x));
      }
      return total;
    }
    if (syntax instanceof Syntax.Product product) {
      Jet total = constant(1, x.length);
      for (Syntax.Factor factor : product.factors()) {
        Jet operand = evaluate(factor.operand(), variables, x);
        total = total.times(factor.divides() ? operand.power(-1) : operand);
      }
      return total;
    }
    if (syntax instanceof Syntax.Power power) {
      Jet base = evaluate(power.base(), variables, x);
      Jet exponent = evaluate(power.exponent(), variables, x);
      boolean constant = Arrays.stream(exponent.gradient).allMatch(slope -> slope == 0);
      return constant
          ? base.power(exponent.value)
          : exponent
              .times(base.map(Math::log, u -> 1 / u, u -> -1 / (u * u)))
              .map(Math::exp, Math::exp, Math::exp);
    }
    if (syntax instanceof Syntax.Call call) {
      return evaluate(call.argument(), variables, x).apply(call.function());
    }
    throw new IllegalArgumentException("no jet for " + syntax);
  }

  private static Jet constant(double value, int dimension) {
    return new Jet(value, new double[dimension], new double[dimension][dimension]);
  }

  private Jet apply(String function) {
    return switch (function) {
      case "sin" -> map(Math::sin, Math::cos, u -> -Math.sin(u));
      case "cos" -> map(Math::cos, u -> -Math.sin(u), u -> -Math.cos(u));
      case "tan" ->
          map(
              Math::tan,
              u -> 1 / Math.pow(Math.cos(u), 2),
              u -> 2 * Math.tan(u) / Math.pow(Math.cos(u), 2));
      case "exp" -> map(Math::exp, Math::exp, Math::exp);
      case "log" -> map(Math::log, u -> 1 / u, u -> -1 / (u * u));
      case "sqrt" -> power(0.5);
      case "tanh" ->
          map(
              Math::tanh,
              u -> 1 / Math.pow(Math.cosh(u), 2),
              u -> -2 * Math.tanh(u) / Math.pow(Math.cosh(u), 2));
      default -> throw new IllegalArgumentException(function);
    };
  }

  private Jet power(double n) {
    return map(
        u -> Math.pow(u, n),
        u -> n == 0 ? 0 : n * Math.pow(u, n - 1),
        u -> n == 0 || n == 1 ? 0 : n * (n - 1) * Math.pow(u, n - 2));
  }

  private Jet plus(Jet other) {
    Jet sum = constant(value + other.value, gradient.length);
    for (int i = 0; i < gradient.length; i++) {
      sum.gradient[i] = gradient[i] + other.gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        sum.hessian[i][j] = hessian[i][j] + other.hessian[i][j];
      }
    }
    return sum;
  }

  private Jet times(Jet other) {
    Jet product = constant(value * other.value, gradient.length);
    for (int i = 0; i < gradient.length; i++) {
      product.gradient[i] = gradient[i] * other.value + value * other.gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        product.hessian[i][j] =
            hessian[i][j] * other.value
                + gradient[i] * other.gradient[j]
                + gradient[j] * other.gradient[i]
                + value * other.hessian[i][j];
      }
    }
    return product;
  }

  private Jet map(DoubleUnaryOperator f, DoubleUnaryOperator slope, DoubleUnaryOperator curvature) {
    Jet image = constant(f.applyAsDouble(value), gradient.length);
    double first = slope.applyAsDouble(value);
    double second = curvature.applyAsDouble(value);
    for (int i = 0; i < gradient.length; i++) {
      image.gradient[i] = first * gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        image.hessian[i][j] = first * hessian[i][j] + second * gradient[i] * gradient[j];
      }
    }
    return image;
  }
}
