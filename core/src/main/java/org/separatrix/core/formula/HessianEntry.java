package org.separatrix.core.formula;

/**
 * An entry of a symmetric matrix of expressions.
 *
 * @param row its row, from 0
 * @param column its column, at most the row
 * @param expression its value
 */
public record HessianEntry(int row, int column, Expression expression) {}
