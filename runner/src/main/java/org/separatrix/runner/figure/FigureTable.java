package org.separatrix.runner.figure;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.csv.CsvText;

/**
 * Writes the data of a figure as one table, a line for each point.
 *
 * <p>The columns are {@code layer, name, kind, role, x, y, low, high, value, label}: the number of
 * the layer from 1, the bottom first, its name, kind and role; then what the kind has. A curve and
 * markers have x and y, a band and intervals x, low and high. A bar has its middle x, its height y
 * and its edges low and high. Labels have x, y and a label. A cell of contours has its middle x and
 * y and a value, one of regions a label. A missing number is left empty. Of a grid of more than 256
 * columns or rows every m-th is written, so many that at most 256 are left. Texts are written so
 * that no spreadsheet takes one for a formula.
 */
final class FigureTable {
  private static final int FINEST = 256;

  private final CSVPrinter csv;

  private FigureTable(CSVPrinter csv) {
    this.csv = csv;
  }

  /**
   * Writes a table.
   *
   * @param figure the figure
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  static void write(Figure figure, OutputStream out) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    csv.printRecord("layer", "name", "kind", "role", "x", "y", "low", "high", "value", "label");
    FigureTable table = new FigureTable(csv);
    for (int i = 0; i < figure.layers().size(); i++) {
      table.print(i + 1, figure.layers().get(i));
    }
    csv.flush();
  }

  private void print(int number, Layer layer) throws IOException {
    if (layer instanceof Layer.Curve curve) {
      points(new Lines(number, layer.name(), "curve", curve.role()), curve.x(), curve.y());
    } else if (layer instanceof Layer.Markers markers) {
      points(new Lines(number, layer.name(), "markers", markers.role()), markers.x(), markers.y());
    } else if (layer instanceof Layer.Band band) {
      ranges(
          new Lines(number, layer.name(), "band", band.role()), band.x(), band.low(), band.high());
    } else if (layer instanceof Layer.Intervals each) {
      ranges(
          new Lines(number, layer.name(), "intervals", each.role()),
          each.x(),
          each.low(),
          each.high());
    } else if (layer instanceof Layer.Bars bars) {
      bars(new Lines(number, layer.name(), "bars", bars.role()), bars);
    } else if (layer instanceof Layer.Labels labels) {
      labels(new Lines(number, layer.name(), "labels", labels.role()), labels);
    } else if (layer instanceof Layer.Contours contours) {
      Lines lines = new Lines(number, layer.name(), "contours", Role.LANDSCAPE);
      cells(lines, contours.grid(), contours.values(), null);
    } else if (layer instanceof Layer.Regions regions) {
      Lines lines = new Lines(number, layer.name(), "regions", null);
      cells(lines, regions.grid(), regions.labels(), regions);
    }
  }

  private void points(Lines lines, Series x, Series y) throws IOException {
    for (int i = 0; i < x.size(); i++) {
      lines.print(csv, x.get(i), y.get(i), Double.NaN, Double.NaN, Double.NaN, null);
    }
  }

  private void ranges(Lines lines, Series x, Series low, Series high) throws IOException {
    for (int i = 0; i < x.size(); i++) {
      lines.print(csv, x.get(i), Double.NaN, low.get(i), high.get(i), Double.NaN, null);
    }
  }

  private void bars(Lines lines, Layer.Bars bars) throws IOException {
    for (int i = 0; i < bars.heights().size(); i++) {
      double left = bars.edges().get(i);
      double right = bars.edges().get(i + 1);
      lines.print(
          csv, left + (right - left) / 2, bars.heights().get(i), left, right, Double.NaN, null);
    }
  }

  private void labels(Lines lines, Layer.Labels labels) throws IOException {
    for (int i = 0; i < labels.texts().size(); i++) {
      double x = labels.x().get(i);
      double y = labels.y().get(i);
      lines.print(csv, x, y, Double.NaN, Double.NaN, Double.NaN, labels.texts().get(i));
    }
  }

  private void cells(Lines lines, Grid grid, Series values, Layer.@Nullable Regions regions)
      throws IOException {
    int everyRow = (grid.rows() + FINEST - 1) / FINEST;
    int everyColumn = (grid.columns() + FINEST - 1) / FINEST;
    for (int row = 0; row < grid.rows(); row += everyRow) {
      for (int column = 0; column < grid.columns(); column += everyColumn) {
        double value = values.get(row * grid.columns() + column);
        double x = grid.middleOfColumn(column);
        double y = grid.middleOfRow(row);
        String label = regions == null ? null : regions.meanings().get((int) value);
        double number = regions == null ? value : Double.NaN;
        lines.print(csv, x, y, Double.NaN, Double.NaN, number, label);
      }
    }
  }

  /** The lines of a layer. */
  private record Lines(int layer, String name, String kind, @Nullable Role role) {
    void print(
        CSVPrinter csv,
        double x,
        double y,
        double low,
        double high,
        double value,
        @Nullable String label)
        throws IOException {
      csv.print(layer);
      csv.print(CsvText.harmless(name));
      csv.print(kind);
      csv.print(role == null ? null : role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      for (double number : new double[] {x, y, low, high, value}) {
        csv.print(Double.isNaN(number) ? null : number(number));
      }
      csv.print(label == null ? null : CsvText.harmless(label));
      csv.println();
    }
  }

  /** The shortest decimal that reads as the same double, whatever the version of Java. */
  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
