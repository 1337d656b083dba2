package org.separatrix.runner.parts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A part, and where its rows are.
 *
 * @param part what became of its runs
 * @param rows a file of rows, see {@link Rows}; empty if none are kept
 */
public record StoredPart(Part part, Optional<Path> rows) {}
