/** Studies: what a YAML file asks for, with every default filled in and every sweep expanded. */
@NullMarked
package org.separatrix.runner.study;

import org.jspecify.annotations.NullMarked;
