/** Tests of the whole: module rules, plugins, studies, the program as a process. */
@NullMarked
package org.separatrix.runner;

import org.jspecify.annotations.NullMarked;
