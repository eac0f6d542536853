package org.kashidashi.central.identity;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A kiosk that talks to central over TLS with the platform's own client, for tests. */
public final class TestKiosk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a kiosk keeps. */
  public record Papers(KeyPair pair, X509Certificate certificate, X509Certificate authority) {}

  private final HttpClient http;
  private final SSLContext tls;
  private final int port;
  private final String kiosk;

  private TestKiosk(SSLContext tls, int port, String kiosk) {
    this(tls, InetAddress.getLoopbackAddress(), port, kiosk);
  }

  private TestKiosk(SSLContext tls, InetAddress from, int port, String kiosk) {
    this.tls = tls;
    this.http = HttpClient.newBuilder()
        .localAddress(from)
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(tls)
        .build();
    this.port = port;
    this.kiosk = kiosk;
  }

  /** Shows nothing, and trusts this authority. */
  public static TestKiosk stranger(X509Certificate authority, int port, String kiosk, Clock clock)
      throws Exception {
    return new TestKiosk(context(Optional.empty(), authority, clock), port, kiosk);
  }

  /** A stranger at an address of its own. */
  static TestKiosk strangerAt(
      String address, X509Certificate authority, int port, String kiosk, Clock clock)
      throws Exception {
    SSLContext tls = context(Optional.empty(), authority, clock);
    return new TestKiosk(tls, InetAddress.ofLiteral(address), port, kiosk);
  }

  public static TestKiosk of(Papers papers, int port, String kiosk, Clock clock) throws Exception {
    return new TestKiosk(context(Optional.of(papers), papers.authority(), clock), port, kiosk);
  }

  public static KeyPair keys() {
    return CurveKeys.generate(new SecureRandom());
  }

  /** As an authority that nobody trusts gives it. */
  static Papers foreign(String library, String kiosk, X509Certificate real, Clock clock)
      throws Exception {
    Authority other = Authority.make(library, clock.instant(), new SecureRandom());
    KeyPair pair = keys();
    CertificateRequest request = CertificateRequest.parse(TestRequest.of("CN=" + kiosk, pair));
    return new Papers(pair, other.issue(request, clock.instant()), real);
  }

  public static X509Certificate authority(Path folder) throws Exception {
    return new AuthorityFile(folder).read("demo", new SecureRandom()).certificate();
  }

  public static Papers papers(KeyPair pair, HttpResponse<String> answer) throws Exception {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
    return new Papers(pair, certificate(json, "certificate"), certificate(json, "authority"));
  }

  public HttpResponse<String> enrol(String code, KeyPair pair) throws Exception {
    return post(
        "/v1/identity/enrol",
        "{\"code\":\"%s\",\"request\":\"%s\"}"
            .formatted(code, TestRequest.base64("CN=" + kiosk, pair)));
  }

  public HttpResponse<String> renew(KeyPair pair) throws Exception {
    return post(
        "/v1/identity/renew",
        "{\"request\":\"%s\"}".formatted(TestRequest.base64("CN=" + kiosk, pair)));
  }

  public HttpResponse<String> lookUp() throws Exception {
    return post("/v1/patron-lookups", "{\"patron\":\"9999900120\"}");
  }

  public HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, String json) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  public SSLContext tls() {
    return tls;
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Kashidashi-Kiosk", kiosk);
  }

  private static X509Certificate certificate(JsonObject json, String name) throws Exception {
    return CertificateSigner.decode(Base64.getDecoder().decode(json.get(name).getAsString()));
  }

  /** Checks chain, dates by the test's clock, and server name. */
  private static SSLContext context(Optional<Papers> papers, X509Certificate authority, Clock clock)
      throws Exception {
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(authority, null)), new X509CertSelector());
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(clock.instant()));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(new CertPathTrustManagerParameters(parameters));
    KeyManager[] keys =
        papers.map(shown -> new KeyManager[] {new Shown(shown)}).orElse(new KeyManager[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager[] trusted = trust.getTrustManagers();
    context.init(keys, trusted, null);
    return context;
  }

  /** Shows its certificate whoever asks for it. */
  private static final class Shown extends X509ExtendedKeyManager {
    private static final String ALIAS = "kiosk";
    private final Papers papers;

    Shown(Papers papers) {
      this.papers = papers;
    }

    @Override
    public String chooseEngineClientAlias(
        String[] keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return ALIAS;
    }

    @Override
    public String chooseClientAlias(
        String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return ALIAS;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {papers.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return papers.pair().getPrivate();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }
  }
}
