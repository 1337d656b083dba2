/** Tests: tables as Parquet files. */
@NullMarked
package org.separatrix.runner.parquet;

import org.jspecify.annotations.NullMarked;
