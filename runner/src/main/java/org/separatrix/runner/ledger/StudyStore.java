package org.separatrix.runner.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.separatrix.runner.parts.StoreException;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.OwnFiles;

/**
 * The folder of the parts of all cells that were run into one folder of results, each in a folder
 * that is named by its key. Of an earlier form of the study it still has the parts.
 *
 * @param path the folder
 * @param pace when parts end
 * @param warnings is told what is damaged
 */
public record StudyStore(Path path, Pace pace, Consumer<String> warnings) {
  /** Its name within the folder of results. */
  public static final String NAME = ".parts";

  /** The study that was run last, with every default; it may not be finished. */
  private static final String STUDY = "study.yaml";

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /**
   * Names the folder of parts of a folder of results.
   *
   * @param results the folder of results
   * @param warnings is told what is damaged
   */
  public static StudyStore of(Path results, Consumer<String> warnings) {
    return new StudyStore(results.resolve(NAME), Pace.usual(), warnings);
  }

  /**
   * Creates the folder and takes its lock.
   *
   * @throws FolderLock.HeldException if another process has it
   * @throws IOException if it cannot be written
   */
  public FolderLock lock() throws IOException {
    OwnFiles.makeFolder(path);
    return FolderLock.take(path);
  }

  /**
   * Returns the folder of a cell.
   *
   * @param key its key
   */
  public CellFolder cell(String key) {
    return new CellFolder(path.resolve(key), pace, warnings);
  }

  /**
   * Returns the keys of the cells that have parts, in order.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<String> keys() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(path)) {
      return folders
          .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> KEY.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /**
   * Returns how far each cell has come, in the order of their keys. Cells of earlier forms of the
   * study are among them.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<CellStatus> status() throws IOException {
    List<CellStatus> list = new ArrayList<>();
    for (String key : keys()) {
      CellFolder folder = cell(key);
      CellStatus.of(key, folder, folder.entries()).ifPresent(list::add);
    }
    return list;
  }

  /**
   * Checks that this version of the program can read all ledgers.
   *
   * @throws MalformedFileException if another version wrote one
   * @throws StoreException if one cannot be read
   */
  public void checkSchemas() {
    cellIds();
  }

  /**
   * Returns the ids of the cells that have parts, of other forms of the study too.
   *
   * @throws StoreException if a ledger cannot be read
   */
  public Set<String> cellIds() {
    Set<String> ids = new HashSet<>();
    try {
      for (String key : keys()) {
        cell(key).entries().forEach(entry -> ids.add(entry.cell()));
      }
    } catch (IOException unreadable) {
      throw new StoreException(unreadable);
    }
    return ids;
  }

  /**
   * Tells whether a cell has parts, damaged ones included.
   *
   * @param key its key
   */
  public boolean has(String key) {
    return Files.exists(path.resolve(key));
  }

  /**
   * Returns who works in the folder, if someone does.
   *
   * @throws IOException if that cannot be found out
   */
  public Optional<String> heldBy() throws IOException {
    return Files.isDirectory(path) ? FolderLock.heldBy(path) : Optional.empty();
  }

  /**
   * Returns the files of all cells, which {@link #removeCells} removes.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String key : keys()) {
      try (Stream<Path> each = Files.list(path.resolve(key))) {
        each.sorted().forEach(files::add);
      }
    }
    return files;
  }

  /**
   * Removes the parts of all cells.
   *
   * @throws IOException if a file cannot be removed
   */
  public void removeCells() throws IOException {
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
    for (String key : keys()) {
      Files.deleteIfExists(path.resolve(key));
    }
  }

  /**
   * Tells whether no cell has a part.
   *
   * @throws IOException if the folder cannot be read
   */
  public boolean isEmpty() throws IOException {
    return keys().isEmpty();
  }

  /** Returns the file of the study that was run last, which need not exist. */
  public Path study() {
    return path.resolve(STUDY);
  }

  /**
   * Keeps the study that is about to be run.
   *
   * @param resolved the study with every default
   * @throws IOException if it cannot be written
   */
  public void writeStudy(String resolved) throws IOException {
    AtomicFile.write(study(), out -> out.write(resolved.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Removes the folder if there is no part in it.
   *
   * @throws IOException if it cannot be removed
   */
  public void removeIfEmpty() throws IOException {
    if (Files.isDirectory(path) && isEmpty() && FolderLock.heldBy(path).isEmpty()) {
      Files.deleteIfExists(study());
      FolderLock.remove(path);
      try {
        Files.delete(path);
      } catch (DirectoryNotEmptyException used) {
        // Something else is in it.
      }
    }
  }
}
