package org.separatrix.runner.latex;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.runner.figure.FigureStyle;

/** Regions as an image with one pixel for each cell of their grid. */
final class RegionImage {
  private RegionImage() {}

  /**
   * Writes the image.
   *
   * @param layer the regions
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  static void write(Layer.Regions layer, OutputStream out) throws IOException {
    Grid grid = layer.grid();
    List<Integer> colors =
        FigureStyle.tints(layer).stream().map(tint -> Integer.parseInt(tint, 16)).toList();
    BufferedImage image =
        new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int label = (int) layer.labels().get(row * grid.columns() + column);
        image.setRGB(column, grid.rows() - 1 - row, colors.get(label));
      }
    }
    ImageIO.write(image, "png", out);
  }
}
