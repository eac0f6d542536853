package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.Mode;
import org.kashidashi.kiosk.config.ResolverSettings;
import org.kashidashi.kiosk.identity.AcceptedPolicies;
import org.kashidashi.kiosk.identity.AuthorityScope;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.identity.LeastProof;
import org.kashidashi.kiosk.identity.PatronIdentification;
import org.kashidashi.kiosk.identity.TrustStore;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.registry.CachedIdentityResolver;
import org.kashidashi.sync.registry.CachedLinkRegistry;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.LinkRegistry;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.authority.HttpAuthority;
import org.kashidashi.sync.registry.http.HttpLinkRegistry;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;
import org.kashidashi.sync.store.Store;

/** Chooses what a person is known by, as the configuration says: card, certificate, authority. */
final class IdentityWiring {
  private static final Duration AUTHORITY_LIMIT = Duration.ofSeconds(5);

  private IdentityWiring() {}

  static PatronIdentification identification(
      Configuration configuration,
      Clock clock,
      Store store,
      CentralExchange exchange,
      IdentityResolver authority) {
    CertificateCheck check = certificates(configuration, clock);
    IdentityResolver resolver = new CachedIdentityResolver(
        authority, store.resolverCache(), clock, configuration.resolver().cache());
    LinkRegistry registry = new CachedLinkRegistry(
        new HttpLinkRegistry(exchange), store.linkCache(), clock, configuration.registry());
    return new PatronIdentification(check, resolver, registry, leastProof(configuration));
  }

  private static LeastProof leastProof(Configuration configuration) {
    return switch (configuration.identity().proof()) {
      case CERTIFICATE -> LeastProof.CERTIFICATE;
      case CARD_CHALLENGE -> LeastProof.CARD_CHALLENGE;
    };
  }

  /** What nobody looks at is not asked of a card. */
  static JpkiReader jpkiReader(Configuration configuration, Wiring.Surroundings around) {
    return switch (leastProof(configuration)) {
      case CERTIFICATE -> new JpkiReader(CardLayout.current(), around.nanoTime());
      case CARD_CHALLENGE ->
        new JpkiReader(CardLayout.current(), around.nanoTime(), around.random());
    };
  }

  static CertificateCheck certificates(Configuration configuration, Clock clock) {
    return new CertificateCheck(
        trustStore(configuration),
        AcceptedPolicies.production().and(configuration.trust().testPolicies()),
        clock);
  }

  /** The anchors that this kiosk trusts. */
  static TrustStore trustStore(Configuration configuration) {
    AuthorityScope scope =
        configuration.kiosk().mode() == Mode.TEST ? AuthorityScope.TEST : AuthorityScope.PRODUCTION;
    return new TrustStore(configuration.trust().directory(), scope);
  }

  static IdentityResolver authority(ResolverSettings settings) throws IOException {
    return switch (settings.driver()) {
      case SIMULATED -> {
        Optional<Path> file = settings.file();
        try (Reader csv = Files.newBufferedReader(file.orElseThrow(), StandardCharsets.UTF_8)) {
          yield SimulatedAuthority.of(csv, AUTHORITY_LIMIT);
        }
      }
      case HTTP -> new HttpAuthority(settings.place().orElseThrow().read());
      case NONE -> _ -> new Resolution.Unavailable("no authority is configured");
    };
  }
}
