package org.separatrix.runner.input;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a study names. Its copy in a folder of results is named by its content, so that what
 * the study there refers to is the same wherever the folder goes, and a change of it is noticed.
 *
 * @param path the file
 * @param checksum of its content, SHA-256 in hexadecimal digits
 */
public record InputFile(Path path, String checksum) {
  /** The folder of copies within a folder of results. */
  public static final String FOLDER = "inputs";

  private static final int LONGEST_STEM = 100;
  private static final int DIGITS = 16;
  private static final Pattern COPY =
      Pattern.compile(".*-sha256-([0-9a-f]{%d})(\\.[^.]*)?".formatted(DIGITS));

  /**
   * Reads a file.
   *
   * @param path the file
   * @return nothing if there is no such file, or it cannot be read
   */
  public static Optional<InputFile> read(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new InputFile(path, MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Tells whether a file is named as copies are.
   *
   * @param path the file
   */
  public static boolean isCopy(Path path) {
    Path folder = path.getParent();
    return folder != null
        && folder.endsWith(FOLDER)
        && COPY.matcher(path.getFileName().toString()).matches();
  }

  /** Returns the name of the copy, relative to the folder of results; a copy keeps its own. */
  public String copyName() {
    return FOLDER + "/" + (hasNameOfItsContent() ? path.getFileName() : nameOfContent());
  }

  /**
   * Tells whether the name says what is in the file, which is not so of a copy that was changed.
   */
  public boolean hasNameOfItsContent() {
    Matcher copy = COPY.matcher(path.getFileName().toString());
    return copy.matches() && copy.group(1).equals(digits());
  }

  private String nameOfContent() {
    String safe = path.getFileName().toString().replaceAll("[^A-Za-z0-9._-]+", "_");
    int dot = safe.lastIndexOf('.');
    String stem = dot > 0 ? safe.substring(0, dot) : safe;
    String extension = dot > 0 && safe.length() - dot < LONGEST_STEM ? safe.substring(dot) : "";
    String start = stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
    return start + "-sha256-" + digits() + extension;
  }

  private String digits() {
    return checksum.substring(0, DIGITS);
  }
}
