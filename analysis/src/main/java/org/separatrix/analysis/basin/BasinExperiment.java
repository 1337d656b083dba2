package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.geometry.StepRounding;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.ClosedFormMap;
import org.separatrix.analysis.hypothesis.LocalDiffeomorphism;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * The basins of one method on a slice, and what is to be said of them.
 *
 * @param cell the first cell with the method
 * @param census the points known
 * @param raster the limits
 * @param measures of the raster
 * @param closedForm whether the method's map is known in closed form
 * @param curves the stable manifolds on the slice; empty without a map
 * @param boundary compared with these; empty without curves, or if some start goes to no minimum
 */
record BasinExperiment(
    CellResult cell,
    Census census,
    BasinRaster raster,
    BasinMeasures measures,
    ClosedFormMap closedForm,
    Optional<StableCurves> curves,
    Optional<Boundary> boundary) {
  private static final String TO_MINIMA = "every start goes to a minimum";
  private static final double PIXEL = 1;

  /** Runs the starts, grows the curves and compares. */
  static BasinExperiment run(
      CellResult cell,
      Census census,
      PlanarSlice slice,
      Basins.Config config,
      Laboratory laboratory) {
    BasinRaster raster = BasinRaster.of(cell, census, slice, config.resolution(), laboratory);
    BasinMeasures measures =
        BasinMeasures.of(raster.labels(), laboratory.random("discs/" + cell.id()));
    ClosedFormMap closedForm = ClosedFormMap.of(cell.problem().objective(), cell.optimizer());
    Optional<StableCurves> curves =
        closedForm.map().map(map -> new StableCurves(raster, map, config.order(), census.points()));
    Optional<Boundary> boundary =
        curves
            .filter(found -> raster.elsewhere() == 0)
            .map(found -> Boundary.of(cell, census, raster, found, config.maxSeeds(), laboratory));
    return new BasinExperiment(cell, census, raster, measures, closedForm, curves, boundary);
  }

  private Hypothesis toMinima() {
    long elsewhere = raster.elsewhere();
    String pixels = Numbers.count((long) raster.labels().width() * raster.labels().height());
    return elsewhere == 0
        ? new Hypothesis(TO_MINIMA, Status.ESTIMATED, "all " + pixels + " of the raster do")
        : new Hypothesis(
            TO_MINIMA,
            Status.VIOLATED,
            "%s of %s of the raster do not".formatted(Numbers.count(elsewhere), pixels));
  }

  /** Tells whether runs go downhill: gradient descent with alpha < 2/L. */
  private boolean descends() {
    return cell.optimizer() instanceof LinearMethod method
        && method.isGradientStep()
        && cell.problem()
            .lipschitz()
            .filter(bound -> -method.b()[0] * bound.value() < 2 && method.b()[0] < 0)
            .isPresent();
  }

  /**
   * Answers whether the boundary is made of stable manifolds.
   *
   * @param reference another method on the same slice, to compare with pixel by pixel
   */
  Finding boundaryFinding(Optional<BasinExperiment> reference) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(closedForm.hypothesis());
    hypotheses.add(toMinima());
    hypotheses.add(
        new Hypothesis(
            "all critical points are known",
            census.completeness(),
            "%d in the domain".formatted(census.points().size())));
    boolean bypassed = boundary.flatMap(Boundary::bypassing).isPresent();
    if (bypassed && !descends()) {
      hypotheses.add(
          new Hypothesis(
              "runs from the boundary go to critical points",
              Status.VIOLATED,
              "the one from %s passes by all of them, and nothing says that runs go downhill"
                  .formatted(Numbers.point(boundary.flatMap(Boundary::bypassing).orElseThrow()))));
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    raster.shares().forEach((name, share) -> observed.put("share-" + name, share));
    boundary.ifPresent(
        found -> {
          observed.put("boundary-to-manifolds", found.distance());
          observed.put("manifolds-to-boundary", found.back());
          observed.put("edges", (double) found.edges());
          observed.put("missed", (double) found.missed());
          observed.put("seeds", (double) found.seeds());
        });
    observed.putAll(BasinMeasures.distances(raster, raster.edges()));
    reference.ifPresent(
        other ->
            observed.put(
                "changed-from-" + other.cell().optimizerName(),
                raster.changedFrom(other.raster())));
    Map<String, Double> predicted = new LinkedHashMap<>();
    boundary.ifPresent(found -> predicted.put("distance-at-most", PIXEL));
    Verdict answer = boundary.map(BasinExperiment::verdict).orElse(Verdict.HYPOTHESES_NOT_MET);
    return CellFinding.of(
        Basins.BOUNDARY.id(), cell, answer, hypotheses, predicted, observed, detail());
  }

  private static Verdict verdict(Boundary found) {
    if (found.bypassing().isPresent()) {
      return Verdict.CONTRADICTED;
    }
    if (found.edges() == 0) {
      return Verdict.INCONCLUSIVE;
    }
    boolean close = found.missed() == 0 && found.distance() <= PIXEL && found.back() <= PIXEL;
    return close ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }

  private String detail() {
    int width = raster.labels().width();
    String size = "%d x %d starts".formatted(width, raster.labels().height());
    if (boundary.isEmpty()) {
      return size + ", the boundary not compared with stable manifolds";
    }
    Boundary found = boundary.get();
    if (found.edges() == 0) {
      return size + ", one basin, no boundary";
    }
    String text =
        "%s; the boundary within %s pixels of W^s of %s, W^s within %s of it where it borders two basins, %d of %d curves grown from the boundary"
            .formatted(
                size,
                Numbers.number(found.distance(), 2),
                Numbers.plural(found.curves().saddles(), "saddle"),
                Numbers.number(found.back(), 2),
                found.curves().pieces().stream().filter(piece -> !isThroughSaddle(piece)).count(),
                found.curves().pieces().size());
    return found.missed() == 0
        ? text
        : text
            + ", %s of pixels explained by none".formatted(Numbers.plural(found.missed(), "pair"));
  }

  private boolean isThroughSaddle(StableCurves.Piece piece) {
    return raster
        .slice()
        .coordinates(piece.saddle().x())
        .filter(u -> piece.curve().distance(u) <= 1e-6 * raster.slice().diagonal())
        .isPresent();
  }

  /** Answers whether the boundary is smooth. */
  Finding smoothnessFinding() {
    List<Hypothesis> hypotheses = new ArrayList<>();
    boolean oneMap = cell.optimizer().isDeterministic();
    hypotheses.add(
        new Hypothesis(
            "the method iterates one map",
            oneMap ? Status.DECLARED : Status.VIOLATED,
            oneMap ? "it draws no random numbers" : "it draws random numbers"));
    hypotheses.add(LocalDiffeomorphism.check(cell.problem(), cell.optimizer()));
    hypotheses.add(toMinima());
    boolean bounded = measures.smooth().isPresent();
    Verdict answer =
        measures.isFractal()
            ? Verdict.CONTRADICTED
            : bounded && measures.isSmooth() ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    String detail =
        bounded
            ? "boundary basin entropy %s, below ln 2 = 0.6931 if smooth; uncertainty exponent %s +- %s"
                .formatted(
                    Numbers.number(measures.coarse().boundaryEntropy(), 3),
                    Numbers.number(measures.dimension().uncertaintyExponent(), 3),
                    Numbers.number(measures.dimension().error(), 1))
            : "no boundary on the slice";
    return CellFinding.of(
        Basins.SMOOTHNESS.id(),
        cell,
        answer,
        hypotheses,
        Map.of("uncertainty-exponent", 1.0, "boundary-basin-entropy-below", Math.log(2)),
        measures.observed(),
        detail);
  }

  /** Answers, for each saddle with curves on the slice, where starts on its two sides go. */
  List<Finding> separationFindings(Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    for (CriticalPoint saddle : census.points()) {
      List<StableCurves.Piece> pieces =
          curves.map(StableCurves::pieces).orElse(List.of()).stream()
              .filter(piece -> piece.saddle().id().equals(saddle.id()))
              .toList();
      if (pieces.isEmpty()) {
        continue;
      }
      double rounding = StepRounding.of(cell.problem(), (LinearMethod) cell.optimizer());
      Sides sides = Sides.of(cell, census, raster.slice(), saddle, pieces, rounding, laboratory);
      List<Hypothesis> hypotheses =
          List.of(
              closedForm.hypothesis(),
              new Hypothesis("one unstable direction", saddle.status(), "W^s is a hypersurface"));
      findings.add(
          Finding.at(
              Basins.SEPARATION.id(),
              cell,
              saddle,
              sides.verdict(),
              hypotheses,
              Map.of("deviating", 0.0),
              observed(sides),
              "beside %d of %d points of W^s all starts go where those beside %s go: %s%s"
                  .formatted(
                      sides.known() - sides.deviating(),
                      sides.known(),
                      saddle.id(),
                      sides.branches().stream().map(raster::name).toList(),
                      sides.below() == 0
                          ? ""
                          : ", without %s closer than error and rounding tell apart"
                              .formatted(Numbers.plural(sides.below(), "pair")))));
    }
    return findings;
  }

  private static Map<String, Double> observed(Sides sides) {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("deviating", (double) sides.deviating());
    observed.put("points", (double) sides.known());
    observed.put("pairs", (double) sides.points().stream().mapToInt(List::size).sum());
    observed.put("pairs-below-resolution", (double) sides.below());
    return observed;
  }
}
