package org.kashidashi.central.load;

import java.util.Optional;

/** The files of one load, in the order in which they are read. */
public record CsvFiles(
    CsvSource patrons,
    CsvSource items,
    CsvSource links,
    Optional<CsvSource> holds,
    Optional<CsvSource> loans) {}
