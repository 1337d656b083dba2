/** Questions in SQL about a folder of results, answered by an embedded DuckDB. */
@NullMarked
package org.separatrix.runner.query;

import org.jspecify.annotations.NullMarked;
