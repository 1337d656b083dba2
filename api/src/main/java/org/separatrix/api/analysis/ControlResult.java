package org.separatrix.api.analysis;

import java.util.Optional;

/**
 * What came out of a control.
 *
 * @param control id of the control
 * @param cell id of the cell it used, if it used one
 * @param expected what must be seen, for a person
 * @param observed what was seen, for a person
 * @param passed whether they agree
 */
public record ControlResult(
    String control, Optional<String> cell, String expected, String observed, boolean passed) {}
