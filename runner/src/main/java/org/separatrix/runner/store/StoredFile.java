package org.separatrix.runner.store;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file must be.
 *
 * @param bytes its length
 * @param sha256 its SHA-256 in hexadecimal digits
 */
public record StoredFile(long bytes, String sha256) {
  /**
   * Describes a content.
   *
   * @param content all of it
   */
  public static StoredFile of(byte[] content) {
    return new StoredFile(content.length, Hashing.sha256().hashBytes(content).toString());
  }

  /**
   * Describes a file as it is.
   *
   * @param file the file
   * @throws IOException if it cannot be read
   */
  static StoredFile of(Path file) throws IOException {
    return new StoredFile(Files.size(file), checksum(file));
  }

  private static String checksum(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
  }

  /**
   * Tells what is wrong with a file, or nothing.
   *
   * @param file the file
   */
  public Optional<String> fault(Path file) {
    try {
      long length = Files.size(file);
      if (length != bytes) {
        return Optional.of("it has %,d bytes of %,d".formatted(length, bytes));
      }
      return checksum(file).equals(sha256)
          ? Optional.empty()
          : Optional.of("its content was changed (checksum)");
    } catch (NoSuchFileException missing) {
      return Optional.of("it is missing");
    } catch (IOException unreadable) {
      return Optional.of("it cannot be read: " + unreadable.getMessage());
    }
  }
}
