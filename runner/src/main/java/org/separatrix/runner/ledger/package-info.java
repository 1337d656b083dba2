/**
 * The folder of what a study has finished so far: parts of cells, stored so that a kill loses
 * little, nothing damaged is used, and another study reuses what is the same.
 */
@NullMarked
package org.separatrix.runner.ledger;

import org.jspecify.annotations.NullMarked;
