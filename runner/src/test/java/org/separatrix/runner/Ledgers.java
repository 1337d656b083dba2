package org.separatrix.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a study that is not finished has noted of its parts. */
final class Ledgers {
  private Ledgers() {}

  /** Waits until a study has noted so many parts, or ends. */
  static void await(Process process, Path out, int parts) throws Exception {
    while (process.isAlive() && lines(out).size() < parts) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Returns the whole lines of the ledgers, in the order in which the cells were begun. */
  static List<String> lines(Path out) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.isDirectory(out.resolve(".parts"))) {
      // Not walked: the program removes temporary files meanwhile.
      try (Stream<Path> cells = Files.list(out.resolve(".parts"))) {
        List<Path> files =
            cells.map(cell -> cell.resolve("ledger.jsonl")).filter(Files::isRegularFile).toList();
        for (String method : List.of("/gradient-descent", "/heavy-ball")) {
          for (Path file : files) {
            Files.readString(file)
                .lines()
                .filter(line -> line.endsWith("}}") && line.contains(method))
                .forEach(lines::add);
          }
        }
      }
    }
    return lines;
  }
}
