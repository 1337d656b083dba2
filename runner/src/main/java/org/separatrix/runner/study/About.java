package org.separatrix.runner.study;

import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Doc;

/**
 * Where a study comes from.
 *
 * @param title what it shows
 * @param paper whose claim it tests
 * @param theorem the claim's place in the paper
 */
@Doc("Where a study comes from, for tables of studies.")
public record About(
    @Doc(value = "What it shows, in a few words.", example = "a saddle between two minima")
        @Nullable String title,
    @Doc(value = "The paper whose claim it tests.", example = "Lee et al. 2016")
        @Nullable String paper,
    @Doc(value = "The place of the claim in the paper.", example = "Theorem 4.1")
        @Nullable String theorem) {}
