/** Tests of the analyzer on maps whose determinants and folds have closed forms. */
@NullMarked
package org.separatrix.analysis.diffeomorphism;

import org.jspecify.annotations.NullMarked;
