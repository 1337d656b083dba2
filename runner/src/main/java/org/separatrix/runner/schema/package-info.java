/** Writes the JSON Schema of studies, with which editors complete and check them. */
@NullMarked
package org.separatrix.runner.schema;

import org.jspecify.annotations.NullMarked;
