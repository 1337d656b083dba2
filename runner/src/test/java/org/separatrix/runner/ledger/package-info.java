/** Tests: what is finished of a study. */
@NullMarked
package org.separatrix.runner.ledger;

import org.jspecify.annotations.NullMarked;
