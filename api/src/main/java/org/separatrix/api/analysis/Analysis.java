package org.separatrix.api.analysis;

import java.util.List;
import org.separatrix.api.figure.Figure;

/**
 * What an analyzer has to say about a study.
 *
 * @param findings one for each prediction, cell and point, in a fixed order
 * @param figures what to draw, in a fixed order
 */
public record Analysis(List<Finding> findings, List<Figure> figures) {
  /** Copies the lists. */
  public Analysis {
    findings = List.copyOf(findings);
    figures = List.copyOf(figures);
  }

  /**
   * Returns an analysis without figures.
   *
   * @param findings the findings
   */
  public static Analysis of(List<Finding> findings) {
    return new Analysis(findings, List.of());
  }

  /**
   * Returns what several analyses say, one after the other.
   *
   * @param parts the analyses
   */
  public static Analysis concatenation(List<Analysis> parts) {
    return new Analysis(
        parts.stream().flatMap(part -> part.findings().stream()).toList(),
        parts.stream().flatMap(part -> part.figures().stream()).toList());
  }
}
