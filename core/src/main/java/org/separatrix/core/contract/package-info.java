/**
 * Checks that objectives and optimizers keep what their interfaces promise; plugin authors run them
 * on theirs.
 */
@NullMarked
package org.separatrix.core.contract;

import org.jspecify.annotations.NullMarked;
