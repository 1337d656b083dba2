package org.separatrix.runner.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of a ledger: a JSON object of an entry and a checksum of the entry's text.
 *
 * @param <T> what an entry is
 * @param type likewise
 */
record LedgerLine<T>(Class<T> type) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String BEFORE = "{\"check\":\"";
  private static final String BETWEEN = "\",\"entry\":";
  private static final String AFTER = "}";
  private static final int DIGITS = 16;

  /** Returns the line, without its end. */
  String write(T entry) {
    try {
      String text = MAPPER.writeValueAsString(entry);
      return BEFORE + check(text) + BETWEEN + text + AFTER;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the entry of a line, if it is as it was written. */
  Optional<T> read(String line) {
    int start = BEFORE.length() + DIGITS + BETWEEN.length();
    if (line.length() <= start || !line.startsWith(BEFORE) || !line.endsWith(AFTER)) {
      return Optional.empty();
    }
    String text = line.substring(start, line.length() - AFTER.length());
    if (!line.equals(BEFORE + check(text) + BETWEEN + text + AFTER)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readValue(text, type));
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }

  private static String check(String text) {
    return Hashing.sha256()
        .hashString(text, StandardCharsets.UTF_8)
        .toString()
        .substring(0, DIGITS);
  }
}
