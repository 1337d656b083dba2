package org.separatrix.runner.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.separatrix.runner.execute.FinishedCell;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.store.Summaries.CellEntries;

/**
 * Where a study leaves its results: {@code study.yaml} (resolved), {@code summary.json}, the folder
 * {@code runs}, {@code runtimes.csv} if optimizers were compared, and the folder {@code figures},
 * which is written beforehand. What an unfinished study has so far can be written to {@code
 * summary.partial.json}, so that earlier results stay as they are.
 */
public final class ResultDirectory {
  /** The study with every default. */
  public static final String STUDY = "study.yaml";

  /** What happened, for programs. */
  public static final String SUMMARY = "summary.json";

  /** What an unfinished study has so far. */
  public static final String PARTIAL_SUMMARY = "summary.partial.json";

  /** The folder of figures. */
  public static final String FIGURES = "figures";

  private final Path folder;

  /** The directories that were created, the innermost first. */
  private final List<Path> created = new ArrayList<>();

  /**
   * Names a directory; nothing is created yet.
   *
   * @param folder the directory
   */
  public ResultDirectory(Path folder) {
    this.folder = folder;
  }

  /** Returns its path. */
  public Path folder() {
    return folder;
  }

  /**
   * Creates the directory, so that a study does not run for hours before it turns out that its
   * results cannot be kept.
   *
   * @throws IOException if it cannot be created or written to
   */
  public void create() throws IOException {
    for (Path missing = folder.toAbsolutePath();
        missing != null && Files.notExists(missing);
        missing = missing.getParent()) {
      created.add(missing);
    }
    Files.createDirectories(folder);
    try {
      Files.delete(Files.createTempFile(folder, ".", ".probe"));
    } catch (FileSystemException unwritable) {
      throw AtomicFile.naming(folder, unwritable);
    }
    OwnFiles.checkFolder(folder.resolve(RunFiles.FOLDER));
    OwnFiles.checkFolder(folder.resolve(FIGURES));
  }

  /**
   * Removes the directory, and those above it, if they were created here and nothing is in them.
   *
   * @throws IOException if one that is empty cannot be removed
   */
  public void removeIfEmpty() throws IOException {
    try {
      for (Path each : created) {
        Files.deleteIfExists(each);
      }
    } catch (DirectoryNotEmptyException kept) {
      // The results are in it.
    }
  }

  /**
   * Writes the results of a study, the summary last, and removes figures that an earlier run left.
   *
   * @param outcome the study after analysis
   * @param figures those that were written
   * @param cells the cells that were run
   * @param resolved the study with every default and override, as YAML
   * @param entries optimizer and start of each cell, by the cell's id
   * @param version version of the program
   * @throws IOException if a file cannot be written; each is either old or new
   */
  public void write(
      StudyOutcome outcome,
      List<StoredFigure> figures,
      List<FinishedCell> cells,
      String resolved,
      Map<String, CellEntries> entries,
      String version)
      throws IOException {
    EarlierFigures earlier = EarlierFigures.of(folder);
    writeStudy(resolved);
    RunFiles.write(folder, cells);
    writeRunningTimes(outcome);
    SummaryFile.write(
        folder.resolve(SUMMARY),
        Summaries.summarize(
            outcome, figures, DataFiles.describe(folder, figures), entries, version));
    earlier.deleteExcept(
        figures.stream()
            .flatMap(figure -> figure.files().stream())
            .collect(Collectors.toUnmodifiableSet()));
    Files.deleteIfExists(folder.resolve(PARTIAL_SUMMARY));
  }

  private void writeRunningTimes(StudyOutcome outcome) throws IOException {
    Path file = folder.resolve(RunningTimesFile.NAME);
    if (outcome.comparison().isPresent()) {
      RunningTimesFile.write(file, outcome.comparison().get().times());
    } else {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Writes what an unfinished study has so far.
   *
   * @param outcome the cells, as far as they are done
   * @param done how much that is
   * @param entries optimizer and start of each cell, by the cell's id
   * @param version version of the program
   * @throws IOException if the file cannot be written
   */
  public void writePartial(
      StudyOutcome outcome, Summary.Partial done, Map<String, CellEntries> entries, String version)
      throws IOException {
    SummaryFile.write(
        folder.resolve(PARTIAL_SUMMARY),
        Summaries.summarize(outcome, List.of(), null, entries, version, done));
  }

  /**
   * Writes the resolved study.
   *
   * @param resolved the study with every default and override, as YAML
   * @throws IOException if it cannot be written
   */
  public void writeStudy(String resolved) throws IOException {
    writeText(STUDY, resolved);
  }

  private void writeText(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
