/** Benchmarks of kernels, for JMH. */
@NullMarked
package org.separatrix.bench.jmh;

import org.jspecify.annotations.NullMarked;
