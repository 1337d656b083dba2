/** The command line. */
@NullMarked
package org.separatrix.runner.cli;

import org.jspecify.annotations.NullMarked;
