/** Looks whether this machine can run studies, and how fast. */
@NullMarked
package org.separatrix.runner.doctor;

import org.jspecify.annotations.NullMarked;
