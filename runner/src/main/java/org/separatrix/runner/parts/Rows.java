package org.separatrix.runner.parts;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.separatrix.api.analysis.Termination;

/**
 * Rows of a part, one for each run that is kept: a limit is a position among the points of the
 * part, since ids are final only when all cells are done. Numbers are big-endian, and a row has as
 * many bytes as any other.
 */
@SuppressWarnings("EnumOrdinal") // the key of a cell has a checksum of the enums' code
public final class Rows {
  /** There is no limit, or nothing is known of the fate. */
  public static final int NONE = -1;

  /** The length of a row without its coordinates. */
  private static final int FIXED_BYTES = 4 * Long.BYTES + Integer.BYTES + 3;

  private static final int BUFFER = 1 << 16;

  private Rows() {}

  /**
   * A run.
   *
   * @param run its number
   * @param termination why it stopped
   * @param limit position of its limit among the points of the part, or {@link #NONE}
   * @param fate position of what provably becomes of it among the fates, or {@link #NONE}
   * @param stayed whether it is proven to have stayed in the objective's domain
   * @param steps number of steps
   * @param value f at the end
   * @param gradientNorm norm of the gradient at the end
   * @param start starting point
   * @param end position at which it stopped
   */
  public record Row(
      long run,
      Termination termination,
      int limit,
      int fate,
      boolean stayed,
      long steps,
      double value,
      double gradientNorm,
      double[] start,
      double[] end) {}

  /**
   * Writes a row.
   *
   * @param target where to
   * @param row the row
   * @throws IOException if it cannot be written
   */
  public static void write(OutputStream target, Row row) throws IOException {
    DataOutputStream out = new DataOutputStream(target);
    out.writeLong(row.run());
    out.writeByte(row.termination().ordinal());
    out.writeInt(row.limit());
    out.writeByte(row.fate());
    out.writeBoolean(row.stayed());
    out.writeLong(row.steps());
    out.writeDouble(row.value());
    out.writeDouble(row.gradientNorm());
    for (double x : row.start()) {
      out.writeDouble(x);
    }
    for (double x : row.end()) {
      out.writeDouble(x);
    }
  }

  /**
   * Reads a file of rows.
   *
   * @param file the file
   * @param dimension number of coordinates
   * @param consumer is given the rows, in order
   * @throws IOException if it cannot be read
   */
  public static void read(Path file, int dimension, Consumer<Row> consumer) throws IOException {
    Termination[] terminations = Termination.values();
    long count = Files.size(file) / (FIXED_BYTES + 2L * dimension * Double.BYTES);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      for (long i = 0; i < count; i++) {
        consumer.accept(
            new Row(
                in.readLong(),
                terminations[in.readByte()],
                in.readInt(),
                in.readByte(),
                in.readBoolean(),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                point(in, dimension),
                point(in, dimension)));
      }
    }
  }

  private static double[] point(DataInputStream in, int dimension) throws IOException {
    double[] x = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      x[k] = in.readDouble();
    }
    return x;
  }
}
