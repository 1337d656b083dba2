/**
 * The report: one page that shows a study's results, complete in itself, made from what lies in the
 * folder of results. Its texts, style and scripts are resources of this package.
 */
@NullMarked
package org.separatrix.runner.report;

import org.jspecify.annotations.NullMarked;
