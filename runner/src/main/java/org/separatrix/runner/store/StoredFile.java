package org.separatrix.runner.ledger;

import com.google.common.hash.Hashing;
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
  static StoredFile of(byte[] content) {
    return new StoredFile(content.length, Hashing.sha256().hashBytes(content).toString());
  }

  /**
   * Tells what is wrong with a file, or nothing.
   *
   * @param file the file
   */
  Optional<String> fault(Path file) {
    try {
      long length = Files.size(file);
      if (length != bytes) {
        return Optional.of("it has %,d bytes of %,d".formatted(length, bytes));
      }
      String found =
          com.google.common.io.Files.asByteSource(file.toFile()).hash(Hashing.sha256()).toString();
      return found.equals(sha256)
          ? Optional.empty()
          : Optional.of("its content was changed (checksum)");
    } catch (NoSuchFileException missing) {
      return Optional.of("it is missing");
    } catch (IOException unreadable) {
      return Optional.of("it cannot be read: " + unreadable.getMessage());
    }
  }
}
