/** The subcommands of the program, one per file. */
@NullMarked
package org.kashidashi.central.command;

import org.jspecify.annotations.NullMarked;
