package org.separatrix.analysis.momentum;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.separatrix.analysis.rate.ConvergenceRate;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.linalg.ComplexEigenvalues;

/** Rates against the momentum, measured over the theory of heavy ball and Nesterov's method. */
final class MomentumFigure {
  private static final int POINTS = 200;

  private MomentumFigure() {}

  static String sentence(Escapee slow, Escapee fast, double uncertainty) {
    return "ln|distance| grows by %s per step under %s, by %s under %s (+-%s together); ln z = %s, %s"
        .formatted(
            Numbers.number(fast.escape().slope().orElseThrow(), 6),
            fast.cell().optimizerName(),
            Numbers.number(slow.escape().slope().orElseThrow(), 6),
            slow.cell().optimizerName(),
            Numbers.number(uncertainty, 2),
            Numbers.number(fast.escape().predicted(), 6),
            Numbers.number(slow.escape().predicted(), 6));
  }

  /** Returns the growth per step at a saddle, a figure for each step size. */
  static List<Figure> atSaddle(Census census, CriticalPoint saddle, List<Escapee> methods) {
    List<Figure> figures = new ArrayList<>();
    for (double alpha :
        methods.stream().mapToDouble(each -> each.form().alpha()).distinct().toArray()) {
      List<Escapee> same =
          methods.stream()
              .filter(each -> each.form().alpha() == alpha && each.escape().slope().isPresent())
              .toList();
      if (same.size() < 2) {
        continue;
      }
      double lambda = saddle.eigenvalues()[0];
      List<Layer> layers = theory((beta, gamma) -> Math.log(radius(alpha, beta, gamma, lambda)));
      layers.add(
          new Layer.Markers(
              "measured",
              Role.MEASURED,
              Series.of(same.stream().mapToDouble(each -> each.form().beta())),
              Series.of(same.stream().mapToDouble(each -> each.escape().slope().orElseThrow()))));
      figures.add(
          new Figure(
              "momentum-escape/%s/%s/alpha=%s"
                  .formatted(census.problem().name(), saddle.id(), Numbers.number(alpha)),
              census.problem().name(),
              Optional.empty(),
              "Escape from the saddle %s at alpha = %s"
                  .formatted(Numbers.point(saddle.x()), Numbers.number(alpha)),
              "Growth of ln|distance| per step, lambda_min = %s: Nesterov's method above heavy ball above gradient descent (beta = 0)."
                  .formatted(Numbers.number(lambda)),
              Axis.linear("momentum beta"),
              Axis.linear("ln z, growth of ln|distance| per step"),
              layers));
    }
    return figures;
  }

  /** Returns the local rate at the minima, a figure for each of them. */
  static List<Figure> atMinima(
      StudyResult result, Census census, List<CellResult> cells, Laboratory laboratory) {
    List<CellResult> family = cells.stream().filter(cell -> form(cell).isPresent()).toList();
    double[] alphas =
        family.stream().mapToDouble(cell -> form(cell).orElseThrow().alpha()).distinct().toArray();
    if (alphas.length != 1 || family.size() < 2) {
      return List.of();
    }
    StudyResult part = new StudyResult(result.study(), result.seed(), List.of(census), family);
    List<Finding> rates =
        new ConvergenceRate(new ConvergenceRate.Config(4, 20_000, 2))
            .analyze(part, laboratory)
            .findings();
    List<Figure> figures = new ArrayList<>();
    for (CriticalPoint point : census.points()) {
      List<Finding> here =
          rates.stream()
              .filter(each -> each.point().equals(Optional.of(point.id())))
              .filter(each -> each.observed().containsKey("rate"))
              .toList();
      if (point.kind() == CriticalPointKind.LOCAL_MINIMUM && !here.isEmpty()) {
        figures.add(atMinimum(census, point, alphas[0], here, family));
      }
    }
    return figures;
  }

  private static Figure atMinimum(
      Census census,
      CriticalPoint point,
      double alpha,
      List<Finding> rates,
      List<CellResult> family) {
    List<Layer> layers =
        theory(
            (beta, gamma) ->
                DoubleStream.of(point.eigenvalues())
                    .map(lambda -> radius(alpha, beta, gamma, lambda))
                    .max()
                    .orElseThrow());
    double[] betas =
        rates.stream().mapToDouble(each -> beta(each.cell().orElseThrow(), family)).toArray();
    layers.add(
        new Layer.Markers(
            "measured",
            Role.MEASURED,
            Series.of(betas),
            Series.of(
                rates.stream()
                    .mapToDouble(each -> Objects.requireNonNull(each.observed().get("rate"))))));
    return new Figure(
        "momentum-escape/%s/%s/local-rate".formatted(census.problem().name(), point.id()),
        census.problem().name(),
        Optional.empty(),
        "Local rate at the minimum %s at alpha = %s"
            .formatted(Numbers.point(point.x()), Numbers.number(alpha)),
        "Factor by which the distance changes per step: what momentum costs or gains at the end.",
        Axis.linear("momentum beta"),
        Axis.linear("spectral radius, factor of the distance per step"),
        layers);
  }

  private static double beta(String id, List<CellResult> family) {
    return family.stream()
        .filter(cell -> cell.id().equals(id))
        .mapToDouble(cell -> form(cell).orElseThrow().beta())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<MomentumForm> form(CellResult cell) {
    return cell.optimizer().linearization().flatMap(MomentumForm::of);
  }

  private static double radius(double alpha, double beta, double gamma, double lambda) {
    double[][] block = new MomentumForm(alpha, beta, gamma).block(lambda);
    return ComplexEigenvalues.of(block).spectralRadius();
  }

  private static List<Layer> theory(Rate rate) {
    List<Layer> layers = new ArrayList<>();
    layers.add(curve("heavy ball", beta -> rate.at(beta, 0)));
    layers.add(curve("Nesterov", beta -> rate.at(beta, beta)));
    return layers;
  }

  private static Layer curve(String name, DoubleUnaryOperator rate) {
    double[] betas = IntStream.range(0, POINTS).mapToDouble(i -> (double) i / POINTS).toArray();
    return new Layer.Curve(
        name, Role.THEORY, Series.of(betas), Series.of(DoubleStream.of(betas).map(rate)));
  }

  /** A rate as a function of beta and gamma. */
  @FunctionalInterface
  private interface Rate {
    double at(double beta, double gamma);
  }
}
