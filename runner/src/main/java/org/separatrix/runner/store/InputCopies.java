package org.separatrix.runner.store;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.separatrix.runner.input.InputFile;

/**
 * Copies of the files that a study names, in its folder of results, which needs nothing from
 * elsewhere then.
 */
public final class InputCopies {
  private final Path results;
  private final Path folder;

  /**
   * Names the copies; nothing is created yet.
   *
   * @param results the folder of results
   */
  public InputCopies(Path results) {
    this.results = results;
    folder = results.resolve(InputFile.FOLDER);
  }

  /**
   * Copies files that are not there yet.
   *
   * @param files the files
   * @throws IOException if one cannot be copied, or is no longer what it was when it was read
   */
  public void add(Collection<InputFile> files) throws IOException {
    try {
      for (InputFile file : files) {
        Path copy = results.resolve(file.copyName());
        OwnFiles.makeFolder(folder);
        if (!isWhole(copy, file)) {
          AtomicFile.write(copy, out -> write(file, out));
        }
      }
    } catch (IOException failed) {
      // Otherwise a full disk would leave folders with nothing in them.
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        removeIfEmpty();
      }
      throw failed;
    }
  }

  private void removeIfEmpty() throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException used) {
      // A study names what is in it.
    }
  }

  /**
   * Takes over the copies of another folder of results, but for those that were changed.
   *
   * @param other the other folder of results
   * @throws IOException if one cannot be copied
   */
  public void addAll(Path other) throws IOException {
    List<InputFile> copies =
        new InputCopies(other)
            .list().stream().flatMap(copy -> InputFile.read(copy).stream()).toList();
    add(copies.stream().filter(InputFile::hasNameOfItsContent).toList());
  }

  /**
   * Removes the copies that no study names any more.
   *
   * @param studies the files of studies, which may be missing
   * @throws IOException if a study cannot be read or a copy cannot be removed
   */
  public void removeUnused(List<Path> studies) throws IOException {
    List<Path> copies = list();
    if (copies.isEmpty()) {
      return;
    }
    StringBuilder texts = new StringBuilder();
    for (Path study : studies) {
      texts.append(Files.isRegularFile(study) ? Files.readString(study) : "");
    }
    for (Path copy : copies) {
      if (texts.indexOf(copy.getFileName().toString()) < 0) {
        Files.delete(copy);
      }
    }
    removeIfEmpty();
  }

  private List<Path> list() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(InputFile::isCopy)
          .toList();
    }
  }

  private static boolean isWhole(Path copy, InputFile file) {
    return Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
        && InputFile.read(copy).filter(each -> each.checksum().equals(file.checksum())).isPresent();
  }

  private static void write(InputFile file, OutputStream out) throws IOException {
    HashingOutputStream hashing = new HashingOutputStream(Hashing.sha256(), out);
    Files.copy(file.path(), hashing);
    if (!hashing.hash().toString().equals(file.checksum())) {
      throw new FileSystemException(
          file.path().toString(), null, file.path() + " was changed after it had been read");
    }
  }
}
