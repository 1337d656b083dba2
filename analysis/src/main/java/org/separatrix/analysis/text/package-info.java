/** How numbers are worded for people. */
@NullMarked
package org.separatrix.analysis.text;

import org.jspecify.annotations.NullMarked;
