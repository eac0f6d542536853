package org.kashidashi.sync.registry;

/** Asks an authority who the holder of a certificate is towards this library. */
public interface IdentityResolver {
  /** Blocks for at most the resolver's own time limit; never throws for what the world does. */
  Resolution resolve(PresentedCertificate certificate);
}
