package org.separatrix.runner.check;

/**
 * What a component does not keep.
 *
 * @param check name of the check, such as gradient
 * @param expected what a component must do
 * @param seen what this one did, and where
 * @param advice what its author can do
 */
public record Complaint(String check, String expected, String seen, String advice) {
  private static final String SEPARATOR = ": ";

  /**
   * Explains a violation of a contract.
   *
   * @param violation a line of a contract, which begins with the name of the check
   */
  static Complaint of(String violation) {
    int end = violation.indexOf(SEPARATOR);
    String check = end < 0 ? "contract" : violation.substring(0, end);
    String seen = end < 0 ? violation : violation.substring(end + SEPARATOR.length());
    Explanation explanation = Explanation.of(check);
    return new Complaint(check, explanation.expected(), seen, explanation.advice());
  }
}
