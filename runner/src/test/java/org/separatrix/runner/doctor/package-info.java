/** Tests of what is said of a machine. */
@NullMarked
package org.separatrix.runner.doctor;

import org.jspecify.annotations.NullMarked;
