package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.separatrix.runner.FolderCopy;

/** A small study, its folders of results, and what must be the same in two of them. */
final class StoredResults {
  static final String STUDY =
      """
      schema: 1
      name: stored
      objectives: [{type: himmelblau}]
      optimizers:
        - {type: gradient-descent, step: 0.005}
        - {type: heavy-ball, step: 0.005, momentum: 0.5}
      starts: [{type: uniform-box}]
      runs: 1000
      stop: {max-steps: 5000}
      analyze: [critical-points]
      certify: {boxes: 0}
      output: {runs: all, figures: []}
      """;

  /** Of 64 runs, as the chunks are. */
  static final int PARTS_OF_A_CELL = 16;

  /** A property of the process: classes of tests that set it run one after the other. */
  static final String PACE = "separatrix.part.seconds";

  private StoredResults() {}

  /** Runs the study with a part for each chunk. */
  static Invocation run(Path study, Path out, Object... more) {
    return withShortParts(
        () -> {
          Object[] arguments = new Object[5 + more.length];
          List.of("run", study, "--out", out, "--quiet").toArray(arguments);
          System.arraycopy(more, 0, arguments, 5, more.length);
          return Invocation.run(arguments);
        });
  }

  static Invocation withShortParts(Supplier<Invocation> work) {
    System.setProperty(PACE, "0");
    try {
      return work.get();
    } finally {
      System.clearProperty(PACE);
    }
  }

  static Path write(Path folder) throws IOException {
    return Files.writeString(folder.resolve("stored.yaml"), STUDY);
  }

  /** Returns the folders of the cells. */
  static List<Path> cells(Path results) throws IOException {
    try (Stream<Path> list = Files.list(results.resolve(".parts"))) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Returns the checksums of all files that do not tell when and how fast the study was run. */
  static SortedMap<String, String> contents(Path results) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(results.resolve("runs"))) {
      files.forEach(file -> contents.put(file.getFileName().toString(), checksum(file)));
    }
    contents.put("study.yaml", checksum(results.resolve("study.yaml")));
    contents.put(
        "summary.json",
        Files.readString(results.resolve("summary.json"))
            .replaceAll("\"seconds\" : [0-9.Ee+-]+", "\"seconds\" : _")
            .replaceAll("\"threads\" : [0-9]+", "\"threads\" : _"));
    assertThat(contents).hasSize(4);
    return contents;
  }

  private static String checksum(Path file) {
    try {
      return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies what is verified: a certificate, a summary, a study and the runs. */
  static void copyVerified(Path from, Path to) throws IOException {
    for (String name : List.of("certificate.json", "summary.json", "study.yaml")) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
    FolderCopy.copy(from.resolve("runs"), to.resolve("runs"));
  }
}
