package org.separatrix.runner.figure;

import java.io.IOException;
import java.io.OutputStream;
import org.separatrix.api.figure.Figure;

/** Draws figures. */
interface Drawing {
  /**
   * Draws a figure as a picture of lines.
   *
   * @param figure the figure
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  void svg(Figure figure, OutputStream out) throws IOException;

  /**
   * Draws a figure as a picture of pixels.
   *
   * @param figure the figure
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  void png(Figure figure, OutputStream out) throws IOException;
}
