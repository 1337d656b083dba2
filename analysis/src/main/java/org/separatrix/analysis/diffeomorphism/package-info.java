/** Whether the map of a method is a local diffeomorphism, and injective, on the domain. */
@NullMarked
package org.separatrix.analysis.diffeomorphism;

import org.jspecify.annotations.NullMarked;
