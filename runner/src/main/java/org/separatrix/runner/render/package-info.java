/** What a person reads on the terminal. */
@NullMarked
package org.separatrix.runner.render;

import org.jspecify.annotations.NullMarked;
