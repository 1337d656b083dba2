package org.separatrix.runner.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by DuckDB, which is not ours, to the last bit. */
class ParquetWriterTest {
  private static final double[] NUMBERS = {
    0, -0.0, 1.0 / 3, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MAX_VALUE
  };

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 1000, 400_000})
  void everyRowIsReadAsItWasWritten(int rows) throws IOException, SQLException {
    Path file = Files.write(folder.resolve("rows.parquet"), table(rows));

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet read = statement.executeQuery("SELECT * FROM '" + file + "'")) {
      for (int i = 0; i < rows; i++) {
        assertThat(read.next()).isTrue();
        assertThat(read.getObject(1)).isEqualTo(whole(i));
        assertThat(read.getObject(2)).isEqualTo(i % 3 == 0 ? null : NUMBERS[i % NUMBERS.length]);
        assertThat(read.getObject(3)).isEqualTo(text(i));
        assertThat(read.getObject(4)).isEqualTo("same");
        assertThat(read.getObject(5)).isNull();
      }
      assertThat(read.next()).isFalse();
    }
  }

  @Test
  void sameRowsGiveSameBytes() throws IOException {
    assertThat(table(1000)).isEqualTo(table(1000)).isNotEqualTo(table(1001));
  }

  @Test
  void aRowThatMissesAValueIsRefused() throws IOException {
    Column one = new Column("one", Column.Type.WHOLE);
    Column two = new Column("two", Column.Type.WHOLE);
    ParquetWriter writer = new ParquetWriter(new ByteArrayOutputStream(), List.of(one, two));
    one.add(1);
    writer.endRow();

    assertThatThrownBy(writer::finish).hasMessage("column 'two' has 0 rows of 1");
    assertThatThrownBy(() -> one.add("text")).hasMessage("column 'one' has the type WHOLE");
  }

  private static long whole(int i) {
    return i % 2 == 0 ? i : Long.MIN_VALUE + i;
  }

  private static @Nullable String text(int i) {
    return i % 5 == 4 ? null : "text " + i % 300 + (i % 7 == 0 ? " \u03b1\u2207" : "");
  }

  private static byte[] table(int rows) throws IOException {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("whole", Column.Type.WHOLE));
    columns.add(new Column("number", Column.Type.NUMBER));
    columns.add(new Column("text", Column.Type.TEXT));
    columns.add(new Column("same", Column.Type.TEXT));
    columns.add(new Column("nothing", Column.Type.NUMBER));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParquetWriter writer = new ParquetWriter(out, columns);
    for (int i = 0; i < rows; i++) {
      columns.get(0).add(whole(i));
      columns.get(1).addObject(i % 3 == 0 ? null : NUMBERS[i % NUMBERS.length]);
      columns.get(2).add(text(i));
      columns.get(3).add("same");
      columns.get(4).addMissing();
      writer.endRow();
    }
    writer.finish();
    return out.toByteArray();
  }
}
