/** Tests of the JSON Schema of studies. */
@NullMarked
package org.separatrix.runner.schema;

import org.jspecify.annotations.NullMarked;
