/** Writes tables as Parquet files, which pandas, polars, R and DuckDB read. */
@NullMarked
package org.separatrix.runner.parquet;

import org.jspecify.annotations.NullMarked;
