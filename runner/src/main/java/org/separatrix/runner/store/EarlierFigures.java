package org.separatrix.runner.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of figures that an earlier run left in a folder of results, by its summary: nothing
 * else that lies there is touched.
 *
 * @param results the folder of results
 * @param files the files, relative to it
 */
record EarlierFigures(Path results, List<String> files) {
  private static final Pattern OURS = Pattern.compile("figures/[A-Za-z0-9][A-Za-z0-9.=_-]*");

  /**
   * Reads the earlier summary.
   *
   * @param results the folder of results
   */
  static EarlierFigures of(Path results) {
    List<String> files = new ArrayList<>();
    Path summary = results.resolve(ResultDirectory.SUMMARY);
    if (Files.exists(summary)) {
      try {
        for (JsonNode figure : JsonFiles.read(summary, Summary.SCHEMA).path("figures")) {
          figure.path("files").forEach(file -> files.add(file.asText()));
        }
      } catch (MalformedFileException unknown) {
        // It is replaced, and so does not say what was written with it.
      }
    }
    return new EarlierFigures(results, files);
  }

  /**
   * Deletes those that were not written anew.
   *
   * @param kept files that belong to the new results, relative to them
   * @throws IOException if one cannot be deleted
   */
  void deleteExcept(Set<String> kept) throws IOException {
    for (String file : files) {
      if (OURS.matcher(file).matches() && !kept.contains(file)) {
        Files.deleteIfExists(results.resolve(file));
      }
    }
    try {
      if (!files.isEmpty()) {
        Files.deleteIfExists(results.resolve(ResultDirectory.FIGURES));
      }
    } catch (DirectoryNotEmptyException used) {
      // Others are in it.
    }
  }
}
