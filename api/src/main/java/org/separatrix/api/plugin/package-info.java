/** How a plugin declares what it adds. */
@NullMarked
package org.separatrix.api.plugin;

import org.jspecify.annotations.NullMarked;
