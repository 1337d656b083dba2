/** What a study leaves behind: the summary, the runs, the resolved study. */
@NullMarked
package org.separatrix.runner.store;

import org.jspecify.annotations.NullMarked;
