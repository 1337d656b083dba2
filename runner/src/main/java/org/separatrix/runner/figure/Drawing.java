package org.separatrix.runner.figure;

import java.io.IOException;
import java.io.OutputStream;
import org.separatrix.api.figure.Figure;

/** Draws figures. */
interface Drawing {
  /**
   * Lays a figure out.
   *
   * @param figure the figure
   */
  Picture picture(Figure figure);

  /** A figure that is laid out, for one thread at a time. */
  interface Picture {
    /**
     * Writes it as a picture of lines.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    void svg(OutputStream out) throws IOException;

    /**
     * Writes it as a picture of pixels.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    void png(OutputStream out) throws IOException;
  }
}
