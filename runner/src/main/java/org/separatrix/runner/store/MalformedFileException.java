package org.separatrix.runner.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** A file of results is missing, or cannot be read as what it should be. */
public final class MalformedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 60;

  /**
   * Creates the exception.
   *
   * @param message names the file, the key and the value, and a way out
   */
  public MalformedFileException(String message) {
    super(message);
  }

  /**
   * Returns what says that a value is not as it should be.
   *
   * @param file the file
   * @param place where the value stands, a JSON pointer
   * @param value the value, missing if there is none
   * @param wanted what it must be
   */
  public static MalformedFileException of(Path file, String place, JsonNode value, String wanted) {
    String shown = value.isMissingNode() ? "missing" : value.toString();
    return new MalformedFileException(
        "%s: %s is %s: it must be %s.%nMaybe write the results again with separatrix run."
            .formatted(
                file,
                place.isEmpty() ? "its content" : place,
                shown.length() <= LONGEST_SHOWN
                    ? shown
                    : shown.substring(0, LONGEST_SHOWN) + " ...",
                wanted));
  }
}
