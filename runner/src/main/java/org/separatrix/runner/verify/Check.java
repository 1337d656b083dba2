package org.separatrix.runner.verify;

/**
 * What became of a stored fact when it was checked.
 *
 * @param subject what it is about, such as {@code lee, L}
 * @param isConfirmed whether it was found or proved again
 * @param detail what was confirmed, or what speaks against it
 */
public record Check(String subject, boolean isConfirmed, String detail) {}
