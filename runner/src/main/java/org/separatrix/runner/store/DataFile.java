package org.separatrix.runner.store;

/**
 * A file of results as it was written, in {@code summary.json}.
 *
 * @param name relative to the folder of results
 * @param bytes its length
 * @param sha256 its SHA-256 in hexadecimal digits
 */
public record DataFile(String name, long bytes, String sha256) {}
