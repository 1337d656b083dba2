/** Tests: Reading YAML strictly. */
@NullMarked
package org.separatrix.runner.yaml;

import org.jspecify.annotations.NullMarked;
