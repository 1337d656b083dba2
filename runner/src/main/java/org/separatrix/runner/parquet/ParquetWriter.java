package org.separatrix.runner.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a table as a Parquet file. The same rows give the same bytes, whatever wrote them.
 *
 * <p>Every column is optional; numbers are stored plainly and texts by a dictionary, all without
 * compression: coordinates of runs look random in their last bits and would not get smaller. A row
 * is added value by value to the columns, then {@link #endRow} is called.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">the format</a>
 */
public final class ParquetWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int RLE_DICTIONARY = 8;
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int UNCOMPRESSED = 0;

  /**
   * Rows are written in groups of so many values, to bound the memory, but of some rows at least.
   */
  private static final int VALUES_OF_A_GROUP = 1 << 20;

  private static final int FEWEST_ROWS = 64;

  private final OutputStream out;
  private final List<Column> columns;
  private final int rowsOfAGroup;
  private final List<Group> groups = new ArrayList<>();
  private long position;
  private long rows;

  /** A group of rows that was written. */
  private record Group(int rows, List<Chunk> chunks) {}

  /** A column of a group; without a dictionary its offset is that of the data. */
  private record Chunk(long start, long data, long bytes) {}

  /**
   * Begins a file.
   *
   * @param out where it goes; not closed
   * @param columns its columns
   * @throws IOException if it cannot be written
   */
  public ParquetWriter(OutputStream out, List<Column> columns) throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    rowsOfAGroup = Math.max(FEWEST_ROWS, VALUES_OF_A_GROUP / columns.size());
    write(MAGIC);
  }

  /**
   * Ends a row, to which every column has been given a value.
   *
   * @throws IOException if it cannot be written
   */
  public void endRow() throws IOException {
    if (columns.get(0).rows() == rowsOfAGroup) {
      writeGroup();
    }
  }

  /**
   * Ends the file.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    if (columns.get(0).rows() > 0) {
      writeGroup();
    }
    byte[] footer = footer();
    write(footer);
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    write(MAGIC);
  }

  private void writeGroup() throws IOException {
    int count = columns.get(0).rows();
    List<Chunk> chunks = new ArrayList<>();
    for (Column column : columns) {
      if (column.rows() != count) {
        throw new IllegalStateException(
            "column '%s' has %d rows of %d".formatted(column.name(), column.rows(), count));
      }
      long start = position;
      Optional<byte[]> dictionary = column.dictionary();
      if (dictionary.isPresent()) {
        writePage(DICTIONARY_PAGE, dictionary.get(), column.distinctTexts(), PLAIN);
      }
      long data = position;
      writePage(DATA_PAGE, column.page(), count, dictionary.isPresent() ? RLE_DICTIONARY : PLAIN);
      chunks.add(new Chunk(start, data, position - start));
      column.clear();
    }
    groups.add(new Group(count, chunks));
    rows += count;
  }

  private void writePage(int type, byte[] content, int values, int encoding) throws IOException {
    CompactThrift header =
        new CompactThrift()
            .int32(1, type)
            .int32(2, content.length)
            .int32(3, content.length)
            .begin(type == DATA_PAGE ? 5 : 7)
            .int32(1, values)
            .int32(2, encoding);
    if (type == DATA_PAGE) {
      header.int32(3, RLE).int32(4, RLE);
    }
    write(header.end().stop());
    write(content);
  }

  private byte[] footer() {
    CompactThrift footer = new CompactThrift().int32(1, 1).structs(2, columns.size() + 1);
    footer.begin().text(4, "rows").int32(5, columns.size()).end();
    for (Column column : columns) {
      footer.begin().int32(1, column.type().code()).int32(3, OPTIONAL).text(4, column.name());
      if (column.type() == Column.Type.TEXT) {
        footer.int32(6, UTF8);
      }
      footer.end();
    }
    footer.int64(3, rows).structs(4, groups.size());
    groups.forEach(group -> describe(footer, group));
    return footer.text(6, "separatrix").stop();
  }

  private void describe(CompactThrift footer, Group group) {
    footer.begin().structs(1, columns.size());
    long bytes = 0;
    for (int k = 0; k < columns.size(); k++) {
      Column column = columns.get(k);
      Chunk chunk = group.chunks().get(k);
      bytes += chunk.bytes();
      boolean isText = column.type() == Column.Type.TEXT;
      footer
          .begin()
          .int64(2, chunk.start())
          .begin(3)
          .int32(1, column.type().code())
          .int32s(2, isText ? List.of(PLAIN, RLE, RLE_DICTIONARY) : List.of(PLAIN, RLE))
          .texts(3, List.of(column.name()))
          .int32(4, UNCOMPRESSED)
          .int64(5, group.rows())
          .int64(6, chunk.bytes())
          .int64(7, chunk.bytes())
          .int64(9, chunk.data());
      if (isText) {
        footer.int64(11, chunk.start());
      }
      footer.end().end();
    }
    footer.int64(2, bytes).int64(3, group.rows()).end();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
