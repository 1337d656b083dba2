package org.separatrix.runner.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills tables from {@code summary.json}: {@code cells, limits, points, findings}. */
final class SummaryTables {
  private static final String TEXT = "VARCHAR";
  private static final String WHOLE = "BIGINT";
  private static final String NUMBER = "DOUBLE";
  private static final String LIST = "JSON";

  private final Connection connection;

  private SummaryTables(Connection connection) {
    this.connection = connection;
  }

  /** Fills them. */
  static void fill(JsonNode summary, Connection connection) throws SQLException {
    new SummaryTables(connection).fill(summary);
  }

  private void fill(JsonNode summary) throws SQLException {
    cells(summary);
    limits(summary);
    fill(
        "points",
        List.of(
            new Field("objective", TEXT, "/objective"),
            new Field("point", TEXT, "/id"),
            new Field("kind", TEXT, "/kind"),
            new Field("morse_index", WHOLE, "/morseIndex"),
            new Field("value", NUMBER, "/value"),
            new Field("gradient_norm", NUMBER, "/gradientNorm"),
            new Field("status", TEXT, "/status"),
            new Field("x", LIST, "/x"),
            new Field("eigenvalues", LIST, "/eigenvalues")),
        summary.path("criticalPoints"));
    fill(
        "findings",
        List.of(
            new Field("prediction", TEXT, "/prediction"),
            new Field("objective", TEXT, "/objective"),
            new Field("cell", TEXT, "/cell"),
            new Field("point", TEXT, "/point"),
            new Field("verdict", TEXT, "/verdict"),
            new Field("detail", TEXT, "/detail"),
            new Field("p_value", NUMBER, "/significance/pValue"),
            new Field("adjusted", NUMBER, "/significance/adjusted")),
        summary.path("findings"));
  }

  private void cells(JsonNode summary) throws SQLException {
    fill(
        "cells",
        List.of(
            new Field("cell", TEXT, "/id"),
            new Field("objective", TEXT, "/objective"),
            new Field("optimizer", TEXT, "/optimizer/name"),
            new Field("start", TEXT, "/start/name"),
            new Field("runs", WHOLE, "/runs"),
            new Field("unresolved", WHOLE, "/unresolved"),
            new Field("to_unlisted_minima", WHOLE, "/toUnlistedMinima"),
            new Field("gradient_evaluations", WHOLE, "/gradientEvaluations"),
            new Field("seconds", NUMBER, "/seconds"),
            new Field("steps_mean", NUMBER, "/steps/mean"),
            new Field("steps_median", NUMBER, "/steps/median"),
            new Field("steps_p90", NUMBER, "/steps/p90"),
            new Field("steps_max", NUMBER, "/steps/max")),
        summary.path("cells"));
  }

  private void limits(JsonNode summary) throws SQLException {
    List<Field> fields =
        List.of(
            new Field("point", TEXT, "/point"),
            new Field("kind", TEXT, "/kind"),
            new Field("runs", WHOLE, "/runs"),
            new Field("share", NUMBER, "/share"),
            new Field("low", NUMBER, "/low"),
            new Field("high", NUMBER, "/high"));
    create("limits", "cell VARCHAR, " + columns(fields));
    for (JsonNode cell : summary.path("cells")) {
      insert("limits", fields, cell.path("limits"), cell.path("id").asText());
    }
  }

  /**
   * A column.
   *
   * @param name its name
   * @param type its type in SQL
   * @param pointer where an entry has its value
   */
  private record Field(String name, String type, String pointer) {}

  private void fill(String table, List<Field> fields, JsonNode entries) throws SQLException {
    create(table, columns(fields));
    insert(table, fields, entries, null);
  }

  private static String columns(List<Field> fields) {
    return fields.stream()
        .map(field -> "\"" + field.name() + "\" " + field.type())
        .collect(Collectors.joining(", "));
  }

  private void create(String table, String columns) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE %s (%s)".formatted(table, columns));
    }
  }

  private void insert(String table, List<Field> fields, JsonNode entries, @Nullable String before)
      throws SQLException {
    int shift = before == null ? 1 : 2;
    String marks = "?" + ", ?".repeat(fields.size() + shift - 2);
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table, marks))) {
      for (JsonNode entry : entries) {
        if (before != null) {
          statement.setString(1, before);
        }
        for (int k = 0; k < fields.size(); k++) {
          statement.setObject(k + shift, value(fields.get(k), entry));
        }
        statement.executeUpdate();
      }
    }
  }

  private static @Nullable Object value(Field field, JsonNode entry) {
    JsonNode value = entry.at(field.pointer());
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return switch (field.type()) {
      case WHOLE -> value.longValue();
      case NUMBER -> value.doubleValue();
      default -> value.isTextual() ? value.textValue() : value.toString();
    };
  }
}
