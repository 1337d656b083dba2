package org.separatrix.runner.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.separatrix.runner.store.DataFiles;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.RunFiles;
import org.separatrix.runner.store.SummaryFile;
import org.separatrix.runner.store.TrajectoryFile;

/**
 * The results in a folder as tables: {@code runs} reads the Parquet files of the cells, {@code
 * trajectories} that of the trajectories, if some were kept, and the others hold what the summary
 * says. Of a study that is not finished there are these alone. Questions can read these and nothing
 * else, and change nothing.
 */
public final class ResultsDatabase implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Connection connection;

  /** Of a study that is not finished, which has no files of them yet. */
  private final boolean areRunsMissing;

  private ResultsDatabase(Connection connection, boolean areRunsMissing) {
    this.connection = connection;
    this.areRunsMissing = areRunsMissing;
  }

  private static ResultsDatabase open(boolean areRunsMissing) throws SQLException {
    ResultsDatabase database =
        new ResultsDatabase(DriverManager.getConnection("jdbc:duckdb:"), areRunsMissing);
    database.execute("SET threads = 2");
    return database;
  }

  /**
   * Opens the runs of a folder, without its summary.
   *
   * @param results the folder of results
   * @throws IOException if the folder cannot be read
   * @throws SQLException if a file of runs is no Parquet file
   */
  public static ResultsDatabase ofRuns(Path results) throws IOException, SQLException {
    ResultsDatabase database = open(false);
    try {
      database.execute("CREATE VIEW runs AS " + rows(RunFiles.of(results)));
      return database;
    } catch (SQLException | RuntimeException unusable) {
      database.close();
      throw unusable;
    }
  }

  /**
   * Opens a folder.
   *
   * @param results the folder of results
   * @throws IOException if the folder cannot be read
   * @throws SQLException if a file of runs is no Parquet file
   * @throws MalformedFileException if the summary is missing or cannot be read, or a file is not as
   *     it was written
   */
  public static ResultsDatabase of(Path results) throws IOException, SQLException {
    JsonNode summary = SummaryFile.readAny(results);
    DataFiles.of(results, summary)
        .require(name -> name.startsWith(RunFiles.FOLDER) || name.equals(TrajectoryFile.NAME));
    ResultsDatabase database = open(summary.has("partial"));
    try {
      SummaryTables.fill(summary, database.connection);
      database.restrict(database.areRunsMissing ? List.of() : database.addRows(results));
      return database;
    } catch (SQLException | RuntimeException unusable) {
      database.close();
      throw unusable;
    }
  }

  /** Says beside each run which objective, optimizer and start it is of; returns what is read. */
  private List<Path> addRows(Path results) throws IOException, SQLException {
    List<Path> files = new ArrayList<>(RunFiles.of(results));
    execute(
        "CREATE VIEW runs AS SELECT r.cell, c.objective, c.optimizer, c.start, r.* EXCLUDE (cell)"
            + " FROM (%s) r LEFT JOIN cells c ON c.cell = r.cell".formatted(rows(files)));
    Path trajectories = results.resolve(TrajectoryFile.NAME);
    if (Files.exists(trajectories)) {
      execute("CREATE VIEW trajectories AS " + rows(List.of(trajectories)));
      files.add(trajectories);
    }
    return files;
  }

  private static String rows(List<Path> files) {
    return files.isEmpty()
        ? "SELECT NULL::VARCHAR AS cell, NULL::BIGINT AS run, NULL::VARCHAR AS termination,"
            + " NULL::VARCHAR AS \"limit\", NULL::BIGINT AS steps, NULL::DOUBLE AS value,"
            + " NULL::DOUBLE AS gradient_norm, NULL::VARCHAR AS fate, NULL::VARCHAR AS stayed"
            + " WHERE false"
        : "SELECT * FROM read_parquet(%s, union_by_name = true)".formatted(quoted(files));
  }

  /** From here on no other file can be read, none written, and no setting changed. */
  private void restrict(List<Path> files) throws SQLException {
    if (!files.isEmpty()) {
      execute("SET allowed_paths = " + quoted(files));
    }
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  private static String quoted(List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toAbsolutePath().toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Answers a question.
   *
   * @param sql one SELECT
   * @param reader is given the answer
   * @throws QueryException if it is no such question, or cannot be answered
   */
  public void ask(String sql, AnswerReader reader) throws IOException {
    try {
      refuseOthers(sql);
      try (Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery(sql)) {
        reader.read(answer);
      }
    } catch (SQLException refused) {
      throw QueryFault.of(refused, tables(), areRunsMissing);
    }
  }

  /** What is given an answer. */
  @FunctionalInterface
  public interface AnswerReader {
    /**
     * Reads it.
     *
     * @param answer the rows
     * @throws SQLException if it cannot be read
     * @throws IOException if what is made of it cannot be written
     */
    void read(ResultSet answer) throws SQLException, IOException;
  }

  /** The database knows how to write a SELECT as JSON, and nothing else: it only reads. */
  private void refuseOthers(String sql) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)::VARCHAR")) {
      statement.setString(1, sql);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        JsonNode parsed = json(answer.getString(1));
        if (parsed.path("error").asBoolean()) {
          throw new QueryException(
              parsed.path("error_type").asText().equals("not implemented")
                  ? "the query is no SELECT.\nMaybe ask with a SELECT: queries only read."
                  : parsed.path("error_message").asText());
        }
        if (parsed.path("statements").isEmpty()) {
          throw new QueryException(
              "the query is empty.%nMaybe ask with a SELECT from one of %s."
                  .formatted(String.join(", ", tables())));
        }
        if (parsed.path("statements").size() != 1) {
          throw new QueryException("the query has several statements.\nMaybe ask one by one.");
        }
      }
    }
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<String> tables() {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SHOW TABLES")) {
      while (answer.next()) {
        names.add(answer.getString(1));
      }
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return names;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
