@NullMarked
package org.separatrix.runner.report;

import org.jspecify.annotations.NullMarked;
