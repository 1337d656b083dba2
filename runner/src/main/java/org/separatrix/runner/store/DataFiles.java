package org.separatrix.runner.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The files of results from which numbers are read, with their lengths and checksums as the summary
 * lists them: one that was damaged, changed or exchanged afterwards is not taken for what was
 * written.
 *
 * @param results the folder of results
 * @param listed what each file must be, by its name relative to the folder
 * @param complete whether the summary lists any; one of an unfinished study does not
 */
public record DataFiles(Path results, Map<String, StoredFile> listed, boolean complete) {
  /** A summary from elsewhere cannot have other files looked at. */
  private static final Pattern NAME =
      Pattern.compile(
          "(runs|figures)/[A-Za-z0-9][A-Za-z0-9.=_-]*|runtimes\\.csv|trajectories\\.parquet");

  /** Copies the map. */
  public DataFiles {
    listed = Map.copyOf(listed);
  }

  /**
   * Describes the files as they are.
   *
   * @param results the folder of results
   * @param figures those that were written
   * @throws IOException if one cannot be read
   */
  static List<DataFile> describe(Path results, List<StoredFigure> figures) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : RunFiles.of(results)) {
      names.add(RunFiles.FOLDER + "/" + file.getFileName());
    }
    for (String single : List.of(RunningTimesFile.NAME, TrajectoryFile.NAME)) {
      if (Files.exists(results.resolve(single))) {
        names.add(single);
      }
    }
    for (StoredFigure figure : figures) {
      figure.files().stream().filter(name -> name.endsWith(".json")).forEach(names::add);
    }
    List<DataFile> files = new ArrayList<>();
    for (String name : names) {
      StoredFile file = StoredFile.of(results.resolve(name));
      files.add(new DataFile(name, file.bytes(), file.sha256()));
    }
    return files;
  }

  /**
   * Reads what a summary lists.
   *
   * @param results the folder of results
   * @param summary its content
   */
  public static DataFiles of(Path results, JsonNode summary) {
    Map<String, StoredFile> listed = new LinkedHashMap<>();
    for (JsonNode file : summary.path("files")) {
      listed.put(
          file.path("name").asText(),
          new StoredFile(file.path("bytes").asLong(), file.path("sha256").asText()));
    }
    return new DataFiles(results, listed, summary.has("files"));
  }

  /**
   * Tells what is wrong with a file, or nothing.
   *
   * @param name its name, relative to the folder
   */
  public Optional<String> fault(String name) {
    if (!complete) {
      return Optional.empty();
    }
    StoredFile file = listed.get(name);
    return (file == null
            ? Optional.of("the summary does not list it")
            : NAME.matcher(name).matches()
                ? file.fault(results.resolve(name))
                : Optional.of("this is no name of a file of results"))
        .map(fault -> "%s: %s".formatted(results.resolve(name), fault));
  }

  /**
   * Tells what is wrong with files, those of runs included that the summary does not list.
   *
   * @param wanted which names are looked at
   */
  public List<String> faults(Predicate<String> wanted) {
    SortedSet<String> names = new TreeSet<>(listed.keySet());
    List<String> faults = new ArrayList<>();
    try {
      RunFiles.of(results).forEach(file -> names.add(RunFiles.FOLDER + "/" + file.getFileName()));
    } catch (IOException unreadable) {
      faults.add("%s cannot be read: %s".formatted(results, unreadable.getMessage()));
    }
    names.stream().filter(wanted).flatMap(name -> fault(name).stream()).forEach(faults::add);
    return faults;
  }

  /**
   * Refuses files that are not as they were written.
   *
   * @param wanted which names are looked at
   * @throws MalformedFileException if something is wrong with one
   */
  public void require(Predicate<String> wanted) {
    List<String> faults = faults(wanted);
    if (!faults.isEmpty()) {
      throw new MalformedFileException(
          "%s.%nMaybe write the results again with separatrix run."
              .formatted(String.join(System.lineSeparator(), faults)));
    }
  }
}
