package org.kashidashi.central.identity;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows central's certificate, a new one as soon as two thirds of the old one's life are over. The
 * platform wants a subclass, and null for none. Any thread may call it.
 */
final class ServerKeys extends X509ExtendedKeyManager {
  private static final String KEY_TYPE = "EC";

  /** The one before is for handshakes that are under way. */
  private record Shown(ServerIdentity now, ServerIdentity before) {}

  private final Authority authority;
  private final List<String> names;
  private final Clock clock;
  private Shown shown;

  ServerKeys(Authority authority, List<String> names, Clock clock) {
    this.authority = authority;
    this.names = List.copyOf(names);
    this.clock = clock;
    ServerIdentity first = authority.issueServer(this.names, clock.instant());
    this.shown = new Shown(first, first);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return keyType.equals(KEY_TYPE) ? current().alias() : null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return keyType.equals(KEY_TYPE) ? current().alias() : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return find(alias)
        .map(identity -> identity.chain().toArray(X509Certificate[]::new))
        .orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return find(alias).map(ServerIdentity::key).orElse(null);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {current().alias()};
  }

  @Override
  public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  private synchronized ServerIdentity current() {
    if (!shown.now().fresh(clock.instant())) {
      shown = new Shown(authority.issueServer(names, clock.instant()), shown.now());
    }
    return shown.now();
  }

  private synchronized Optional<ServerIdentity> find(String alias) {
    return Stream.of(shown.now(), shown.before())
        .filter(identity -> identity.alias().equals(alias))
        .findFirst();
  }
}
