package org.separatrix.core.engine;

/**
 * How fast one of the ways to move runs was.
 *
 * @param work what was to be done
 * @param form the way
 * @param nanoseconds mean time for a step of one run; not a number if it was not tried
 * @param chosen whether it is the one that was used in the end
 */
public record FormTime(String work, String form, double nanoseconds, boolean chosen) {}
