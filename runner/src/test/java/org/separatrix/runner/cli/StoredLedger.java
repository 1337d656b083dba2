package org.separatrix.runner.cli;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes ledgers as someone would who knows their form, checksums included. */
final class StoredLedger {
  private static final String BETWEEN = "\",\"entry\":";

  private StoredLedger() {}

  static int parts(Path cell) throws IOException {
    return Files.readAllLines(cell.resolve("ledger.jsonl")).size();
  }

  /** Makes the ledger agree with the file of what became of the runs of a part. */
  static void relist(Path cell, String part) throws IOException {
    Path file = cell.resolve(part + ".json");
    String checksum = MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    long length = Files.size(file);
    String first = "\"first\":%s,".formatted(part.replaceFirst("-.*", ""));
    change(
        cell,
        entry ->
            entry.contains(first)
                ? entry.replaceFirst(
                    "\"summary\":\\{\"bytes\":[0-9]+,\"sha256\":\"[0-9a-f]+\"",
                    "\"summary\":{\"bytes\":%d,\"sha256\":\"%s\"".formatted(length, checksum))
                : entry);
  }

  static void changeSchema(Path cell, int schema) throws IOException {
    change(cell, entry -> entry.replace("\"schema\":1", "\"schema\":" + schema));
  }

  private static void change(Path cell, UnaryOperator<String> change) throws IOException {
    Path ledger = cell.resolve("ledger.jsonl");
    List<String> lines =
        Files.readAllLines(ledger).stream()
            .map(line -> line.substring(line.indexOf(BETWEEN) + BETWEEN.length()))
            .map(rest -> line(change.apply(rest.substring(0, rest.length() - 1))))
            .toList();
    Files.write(ledger, lines);
  }

  private static String line(String entry) {
    String check =
        Hashing.sha256().hashString(entry, StandardCharsets.UTF_8).toString().substring(0, 16);
    return "{\"check\":\"" + check + BETWEEN + entry + "}";
  }

  /** Keeps the first parts, in the order in which they were written, and forgets the others. */
  static void keep(Path cell, int parts) throws IOException {
    Path ledger = cell.resolve("ledger.jsonl");
    List<String> lines = Files.readAllLines(ledger);
    for (String line : lines.subList(parts, lines.size())) {
      String part = line.replaceFirst(".*\"first\":([0-9]+),\"end\":([0-9]+).*", "$1-$2");
      Files.delete(cell.resolve(part + ".json"));
      Files.deleteIfExists(cell.resolve(part + ".rows"));
    }
    Files.write(ledger, lines.subList(0, parts));
  }

  /** Returns the folder of the cell whose id has a text. */
  static Path cell(Path results, String text) throws IOException {
    for (Path cell : StoredResults.cells(results)) {
      if (Files.readString(cell.resolve("ledger.jsonl")).contains(text)) {
        return cell;
      }
    }
    throw new AssertionError("no cell " + text);
  }
}
