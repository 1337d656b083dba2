package org.separatrix.analysis.critical;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.plugin.Doc;

/**
 * Tests the census of critical points by what does not depend on how they were searched for.
 *
 * <p>In one and two dimensions the indices of the points inside the domain must add up to the
 * degree of the gradient on its boundary. In any dimension the points that the objective's author
 * declares must be in the census with the declared kind. An objective of higher dimension about
 * which nothing is declared gets no finding: there is nothing to hold its census against.
 */
public final class CriticalPoints implements Analyzer {
  /** Configuration of the analyzer, which has no keys. */
  @Doc(
      value =
          "Whether the critical points found are all: by the degree of the gradient on the boundary"
              + " in one and two dimensions, and by the points that the objective declares.",
      example = "critical-points")
  public record Config() {}

  @Override
  public List<Prediction> predictions() {
    return List.of(IndexSum.PREDICTION, DeclaredPoints.PREDICTION);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Census census : result.censuses()) {
      IndexSum.finding(census).ifPresent(findings::add);
      DeclaredPoints.finding(census, laboratory).ifPresent(findings::add);
      LandscapeFigure.of(census, result, laboratory).ifPresent(figures::add);
    }
    return new Analysis(findings, figures);
  }
}
