package org.separatrix.analysis.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * A method on objectives that differ in nothing but their dimension.
 *
 * @param name the objectives' name without the dimension
 * @param method the method's name
 * @param times in ascending dimension, one for each
 */
record Family(String name, String method, List<ArrivalTimes> times) {
  Family {
    times = List.copyOf(times);
  }

  /** Groups the cells of a study by method and by the objective's name without its dimension. */
  static List<Family> of(StudyResult result, ExponentialTime.Config config, Laboratory laboratory) {
    Map<List<String>, Map<Integer, CellResult>> groups = new LinkedHashMap<>();
    for (CellResult cell : result.methods()) {
      String name = cell.problem().name().replaceAll("\\s*dimension=\\S+", "");
      groups
          .computeIfAbsent(List.of(name, cell.optimizerName()), key -> new LinkedHashMap<>())
          .putIfAbsent(cell.problem().dimension(), cell);
    }
    List<Family> families = new ArrayList<>();
    groups.forEach(
        (key, cells) ->
            families.add(
                new Family(
                    key.get(0),
                    key.get(1),
                    cells.values().stream()
                        .sorted(Comparator.comparingInt(cell -> cell.problem().dimension()))
                        .map(cell -> ArrivalTimes.measure(cell, config, laboratory))
                        .toList())));
    return families;
  }

  /** Returns the times in those dimensions in which every run arrived. */
  List<ArrivalTimes> complete() {
    return times.stream().filter(ArrivalTimes::isComplete).toList();
  }

  /** Returns the cell of the largest dimension. */
  CellResult largest() {
    return times.get(times.size() - 1).cell();
  }

  /** Returns a number of runs, over all dimensions. */
  int sum(ToIntFunction<ArrivalTimes> count) {
    return times.stream().mapToInt(count).sum();
  }

  /**
   * Returns kappa = ln(1/rho) / ln z, the least over the saddles: z the largest modulus of the
   * eigenvalues of A + lambda B C for the most negative lambda, rho that for the positive ones.
   *
   * @param result the study, for the critical points
   * @return empty without a linearization, or where no saddle both attracts and repels
   */
  OptionalDouble kappa(StudyResult result) {
    if (largest().optimizer().linearization().isEmpty()) {
      return OptionalDouble.empty();
    }
    Linearization linearization = largest().optimizer().linearization().get();
    Census census = result.census(largest().problem().name());
    return census.points().stream()
        .filter(point -> point.kind().isStrict())
        .mapToDouble(point -> kappa(linearization, point))
        .filter(kappa -> kappa > 0 && kappa < Double.POSITIVE_INFINITY)
        .min();
  }

  private static double kappa(Linearization linearization, CriticalPoint point) {
    double[] lambda = point.eigenvalues();
    double growth = Math.log(radius(linearization, lambda[0]));
    double attraction = 0;
    for (double eigenvalue : lambda) {
      if (eigenvalue > 0) {
        attraction = Math.max(attraction, radius(linearization, eigenvalue));
      }
    }
    return growth > 0 && attraction > 0 ? -Math.log(attraction) / growth : Double.NaN;
  }

  private static double radius(Linearization linearization, double lambda) {
    return ComplexEigenvalues.of(linearization.at(lambda)).spectralRadius();
  }
}
