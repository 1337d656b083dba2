/** What interval arithmetic proves of an objective, of a method on it, and of the method's runs. */
@NullMarked
package org.separatrix.core.certificate;

import org.jspecify.annotations.NullMarked;
