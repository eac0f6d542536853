package org.kashidashi.sync.registry.sim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;

/**
 * Stands in for the MyKey platform and the Digital Agency: knows invented persons by the common
 * name of the test certificates, and has trouble on request. Safe for any thread.
 */
public final class SimulatedAuthority implements IdentityResolver {
  private final Map<String, Resolution> persons;
  private final Duration limit;
  private final AtomicReference<AuthorityTrouble> trouble =
      new AtomicReference<>(new AuthorityTrouble.Nothing());

  private SimulatedAuthority(Map<String, Resolution> persons, Duration limit) {
    this.persons = persons;
    this.limit = limit;
  }

  /**
   * Knows the persons of a CSV file: subject (common name), answer, identifier.
   *
   * @param limit the longest time that an answer may take
   * @throws IllegalArgumentException names the line that is wrong
   */
  public static SimulatedAuthority of(Reader csv, Duration limit) throws IOException {
    return new SimulatedAuthority(PersonsFile.read(csv), limit);
  }

  public void setTrouble(AuthorityTrouble now) {
    trouble.set(now);
  }

  @Override
  public Resolution resolve(PresentedCertificate certificate) {
    return switch (Objects.requireNonNull(trouble.get())) {
      case AuthorityTrouble.Nothing _ -> answer(certificate);
      case AuthorityTrouble.Down _ -> new Resolution.Unavailable("the simulated authority is down");
      case AuthorityTrouble.Slow slow -> slowly(certificate, slow.delay());
      case AuthorityTrouble.Wrong wrong -> wrong.answer();
    };
  }

  private Resolution slowly(PresentedCertificate certificate, Duration delay) {
    boolean late = delay.compareTo(limit) > 0;
    try {
      // Nobody counts down: this is a wait for the time alone.
      boolean early =
          new CountDownLatch(1).await((late ? limit : delay).toMillis(), TimeUnit.MILLISECONDS);
      return late || early
          ? new Resolution.Unavailable("the simulated authority took longer than " + limit)
          : answer(certificate);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Resolution.Unavailable("interrupted");
    }
  }

  private Resolution answer(PresentedCertificate certificate) {
    return commonName(certificate)
        .map(name -> persons.getOrDefault(name, new Resolution.UnknownPerson()))
        .orElseGet(Resolution.UnknownPerson::new);
  }

  private static Optional<String> commonName(PresentedCertificate certificate) {
    try {
      Certificate parsed = CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(certificate.der()));
      if (!(parsed instanceof X509Certificate x509)) {
        return Optional.empty();
      }
      return new LdapName(x509.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .findFirst();
    } catch (CertificateException | InvalidNameException e) {
      // The authority knows nobody by something that is no certificate.
      return Optional.empty();
    }
  }
}
