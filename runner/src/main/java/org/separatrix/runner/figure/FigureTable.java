package org.separatrix.runner.figure;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

  private final Writer writer;

  private FigureTable(Writer writer) {
    this.writer = writer;
  }

  /**
   * Writes a table.
   *
   * @param figure the figure
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  static void write(Figure figure, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("layer,name,kind,role,x,y,low,high,value,label\n");
    FigureTable table = new FigureTable(writer);
    for (int i = 0; i < figure.layers().size(); i++) {
      table.print(i + 1, figure.layers().get(i));
    }
    writer.flush();
  }

  private void print(int number, Layer layer) throws IOException {
    if (layer instanceof Layer.Curve curve) {
      points(Lines.of(number, layer.name(), "curve", curve.role()), curve.x(), curve.y());
    } else if (layer instanceof Layer.Markers markers) {
      points(Lines.of(number, layer.name(), "markers", markers.role()), markers.x(), markers.y());
    } else if (layer instanceof Layer.Band band) {
      ranges(
          Lines.of(number, layer.name(), "band", band.role()), band.x(), band.low(), band.high());
    } else if (layer instanceof Layer.Intervals each) {
      ranges(
          Lines.of(number, layer.name(), "intervals", each.role()),
          each.x(),
          each.low(),
          each.high());
    } else if (layer instanceof Layer.Bars bars) {
      bars(Lines.of(number, layer.name(), "bars", bars.role()), bars);
    } else if (layer instanceof Layer.Labels labels) {
      labels(Lines.of(number, layer.name(), "labels", labels.role()), labels);
    } else if (layer instanceof Layer.Contours contours) {
      Lines lines = Lines.of(number, layer.name(), "contours", Role.LANDSCAPE);
      cells(lines, contours.grid(), contours.values(), null);
    } else if (layer instanceof Layer.Regions regions) {
      Lines lines = Lines.of(number, layer.name(), "regions", null);
      cells(lines, regions.grid(), regions.labels(), regions);
    }
  }

  private void points(Lines lines, Series x, Series y) throws IOException {
    for (int i = 0; i < x.size(); i++) {
      lines.print(writer, x.get(i), y.get(i), Double.NaN, Double.NaN, Double.NaN, null);
    }
  }

  private void ranges(Lines lines, Series x, Series low, Series high) throws IOException {
    for (int i = 0; i < x.size(); i++) {
      lines.print(writer, x.get(i), Double.NaN, low.get(i), high.get(i), Double.NaN, null);
    }
  }

  private void bars(Lines lines, Layer.Bars bars) throws IOException {
    for (int i = 0; i < bars.heights().size(); i++) {
      double left = bars.edges().get(i);
      double right = bars.edges().get(i + 1);
      lines.print(
          writer, left + (right - left) / 2, bars.heights().get(i), left, right, Double.NaN, null);
    }
  }

  private void labels(Lines lines, Layer.Labels labels) throws IOException {
    for (int i = 0; i < labels.texts().size(); i++) {
      double x = labels.x().get(i);
      double y = labels.y().get(i);
      lines.print(writer, x, y, Double.NaN, Double.NaN, Double.NaN, labels.texts().get(i));
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
        lines.print(writer, x, y, Double.NaN, Double.NaN, number, label);
      }
    }
  }

  /**
   * The lines of a layer.
   *
   * @param beginning the columns that all of them share
   */
  private record Lines(String beginning) {
    static Lines of(int layer, String name, String kind, @Nullable Role role) {
      return new Lines(
          CsvText.FORMAT.format(
              layer,
              CsvText.harmless(name),
              kind,
              role == null ? null : role.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    void print(
        Writer writer,
        double x,
        double y,
        double low,
        double high,
        double value,
        @Nullable String label)
        throws IOException {
      writer.write(beginning);
      for (double number : new double[] {x, y, low, high, value}) {
        writer.write(',');
        if (!Double.isNaN(number)) {
          writer.write(number(number));
        }
      }
      if (label == null) {
        writer.write(',');
      } else {
        CsvText.FORMAT.print(CsvText.harmless(label), writer, false);
      }
      writer.write('\n');
    }
  }

  /** The shortest decimal that reads as the same double, whatever the version of Java. */
  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
