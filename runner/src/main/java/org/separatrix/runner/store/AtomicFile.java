package org.separatrix.runner.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file so that a reader, and whoever comes after a crash, finds either the old content or
 * the whole new one.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Replaces a file. The content goes to a temporary file beside it, which is forced to the disk
   * and then renamed.
   *
   * @param target the file
   * @param content writes the content
   * @throws IOException if it cannot be written; the old file is left as it was
   */
  public static void write(Path target, Content content) throws IOException {
    // Not Files.createTempFile, whose files nobody else may read.
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createFile(temporary); // says better than a stream why it cannot be made
      try (FileOutputStream file = new FileOutputStream(temporary.toFile());
          OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
        content.writeTo(out);
        out.flush();
        file.getFD().sync();
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException unwritable) {
      throw naming(target, unwritable);
    } finally {
      remove(temporary);
    }
  }

  /** Removes what a failure left; why that fails, in turn, nobody needs to know. */
  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException alsoFailed) {
      // The first failure is the one to be told.
    }
  }

  /**
   * Returns a failure that names what a person knows in place of a temporary file.
   *
   * @param target what was to be written
   * @param failure why it cannot be
   */
  static FileSystemException naming(Path target, FileSystemException failure) {
    return failure.getClass() == FileSystemException.class
        ? new FileSystemException(target.toString(), null, failure.getReason())
        : failure;
  }

  /** What a file is to contain. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }
}
