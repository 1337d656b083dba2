/** Functions, methods and a laboratory on the engine, for the tests of this module. */
@NullMarked
package org.separatrix.analysis.testing;

import org.jspecify.annotations.NullMarked;
