package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.census.BlockCensus;
import org.separatrix.core.census.CertifiedCensus;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.FormulaBlock;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.region.CaptureBall;
import org.separatrix.core.region.CaptureProduct;
import org.separatrix.core.region.CaptureProduct.Factor;
import org.separatrix.core.region.CaptureSearch;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.DivergenceSearch;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.rounding.GradientRounding;

/** Looks for the regions where runs of a method go to a minimum or to infinity. */
final class EndSearch {
  private final Certifier certifier;
  private final LinearMethod method;
  private final Thoroughness thoroughness;
  private final TimedSearch search;

  EndSearch(
      Certifier certifier, LinearMethod method, Thoroughness thoroughness, TimedSearch search) {
    this.certifier = certifier;
    this.method = method;
    this.thoroughness = thoroughness;
    this.search = search;
  }

  /** Returns the regions around points, and those of divergence. */
  CertifiedRegions regions(KnownPoints points) {
    Optional<GradientRounding> rounding =
        certifier.objective() instanceof CompiledFormula formula
            ? Optional.of(GradientRounding.of(formula))
            : Optional.empty();
    List<CertifiedRegion> regions =
        new ArrayList<>(balls(certifier.extension(), rounding, points.listed()));
    if (!points.summands().isEmpty() && certifier.extension() instanceof IntervalFormula sum) {
      product(sum.blocks(), points.summands()).ifPresent(regions::add);
    }
    regions.addAll(new DivergenceSearch(certifier.extension(), method).regions());
    return new CertifiedRegions(regions);
  }

  private List<CaptureBall> balls(
      IntervalExtension function,
      Optional<GradientRounding> rounding,
      List<CertifiedPoint> points) {
    CaptureSearch capture = new CaptureSearch(function, method, rounding, thoroughness);
    return search.around(
        points,
        point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM,
        minimum -> capture.around(minimum).stream().toList());
  }

  /** Returns nothing if there are no regions of some summand, so that no run is in one of each. */
  private Optional<CaptureProduct> product(List<FormulaBlock> sum, List<BlockCensus> summands) {
    record Key(String structure, CertifiedCensus census) {}
    Map<Key, List<CaptureBall>> known = new HashMap<>();
    List<Factor> factors = new ArrayList<>();
    for (int n = 0; n < sum.size(); n++) {
      FormulaBlock block = sum.get(n);
      List<CaptureBall> balls =
          known.computeIfAbsent(
              new Key(block.structure(), summands.get(n).census()),
              key -> balls(block.function(), Optional.empty(), key.census().points()));
      if (balls.isEmpty()) {
        return Optional.empty();
      }
      factors.add(new Factor(block.variables(), balls));
    }
    return Optional.of(new CaptureProduct(certifier.dimension(), factors));
  }
}
