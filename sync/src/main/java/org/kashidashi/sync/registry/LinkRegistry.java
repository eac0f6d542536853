package org.kashidashi.sync.registry;

/** Knows which library card a person is linked to. */
public interface LinkRegistry {
  /** Blocks for at most the registry's own time limit; never throws for what the world does. */
  LinkAnswer find(PersonIdentifier person);
}
