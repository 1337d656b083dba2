package org.separatrix.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of doubles in the byte order of this machine, row by row, without a header. */
public final class DoublesFile {
  private DoublesFile() {}

  /**
   * Writes a matrix.
   *
   * @param file the file
   * @param rows its rows, of which the first {@code columns} numbers are written
   * @param columns number of columns
   */
  public static void write(Path file, double[][] rows, int columns) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * rows.length * columns);
    DoubleBuffer doubles = bytes.order(ByteOrder.nativeOrder()).asDoubleBuffer();
    for (double[] row : rows) {
      doubles.put(row, 0, columns);
    }
    Files.write(file, bytes.array());
  }

  /**
   * Reads a matrix.
   *
   * @param file the file
   * @param rows number of rows
   */
  public static double[][] read(Path file, int rows) throws IOException {
    DoubleBuffer doubles =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder()).asDoubleBuffer();
    double[][] matrix = new double[rows][doubles.remaining() / rows];
    for (double[] row : matrix) {
      doubles.get(row);
    }
    return matrix;
  }
}
