package org.kashidashi.central.load;

import java.util.Optional;

/** The files of one load, in the order in which they are read. */
public record CsvFiles(
    CsvFile patrons,
    CsvFile items,
    CsvFile links,
    Optional<CsvFile> holds,
    Optional<CsvFile> loans) {}
