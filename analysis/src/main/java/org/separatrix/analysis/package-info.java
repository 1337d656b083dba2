/** The plugin that adds the analyzers and controls. */
@NullMarked
package org.separatrix.analysis;

import org.jspecify.annotations.NullMarked;
