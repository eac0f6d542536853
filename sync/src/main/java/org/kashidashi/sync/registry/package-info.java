/** Ports between a card and a patron: who resolves a certificate, and who knows the links. */
@NullMarked
package org.kashidashi.sync.registry;

import org.jspecify.annotations.NullMarked;
