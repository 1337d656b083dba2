package org.separatrix.runner.csv;

/** Texts in files of comma-separated values, which spreadsheets open. */
public final class CsvText {
  private CsvText() {}

  /**
   * Tells whether a spreadsheet takes a text for a formula.
   *
   * @param text the text
   */
  public static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Returns a text that no spreadsheet takes for a formula: one that would be gets an apostrophe in
   * front of it.
   *
   * @param text the text
   */
  public static String harmless(String text) {
    return isFormula(text) ? "'" + text : text;
  }
}
