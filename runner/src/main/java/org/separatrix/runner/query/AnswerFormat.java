package org.separatrix.runner.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.csv.CsvText;
import org.separatrix.runner.parquet.Column;
import org.separatrix.runner.parquet.ParquetWriter;

/** How an answer is written. */
public enum AnswerFormat {
  /** Columns side by side, for people. */
  TABLE {
    @Override
    public void write(ResultSet answer, OutputStream out) throws SQLException, IOException {
      new TextTable(answer).write(out);
    }
  },
  /**
   * A text that starts with one of {@code = + - @}, a tabulator or a carriage return gets an
   * apostrophe in front of it, so that no spreadsheet takes it for a formula.
   */
  CSV {
    @Override
    public void write(ResultSet answer, OutputStream out) throws SQLException, IOException {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      CSVPrinter csv = new CSVPrinter(writer, CsvText.FORMAT);
      for (String name : names(answer)) {
        csv.print(CsvText.harmless(name));
      }
      csv.println();
      while (answer.next()) {
        for (int k = 1; k <= answer.getMetaData().getColumnCount(); k++) {
          Object value = answer.getObject(k);
          csv.print(
              value == null || value instanceof Number
                  ? value
                  : CsvText.harmless(value.toString()));
        }
        csv.println();
      }
      csv.flush();
    }
  },
  /** A list with an object for each row. */
  JSON {
    @Override
    public void write(ResultSet answer, OutputStream out) throws SQLException, IOException {
      JsonGenerator json =
          new JsonFactory()
              .createGenerator(out)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
              .useDefaultPrettyPrinter();
      List<String> names = names(answer);
      json.writeStartArray();
      while (answer.next()) {
        json.writeStartObject();
        for (int k = 1; k <= names.size(); k++) {
          json.writeFieldName(names.get(k - 1));
          write(json, answer.getObject(k));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeRaw('\n');
      json.flush();
    }

    private void write(JsonGenerator json, @Nullable Object value)
        throws SQLException, IOException {
      if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
        json.writeNull(); // JSON has no other way to say it
      } else if (value instanceof Boolean truth) {
        json.writeBoolean(truth);
      } else if (value instanceof Number) {
        json.writeNumber(value.toString());
      } else if (value instanceof Array list) {
        json.writeStartArray();
        for (Object item : (Object[]) list.getArray()) {
          write(json, item);
        }
        json.writeEndArray();
      } else if (value instanceof JsonNode document) {
        json.writeRawValue(document.toString());
      } else {
        json.writeString(value.toString());
      }
    }
  },
  /** As the files of runs are. */
  PARQUET {
    @Override
    public void write(ResultSet answer, OutputStream out) throws SQLException, IOException {
      List<Column> columns = new ArrayList<>();
      for (int k = 1; k <= answer.getMetaData().getColumnCount(); k++) {
        String type = answer.getMetaData().getColumnTypeName(k);
        columns.add(new Column(answer.getMetaData().getColumnLabel(k), type(type)));
      }
      ParquetWriter writer = new ParquetWriter(out, columns);
      while (answer.next()) {
        for (int k = 1; k <= columns.size(); k++) {
          columns.get(k - 1).addObject(answer.getObject(k));
        }
        writer.endRow();
      }
      writer.finish();
    }

    private Column.Type type(String name) {
      return switch (name) {
        case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
            Column.Type.WHOLE;
        case "DOUBLE", "FLOAT", "HUGEINT", "UBIGINT" -> Column.Type.NUMBER;
        default -> name.startsWith("DECIMAL") ? Column.Type.NUMBER : Column.Type.TEXT;
      };
    }
  };

  /**
   * Writes an answer.
   *
   * @param answer the rows
   * @param out where to; not closed
   * @throws SQLException if it cannot be read
   * @throws IOException if it cannot be written
   */
  public abstract void write(ResultSet answer, OutputStream out) throws SQLException, IOException;

  static List<String> names(ResultSet answer) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= answer.getMetaData().getColumnCount(); k++) {
      names.add(answer.getMetaData().getColumnLabel(k));
    }
    return names;
  }
}
