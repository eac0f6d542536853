package org.kashidashi.sync.ils.central;

import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** One client without any identity, for a central on this machine. */
final class PlainConnections implements Connections {
  private final OkHttpClient client;

  PlainConnections(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public Line line() {
    return new Line.Open(client);
  }

  @Override
  public Optional<Instant> identityEnd() {
    return Optional.empty();
  }

  @Override
  public void heard(OkHttpClient by, Heard heard) {
    if (heard.answer() instanceof CentralAnswer.None) {
      // After a lost network, pooled connections would hang one after the other.
      by.connectionPool().evictAll();
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
