package org.separatrix.api.plugin;

/** The configuration of a component that has no keys. */
@Doc("Takes no keys.")
public record NoConfig() {}
