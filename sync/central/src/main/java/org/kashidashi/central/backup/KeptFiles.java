package org.kashidashi.central.backup;

import java.nio.file.Path;

/**
 * The files that central keeps.
 *
 * @param authority may not be there: without TLS there is none
 */
public record KeptFiles(Path database, Path key, Path authority) {}
