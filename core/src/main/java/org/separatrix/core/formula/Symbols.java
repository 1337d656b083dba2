package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.FormulaException;

/** What the names in a formula stand for: its variables and its parameters. */
final class Symbols {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final Pattern INDEXED =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{Nd}_]*)\\[(-?[0-9]{1,9})\\]");

  private final Map<String, Integer> plain = new HashMap<>();
  private final Map<String, TreeMap<Long, Integer>> indexed = new HashMap<>();
  private final Map<String, Double> parameters;
  private final Set<String> described = new LinkedHashSet<>();

  /**
   * Reads the names of a formula.
   *
   * @throws FormulaException if one of them cannot be written in a formula or has a meaning already
   */
  Symbols(Formula formula) {
    List<String> variables = formula.variables();
    for (int i = 0; i < variables.size(); i++) {
      addVariable(variables.get(i), i);
    }
    parameters = formula.parameters();
    for (String name : parameters.keySet()) {
      if (!NAME.matcher(name).matches()) {
        throw badName("parameter", name);
      }
      checkFree("parameter", name);
      described.add(name);
    }
  }

  private void addVariable(String name, int position) {
    Matcher matcher = INDEXED.matcher(name);
    if (matcher.matches()) {
      String array = matcher.group(1);
      if (!indexed.containsKey(array)) {
        checkFree("variable", array);
      }
      indexed
          .computeIfAbsent(array, fresh -> new TreeMap<>())
          .put(Long.parseLong(matcher.group(2)), position);
      described.add(array + "[i]");
    } else if (NAME.matcher(name).matches()) {
      checkFree("variable", name);
      plain.put(name, position);
      described.add(name);
    } else {
      throw badName("variable", name);
    }
  }

  private void checkFree(String what, String name) {
    if (isVariable(name)) {
      throw new FormulaException(
          "%s '%s': a variable has this name already".formatted(what, name), 1);
    }
    if (Vocabulary.contains(name)) {
      String meaning = Vocabulary.CONSTANTS.containsKey(name) ? "constant" : "function";
      throw new FormulaException(
          "%s '%s' has the name of a %s.\nMaybe choose another name."
              .formatted(what, name, meaning),
          1);
    }
  }

  private static FormulaException badName(String what, String name) {
    return new FormulaException(
        "%s '%s': a name is a letter followed by letters, digits and '_'%s"
            .formatted(what, name, what.equals("variable") ? ", such as x, y2 or x[1]" : ""),
        1);
  }

  /** Tells whether a name is that of a variable, plain or indexed. */
  boolean isVariable(String name) {
    return plain.containsKey(name) || indexed.containsKey(name);
  }

  boolean isParameter(String name) {
    return parameters.containsKey(name);
  }

  /** Returns the value of a parameter or of a constant such as pi. */
  OptionalDouble number(String name) {
    Double value = parameters.getOrDefault(name, Vocabulary.CONSTANTS.get(name));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Returns the position of a variable without an index. */
  OptionalInt variable(String name) {
    Integer position = plain.get(name);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** Returns the position of an indexed variable. */
  int variable(Syntax.Indexed indexedName, long index, Set<String> loopVariables) {
    String name = indexedName.name();
    TreeMap<Long, Integer> positions = indexed.get(name);
    if (positions == null) {
      throw plain.containsKey(name)
          ? Problem.at(
              indexedName.column(),
              "'%s' has no index.".formatted(name),
              "write %s, or declare the dimension of an indexed variable.".formatted(name))
          : unknown(name + "[i]", indexedName.column(), loopVariables);
    }
    Integer position = positions.get(index);
    if (position == null) {
      throw Problem.at(
          indexedName.column(),
          "index %d of '%s' is out of range: it runs from %d to %d"
              .formatted(index, name, positions.firstKey(), positions.lastKey()));
    }
    return position;
  }

  /** Explains why a name without an index is an error. */
  FormulaException unknown(String name, int column, Set<String> loopVariables) {
    if (indexed.containsKey(name)) {
      return Problem.at(
          column,
          "'%s' needs an index from %d to %d."
              .formatted(name, indexed.get(name).firstKey(), indexed.get(name).lastKey()),
          "write %s[1], or sum(i, 1, n, %s[i]).".formatted(name, name));
    }
    if (Vocabulary.FUNCTIONS.contains(name)) {
      return Problem.at(
          column, "'%s' is a function.".formatted(name), "write %s(x).".formatted(name));
    }
    List<String> known = new ArrayList<>(described);
    known.addAll(loopVariables);
    known.addAll(Vocabulary.CONSTANTS.keySet().stream().sorted().toList());
    List<String> all = new ArrayList<>(known);
    all.addAll(Vocabulary.FUNCTIONS);
    all.addAll(Vocabulary.LOOPS);
    return Problem.at(
        column,
        "unknown name '%s'.%s Known: %s"
            .formatted(name, Vocabulary.didYouMean(name, all), String.join(", ", known)));
  }
}
