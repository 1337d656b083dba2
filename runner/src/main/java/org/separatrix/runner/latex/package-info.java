/** Results as sources for papers: tables in LaTeX, figures in pgfplots, their data beside them. */
@NullMarked
package org.separatrix.runner.latex;

import org.jspecify.annotations.NullMarked;
