package org.separatrix.runner.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;

/** Fills the cells of a grid with a light tint for each label. */
record RegionsPainter(Layer.Regions layer) implements LayerPainter {
  /** Pixels along an image: enough for print, and not more than a picture can show. */
  private static final int FINE = 900;

  private static final int FINEST = 1800;

  /** Labels that the legend explains. */
  private static final int EXPLAINED = 12;

  @Override
  public void paint(Canvas canvas) {
    Grid grid = layer.grid();
    double left = canvas.x(grid.x().low());
    double right = canvas.x(grid.x().high());
    double bottom = canvas.y(grid.y().low());
    double top = canvas.y(grid.y().high());
    if (!(right > left && bottom > top)) {
      return;
    }
    BufferedImage image = image(canvas);
    AffineTransform place = AffineTransform.getTranslateInstance(left, top);
    place.scale((right - left) / image.getWidth(), (bottom - top) / image.getHeight());
    Graphics2D graphics = canvas.graphics();
    graphics.drawImage(image, place, null);
  }

  private BufferedImage image(Canvas canvas) {
    Grid grid = layer.grid();
    int[] columns =
        cells(grid.columns(), grid.x(), canvas.horizontal().kind() == Axis.Scale.LOGARITHMIC);
    int[] rows = cells(grid.rows(), grid.y(), canvas.vertical().kind() == Axis.Scale.LOGARITHMIC);
    BufferedImage image =
        new BufferedImage(columns.length, rows.length, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < rows.length; i++) {
      int row = rows[rows.length - 1 - i];
      for (int j = 0; j < columns.length; j++) {
        int label = (int) layer.labels().get(row * grid.columns() + columns[j]);
        image.setRGB(j, i, Palette.tint(label).getRGB());
      }
    }
    return image;
  }

  /** The cell that each pixel shows; there are several to a cell, so that edges stay sharp. */
  private static int[] cells(int count, Axis.Range range, boolean logarithmic) {
    boolean even = !(logarithmic && range.low() > 0);
    int pixels = even ? count * ((FINE + count - 1) / count) : FINE;
    int[] cells = new int[Math.min(pixels, FINEST)];
    Scale scale =
        new Scale(even ? Axis.Scale.LINEAR : Axis.Scale.LOGARITHMIC, range.low(), range.high());
    for (int i = 0; i < cells.length; i++) {
      double value = scale.value((i + 0.5) / cells.length);
      double place = (value - range.low()) / (range.high() - range.low());
      cells[i] = Math.max(0, Math.min(count - 1, (int) (place * count)));
    }
    return cells;
  }

  @Override
  public List<LegendItem> legend() {
    List<LegendItem> items = new ArrayList<>();
    int count = layer.meanings().size();
    int explained = count <= EXPLAINED ? count : EXPLAINED - 1;
    Look look = Theme.look(Role.LANDSCAPE, 0);
    for (int label = 0; label < explained; label++) {
      items.addAll(LegendItems.patch(layer.meanings().get(label), look, Palette.tint(label)));
    }
    if (explained < count) {
      items.addAll(LegendItems.patch((count - explained) + " more", look, Color.WHITE));
    }
    return items;
  }
}
