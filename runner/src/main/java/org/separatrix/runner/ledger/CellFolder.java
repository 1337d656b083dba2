package org.separatrix.runner.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.separatrix.runner.parts.CellStore;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.parts.StoreException;
import org.separatrix.runner.parts.StoredPart;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.OwnFiles;
import org.separatrix.runner.store.StoredFile;

/**
 * The parts of a cell in a folder. A part counts when its files are on the disk and the ledger has
 * its line; every use checks their lengths and checksums, and what does not agree is left out and
 * said.
 */
public final class CellFolder implements CellStore {
  private static final String LEDGER = "ledger.jsonl";
  private static final String FAILURE = "failure.txt";

  private final Path folder;
  private final Ledger ledger;
  private final Pace pace;
  private final Consumer<String> warnings;
  private long runs;

  /**
   * Names the folder of a cell; nothing is created yet.
   *
   * @param folder the folder
   * @param pace when a part ends
   * @param warnings is told what is damaged
   */
  CellFolder(Path folder, Pace pace, Consumer<String> warnings) {
    this.folder = folder;
    this.pace = pace;
    this.warnings = warnings;
    ledger = new Ledger(folder.resolve(LEDGER));
  }

  /** Returns its path. */
  public Path path() {
    return folder;
  }

  /**
   * Returns all parts that are as they were written, overlapping ones too; nothing is changed.
   *
   * @throws StoreException if the ledger cannot be read
   */
  public List<StoredPart> intact() {
    try {
      return intact(ledger.read(), entry -> true, new ArrayList<>());
    } catch (IOException unreadable) {
      throw new StoreException(unreadable);
    }
  }

  /** Returns the entries of the ledger, whether their files are intact or not. */
  List<LedgerEntry> entries() throws IOException {
    return ledger.read().entries();
  }

  private List<StoredPart> intact(
      Ledger.Content content, Predicate<LedgerEntry> wanted, List<LedgerEntry> good)
      throws IOException {
    content.damage().forEach(warnings);
    if (content.damage().isEmpty()) {
      UnlistedParts.warning(folder, ledger.file(), content.entries()).ifPresent(warnings);
    }
    List<StoredPart> parts = new ArrayList<>();
    for (LedgerEntry entry : content.entries()) {
      Optional<StoredPart> part = wanted.test(entry) ? read(entry) : Optional.empty();
      part.ifPresent(parts::add);
      if (part.isPresent() || !wanted.test(entry)) {
        good.add(entry);
      }
    }
    return parts;
  }

  @Override
  public List<StoredPart> stored(long allRuns, LongPredicate isChunkEnd) {
    runs = allRuns;
    try {
      OwnFiles.checkFolder(folder);
      Ledger.Content content = ledger.read();
      List<LedgerEntry> good = new ArrayList<>();
      List<StoredPart> parts =
          intact(
              content,
              entry ->
                  entry.end() == allRuns || (entry.end() < allRuns && isChunkEnd.test(entry.end())),
              good);
      if (content.isTorn() || good.size() < content.entries().size() + content.damage().size()) {
        ledger.replace(good);
      }
      return Cover.of(parts);
    } catch (IOException unusable) {
      throw new StoreException(unusable);
    }
  }

  private Optional<StoredPart> read(LedgerEntry entry) {
    Path summary = folder.resolve(entry.summaryName());
    Optional<StoredFile> rowsFile = Optional.ofNullable(entry.rows());
    Optional<Path> rows = rowsFile.map(file -> folder.resolve(entry.rowsName()));
    Optional<String> fault = entry.summary().fault(summary);
    if (fault.isPresent()) {
      warn(summary, fault.get(), entry);
      return Optional.empty();
    }
    Optional<String> rowsFault =
        rowsFile.flatMap(file -> file.fault(folder.resolve(entry.rowsName())));
    if (rowsFault.isPresent()) {
      warn(rows.orElseThrow(), rowsFault.get(), entry);
      return Optional.empty();
    }
    try {
      Part part = PartJson.read(Files.readAllBytes(summary));
      Optional<String> otherwise = otherwise(part, entry);
      otherwise.ifPresent(text -> warn(summary, text, entry));
      return otherwise.isPresent() ? Optional.empty() : Optional.of(new StoredPart(part, rows));
    } catch (IOException unreadable) {
      String reason =
          unreadable instanceof JsonProcessingException json
              ? JsonFiles.reason(json)
              : unreadable.getMessage();
      warn(summary, "it cannot be read: " + reason, entry);
    }
    return Optional.empty();
  }

  private static Optional<String> otherwise(Part part, LedgerEntry entry) {
    if (part.schema() != Part.SCHEMA) {
      return Optional.of(
          "its schema is %d, this version of the program reads %d"
              .formatted(part.schema(), Part.SCHEMA));
    }
    return part.first() == entry.first() && part.end() == entry.end() && part.first() < part.end()
        ? Optional.empty()
        : Optional.of("it is of the runs %,d to %,d".formatted(part.first(), part.end() - 1));
  }

  private void warn(Path file, String fault, LedgerEntry entry) {
    warnings.accept(
        "%s: %s; the runs %,d to %,d of %s are not used"
            .formatted(file, fault, entry.first(), entry.end() - 1, entry.cell()));
  }

  @Override
  public StoredPart write(Part part, byte[] rows) {
    try {
      OwnFiles.makeFolder(folder);
      byte[] json = PartJson.write(part);
      LedgerEntry entry =
          new LedgerEntry(
              Part.SCHEMA,
              part.cell(),
              runs,
              part.first(),
              part.end(),
              StoredFile.of(json),
              rows.length == 0 ? null : StoredFile.of(rows));
      Optional<Path> rowsFile = Optional.empty();
      if (rows.length > 0) {
        rowsFile = Optional.of(folder.resolve(entry.rowsName()));
        AtomicFile.write(rowsFile.get(), out -> out.write(rows));
      }
      AtomicFile.write(folder.resolve(entry.summaryName()), out -> out.write(json));
      ledger.add(entry);
      return new StoredPart(part, rowsFile);
    } catch (IOException unwritable) {
      throw new StoreException(unwritable);
    }
  }

  /** Returns the names of the parts that are as they were written. */
  List<String> intactNames() {
    return intact().stream()
        .map(each -> "%d-%d.json".formatted(each.part().first(), each.part().end()))
        .toList();
  }

  /** Takes over a part of another folder, with its files. */
  void take(CellFolder other, LedgerEntry entry) throws IOException {
    OwnFiles.makeFolder(folder);
    for (String name : names(entry)) {
      Path from = other.folder.resolve(name);
      AtomicFile.write(folder.resolve(name), out -> Files.copy(from, out));
    }
    ledger.add(entry);
  }

  /** Returns the names of the files of a part. */
  static List<String> names(LedgerEntry entry) {
    return entry.rows() == null
        ? List.of(entry.summaryName())
        : List.of(entry.summaryName(), entry.rowsName());
  }

  @Override
  public Optional<String> failure() {
    try {
      Path file = folder.resolve(FAILURE);
      return Files.exists(file) ? Optional.of(visible(Files.readString(file))) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Escape sequences would move the cursor of whoever prints it. */
  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  @Override
  public void failed(String message) {
    try {
      if (message.isEmpty()) {
        Files.deleteIfExists(folder.resolve(FAILURE));
      } else {
        OwnFiles.makeFolder(folder);
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(FAILURE), out -> out.write(text));
      }
    } catch (IOException unwritable) {
      throw new StoreException(unwritable);
    }
  }

  @Override
  public boolean isDue(double seconds, double spent, long bytes) {
    return pace.isDue(seconds, spent, bytes);
  }
}
