package org.separatrix.runner.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.query.AnswerFormat;
import org.separatrix.runner.query.QueryException;
import org.separatrix.runner.query.ResultsDatabase;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.MalformedFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question about results. */
@Command(
    name = "query",
    description = {
      "Ask a question in SQL about stored results.",
      "The tables are runs (a row for each run that is kept), cells, limits, points, findings, and",
      "trajectories if some were kept; a query reads these and nothing else. Of a study that is not",
      "finished there are no runs."
    },
    footer = {
      "",
      "Example:",
      "  separatrix query results/my-study \"select cell, avg(steps) from runs group by 1\""
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder that run wrote.")
  private Path folder = Path.of("");

  @Parameters(index = "1", paramLabel = "SQL", description = "The question, a SELECT.")
  private String sql = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (the default), csv, json or parquet.")
  private AnswerFormat format = AnswerFormat.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the answer to a file.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (format == AnswerFormat.PARQUET && out == null) {
      throw new CommandException(
          "Parquet is not for reading: name a file with --out", ExitCode.BAD_INPUT);
    }
    ResultsFolder.requireExisting(folder);
    LaterResults.refuse(folder);
    UnfinishedResults.refuseWithoutSummary(folder);
    try (ResultsDatabase database = ResultsDatabase.of(folder)) {
      Path file = out;
      if (file == null) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        database.ask(sql, answer -> format.write(answer, text));
        Printers.out(spec).print(text.toString(StandardCharsets.UTF_8));
        Printers.out(spec).flush();
      } else {
        AtomicFile.write(
            file,
            target -> {
              BufferedOutputStream buffered = new BufferedOutputStream(target);
              database.ask(sql, answer -> format.write(answer, buffered));
              buffered.flush();
            });
      }
      return ExitCode.DONE;
    } catch (QueryException | MalformedFileException refused) {
      throw new CommandException(String.valueOf(refused.getMessage()), ExitCode.BAD_INPUT);
    } catch (SQLException unreadable) {
      throw new CommandException(
          "%s cannot be read: %s.%nMaybe run the study again."
              .formatted(folder, String.valueOf(unreadable.getMessage()).strip()),
          ExitCode.BAD_INPUT);
    } catch (IOException unusable) {
      throw ResultsFolder.unreadable(out == null ? folder : out, unusable);
    }
  }
}
