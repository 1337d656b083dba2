package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.separatrix.analysis.control.SaddleGeometry;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.Status;
import org.separatrix.core.manifold.LocalManifold;

/**
 * Tests whether runs from starts on the series of a stable manifold stay beside it as long as the
 * residuals of the series say.
 *
 * @param finding the answer
 * @param figure the runs, where there are some whose residuals decide
 */
record ResidenceTest(Finding finding, Optional<Figure> figure) {
  /** As near to the unit circle multipliers belong to no manifold. */
  private static final double SMALLEST_GROWTH = 1e-9;

  /**
   * Runs the test.
   *
   * @param manifolds the manifolds at a saddle
   * @param closedForm whether the method's map is known in closed form
   * @return empty at a point without a stable direction
   */
  static Optional<ResidenceTest> run(SaddleManifolds manifolds, Hypothesis closedForm) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(closedForm);
    hypotheses.add(manifolds.diagonalisable());
    if (manifolds.obstacle().isPresent()) {
      return Optional.of(unmet(manifolds, hypotheses, "no power series"));
    }
    if (manifolds.stable().isEmpty()) {
      return Optional.empty();
    }
    LocalManifold manifold = manifolds.stable().get();
    boolean hyperbolic =
        manifold.otherMultipliers().stream()
            .allMatch(multiplier -> multiplier.modulus() > 1 + SMALLEST_GROWTH);
    hypotheses.add(
        new Hypothesis(
            "hyperbolic: no |z| = 1",
            hyperbolic ? manifolds.point().status() : Status.VIOLATED,
            "multipliers off the manifold: " + manifold.otherMultipliers()));
    if (!hyperbolic) {
      return Optional.of(unmet(manifolds, hypotheses, "runs that are off the manifold may stay"));
    }
    Residence residence =
        Residence.of(
            manifold,
            manifolds.map(),
            manifolds.cell().problem().domain(),
            SaddleGeometry.neighbourhood(manifolds.census(), manifolds.point()),
            manifolds.rounding());
    Finding finding = judge(manifolds, hypotheses, residence);
    return Optional.of(new ResidenceTest(finding, figure(manifolds, residence)));
  }

  private static ResidenceTest unmet(
      SaddleManifolds manifolds, List<Hypothesis> hypotheses, String detail) {
    return new ResidenceTest(
        CellFinding.at(
            ManifoldGeometry.RESIDENCE.id(),
            manifolds.cell(),
            manifolds.point(),
            Verdict.HYPOTHESES_NOT_MET,
            hypotheses,
            Map.of(),
            Map.of(),
            detail),
        Optional.empty());
  }

  private static Finding judge(
      SaddleManifolds manifolds, List<Hypothesis> hypotheses, Residence residence) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    Map<String, Double> observed = new LinkedHashMap<>();
    predicted.put("growth", residence.setting().fastest());
    observed.put("exit", residence.setting().exit());
    observed.put("starts", (double) residence.stays().size());
    observed.put("deviating", (double) residence.deviating());
    List<Residence.Stay> decided = residence.decidedByResiduals();
    observed.put("decided-by-residuals", (double) decided.size());
    decided.stream()
        .min(Comparator.comparingDouble(stay -> stay.forecast().offset()))
        .ifPresent(
            stay -> {
              predicted.put("steps", (double) stay.forecast().steps().orElseThrow());
              stay.left().ifPresent(left -> observed.put("steps", (double) left));
              observed.put("offset", stay.forecast().offset());
              observed.put("rounding-floor", stay.forecast().floor());
            });
    Verdict verdict =
        residence.deviating() > 0
            ? Verdict.CONTRADICTED
            : residence.stays().isEmpty() ? Verdict.INCONCLUSIVE : Verdict.CONSISTENT;
    return CellFinding.at(
        ManifoldGeometry.RESIDENCE.id(),
        manifolds.cell(),
        manifolds.point(),
        verdict,
        hypotheses,
        predicted,
        observed,
        detail(residence));
  }

  private static String detail(Residence residence) {
    if (residence.stays().isEmpty()) {
      return residence.undecided() > 0
          ? "runs stay longer than could be looked at"
          : "no start on the series stays long enough to tell";
    }
    Optional<Residence.Stay> wrong =
        residence.stays().stream().filter(stay -> !stay.isAsForecast()).findFirst();
    if (wrong.isPresent()) {
      return "%d of %d runs do not leave as forecast: one %s, forecast %s"
          .formatted(
              residence.deviating(),
              residence.stays().size(),
              wrong.get().left().isPresent()
                  ? "leaves after " + Numbers.plural(wrong.get().left().getAsInt(), "step")
                  : "is there after " + Numbers.plural(wrong.get().observed(), "step"),
              range(wrong.get().forecast()));
    }
    List<Residence.Stay> decided = residence.decidedByResiduals();
    int rest = residence.stays().size() - decided.size();
    String rounding =
        rest == 0
            ? ""
            : "%d whose offset is below rounding stay at least %d steps"
                .formatted(
                    rest,
                    residence.stays().stream()
                        .filter(stay -> !stay.forecast().isDecidedByResiduals())
                        .mapToInt(stay -> stay.forecast().earliest())
                        .min()
                        .orElseThrow());
    if (decided.isEmpty()) {
      return rounding + "; rounding rules everywhere";
    }
    int last = decided.size() - 1;
    List<Residence.Stay> sorted = sorted(decided);
    return "%s %s to %s off W^s leave after %s to %s steps, forecast %s and %s%s"
        .formatted(
            Numbers.plural(decided.size(), "start"),
            Numbers.number(sorted.get(0).forecast().offset(), 2),
            Numbers.number(sorted.get(last).forecast().offset(), 2),
            sorted.get(last).observed(),
            sorted.get(0).observed(),
            range(sorted.get(last).forecast()),
            range(sorted.get(0).forecast()),
            rest == 0 ? "" : "; " + rounding);
  }

  private static List<Residence.Stay> sorted(List<Residence.Stay> stays) {
    return stays.stream()
        .sorted(Comparator.comparingDouble(stay -> stay.forecast().offset()))
        .toList();
  }

  private static String range(ResidenceForecast forecast) {
    OptionalInt latest = forecast.latest();
    return latest.isEmpty()
        ? "%d or later".formatted(forecast.earliest())
        : latest.getAsInt() == forecast.earliest()
            ? "%d".formatted(forecast.earliest())
            : "%d to %d".formatted(forecast.earliest(), latest.getAsInt());
  }

  private static Optional<Figure> figure(SaddleManifolds manifolds, Residence residence) {
    List<Residence.Stay> stays = sorted(residence.decidedByResiduals());
    if (stays.isEmpty()) {
      return Optional.empty();
    }
    int n = stays.size();
    Series offsets = Series.of(n, i -> stays.get(i).forecast().offset());
    List<Layer> layers = new ArrayList<>();
    if (residence.setting().slope().length == 1) {
      layers.add(law(residence.setting(), offsets));
    }
    layers.add(
        new Layer.Intervals(
            "forecast, earliest to latest",
            Role.THEORY,
            offsets,
            Series.of(n, i -> stays.get(i).forecast().earliest()),
            Series.of(n, i -> stays.get(i).forecast().latest().orElseThrow())));
    layers.add(
        new Layer.Markers(
            "runs",
            Role.MEASURED,
            offsets,
            Series.of(n, i -> stays.get(i).left().orElse(stays.get(i).observed()))));
    String title = "How long starts on the series of W^s stay at " + manifolds.point().id();
    return Optional.of(
        new Figure(
            "%s/%s/%s"
                .formatted(
                    ManifoldGeometry.RESIDENCE.id(), manifolds.cell().id(), manifolds.point().id()),
            manifolds.cell().problem().name(),
            Optional.of(manifolds.cell().id()),
            title,
            "Each start lies on the series of order %d; its residuals say how far off W^s it is, e, and after how many steps it has left by R: about ln(R/e)/ln z, more where it comes from afar. z = %s, R = %s."
                .formatted(
                    residence.setting().manifold().order(),
                    Numbers.number(residence.setting().fastest()),
                    Numbers.number(residence.setting().exit(), 2)),
            Axis.logarithmic("offset e"),
            Axis.linear("step k of leaving"),
            layers));
  }

  /** What the forecast is for a start so near the saddle that the motion is linear throughout. */
  private static Layer law(ResidenceSetting setting, Series offsets) {
    Series ends = Series.of(offsets.get(0), offsets.get(offsets.size() - 1));
    return new Layer.Curve(
        "ln(R/e)/ln z",
        Role.REFERENCE,
        ends,
        Series.of(2, i -> Math.log(setting.exit() / ends.get(i)) / Math.log(setting.fastest())));
  }
}
