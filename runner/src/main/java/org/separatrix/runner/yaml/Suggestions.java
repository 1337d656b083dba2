package org.separatrix.runner.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses what a misspelt word was meant to be. */
public final class Suggestions {
  private static final double ALIKE = 0.85;
  private static final int MOST = 3;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private Suggestions() {}

  /**
   * Returns " Did you mean 'a' or 'b'?", or nothing if no known word is alike.
   *
   * @param word the word
   * @param known the words that it could be
   */
  public static String didYouMean(String word, Collection<String> known) {
    List<String> alike = alike(word, known);
    return alike.isEmpty()
        ? ""
        : alike.stream()
            .map(guess -> "'" + guess + "'")
            .collect(Collectors.joining(" or "))
            .transform(guesses -> " Did you mean " + guesses + "?");
  }

  /** Tells whether one word may be a misspelling of the other. */
  static boolean areAlike(String word, String other) {
    return SIMILARITY.apply(normal(word), normal(other)) > ALIKE;
  }

  private static List<String> alike(String word, Collection<String> known) {
    String normal = normal(word);
    return known.stream()
        .filter(candidate -> areAlike(word, candidate))
        .sorted(
            Comparator.comparing(
                (String candidate) -> -SIMILARITY.apply(normal, normal(candidate))))
        .limit(MOST)
        .toList();
  }

  private static String normal(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
