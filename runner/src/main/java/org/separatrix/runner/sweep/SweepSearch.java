package org.separatrix.runner.sweep;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.yaml.YamlJson;

/**
 * Finds the sweeps of a study: sets of cells that differ in one number of their objective,
 * optimizer or start, which takes at least three values, and what was predicted and measured along
 * it.
 */
public final class SweepSearch {
  private static final int FEWEST = 3;

  private final Map<String, CellParameters> parameters = new LinkedHashMap<>();
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * Looks at a plan.
   *
   * @param plan the study's plan
   */
  public SweepSearch(Plan plan) {
    Map<String, JsonNode> objectives = new LinkedHashMap<>();
    for (Entry objective : plan.study().objectives()) {
      objectives.put(objective.name(), YamlJson.of(objective.portable()));
    }
    for (Cell cell : plan.cells()) {
      JsonNode objective = objectives.get(cell.problem().name());
      if (objective != null) {
        cells.put(cell.id(), cell);
        parameters.put(
            cell.id(), CellParameters.of(objective, cell.optimizerJson(), cell.startJson()));
      }
    }
  }

  /**
   * Returns the sweeps, in the order of the cells.
   *
   * @param results what was measured in each cell
   * @param findings what was found
   */
  public List<Sweep> sweeps(List<CellResult> results, List<Finding> findings) {
    Map<String, List<Measured>> byCell = new LinkedHashMap<>();
    for (CellResult result : results) {
      byCell.put(result.id(), Measured.of(result, findings));
    }
    List<Sweep> sweeps = new ArrayList<>();
    for (String parameter : allNumbers()) {
      for (List<String> family : families(parameter)) {
        sweeps.addAll(along(parameter, family, byCell));
      }
    }
    return sweeps;
  }

  private Set<String> allNumbers() {
    return parameters.values().stream()
        .flatMap(each -> each.numbers().keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What cells of a sweep share: two entries that differ in their names alone are not one. */
  private record Shared(String subject, Map<String, String> keys) {}

  /** Cells that differ in a number alone, by its size. */
  private List<List<String>> families(String parameter) {
    Map<Shared, List<String>> families = new LinkedHashMap<>();
    parameters.forEach(
        (cell, each) -> {
          if (each.numbers().containsKey(parameter)) {
            families
                .computeIfAbsent(
                    new Shared(subject(parameter, cell), each.without(parameter)),
                    shared -> new ArrayList<>())
                .add(cell);
          }
        });
    families.values().forEach(family -> family.sort(Comparator.comparing(value(parameter))));
    return families.values().stream().filter(family -> family.size() >= FEWEST).toList();
  }

  private Function<String, Double> value(String parameter) {
    return cell -> requireNonNull(requireNonNull(parameters.get(cell)).numbers().get(parameter));
  }

  private List<Sweep> along(
      String parameter, List<String> family, Map<String, List<Measured>> byCell) {
    Map<Measured.Key, List<Sweep.Point>> points = new LinkedHashMap<>();
    for (String cell : family) {
      for (Measured measured : byCell.getOrDefault(cell, List.of())) {
        points
            .computeIfAbsent(measured.key(), key -> new ArrayList<>())
            .add(
                new Sweep.Point(
                    value(parameter).apply(cell),
                    cell,
                    measured.predicted(),
                    measured.observed(),
                    measured.verdict()));
      }
    }
    String subject = subject(parameter, family.get(0));
    return points.entrySet().stream()
        .filter(
            entry -> entry.getValue().stream().map(Sweep.Point::value).distinct().count() >= FEWEST)
        .map(
            entry ->
                new Sweep(
                    parameter,
                    subject,
                    entry.getKey().prediction(),
                    entry.getKey().quantity(),
                    entry.getValue()))
        .toList();
  }

  /** Names what the cells have in common: the entries, the swept one by its type. */
  private String subject(String parameter, String id) {
    Cell cell = requireNonNull(cells.get(id));
    String objective = parameter.startsWith("objective.") ? "objectives" : cell.problem().name();
    String optimizer =
        parameter.startsWith("optimizer.")
            ? cell.optimizerEntry().type()
            : cell.optimizerEntry().name();
    String start =
        parameter.startsWith("start.") ? cell.startEntry().type() : cell.startEntry().name();
    return String.join(", ", objective, optimizer, start);
  }
}
