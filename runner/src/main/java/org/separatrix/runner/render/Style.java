package org.separatrix.runner.render;

import org.separatrix.api.analysis.Verdict;

/** Colour, on a terminal that shows it. */
final class Style {
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String BOLD = "1";

  private final boolean colored;

  Style(boolean colored) {
    this.colored = colored;
  }

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case CONSISTENT -> paint(GREEN, text);
      case CONTRADICTED -> paint(RED, text);
      case HYPOTHESES_NOT_MET, INCONCLUSIVE -> paint(YELLOW, text);
    };
  }

  String passed(boolean passed, String text) {
    return paint(passed ? GREEN : RED, text);
  }

  String title(String text) {
    return paint(BOLD, text);
  }

  private String paint(String code, String text) {
    return colored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
