package org.kashidashi.sync.registry;

/**
 * What a library wants to know a person by.
 *
 * @param makeIfNone whether the authority makes one at the counter for a person who has none; if
 *     not, the person makes it at home beforehand (mykey.made)
 */
public record IdentifierWish(IdentifierKind kind, boolean makeIfNone) {}
