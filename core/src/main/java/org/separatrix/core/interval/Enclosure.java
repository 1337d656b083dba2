package org.separatrix.core.interval;

/**
 * What a function takes on a box, and whether it is defined there.
 *
 * @param <T> {@link Interval}, {@link IntervalVector} or {@link IntervalMatrix}
 * @param range contains the function's value at each point of the box where it is defined; empty if
 *     it is certainly defined nowhere
 * @param isDefinedEverywhere whether the function is certainly defined at all points of the box.
 *     Then it is continuous there. If false, nothing is said
 */
public record Enclosure<T>(T range, boolean isDefinedEverywhere) {}
