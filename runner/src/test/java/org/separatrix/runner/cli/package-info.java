/** Tests: The command line, in this process. */
@NullMarked
package org.separatrix.runner.cli;

import org.jspecify.annotations.NullMarked;
