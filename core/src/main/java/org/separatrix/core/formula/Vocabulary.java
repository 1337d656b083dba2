package org.separatrix.core.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.separatrix.api.objective.FormulaException;

/** The words that formulas know beside the names of variables and parameters. */
final class Vocabulary {
  /** Functions of one argument; the square root is written as a power of 1/2. */
  static final Set<String> FUNCTIONS =
      Stream.concat(
              Stream.of(ElementaryFunction.values()).map(ElementaryFunction::symbol),
              Stream.of("sqrt"))
          .collect(Collectors.toCollection(LinkedHashSet::new));

  static final List<String> LOOPS = List.of("sum", "prod");

  static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

  private static final Set<String> NOT_DIFFERENTIABLE =
      Set.of("abs", "min", "max", "sign", "sgn", "floor", "ceil", "round", "mod", "relu");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("ln", "log", "tg", "tan", "product", "prod", "root", "sqrt");

  private static final double SIMILAR = 0.85;

  private Vocabulary() {}

  static boolean contains(String name) {
    return FUNCTIONS.contains(name) || LOOPS.contains(name) || CONSTANTS.containsKey(name);
  }

  /** Explains why a name followed by '(' is an error. */
  static FormulaException notAFunction(Token name) {
    String text = name.text();
    if (NOT_DIFFERENTIABLE.contains(text)) {
      return Problem.at(
          name.column(),
          "'%s' is not offered, because it is not differentiable everywhere.".formatted(text),
          text.equals("abs") ? "write sqrt(x^2 + 1e-6)." : "write a smooth approximation.");
    }
    if (text.equals("pow") || text.equals("power")) {
      return Problem.at(name.column(), "'%s' is not a function.".formatted(text), "write x^2.");
    }
    List<String> functions = Stream.concat(FUNCTIONS.stream(), LOOPS.stream()).toList();
    String suggestion = didYouMean(text, functions);
    String message =
        "'%s' is not a function.%s Functions: %s"
            .formatted(text, suggestion, String.join(", ", functions));
    return suggestion.isEmpty()
        ? Problem.at(name.column(), message + ".", "write %s*(...) for a product.".formatted(text))
        : Problem.at(name.column(), message);
  }

  /** Returns " Did you mean ...?" with up to three similar names, or nothing. */
  static String didYouMean(String name, Collection<String> known) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    String other = OTHER_NAMES.get(name);
    List<String> similar =
        other != null && known.contains(other)
            ? List.of(other)
            : known.stream()
                .filter(candidate -> similarity.apply(name, candidate) > SIMILAR)
                .sorted(
                    Comparator.comparingDouble(
                        (String candidate) -> -similarity.apply(name, candidate)))
                .limit(3)
                .toList();
    return similar.isEmpty()
        ? ""
        : similar.stream()
            .map(candidate -> "'" + candidate + "'")
            .collect(Collectors.joining(" or ", " Did you mean ", "?"));
  }
}
