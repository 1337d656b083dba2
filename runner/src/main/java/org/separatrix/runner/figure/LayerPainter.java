package org.separatrix.runner.figure;

import java.util.List;
import org.jfree.chart.LegendItem;

/** Draws a layer. */
interface LayerPainter {
  /**
   * Draws.
   *
   * @param canvas where
   */
  void paint(Canvas canvas);

  /** Returns what stands in the legend. */
  List<LegendItem> legend();
}
