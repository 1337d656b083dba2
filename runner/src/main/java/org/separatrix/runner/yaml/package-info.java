/** Reads YAML strictly, with the place of every value, and binds it to config records. */
@NullMarked
package org.separatrix.runner.yaml;

import org.jspecify.annotations.NullMarked;
