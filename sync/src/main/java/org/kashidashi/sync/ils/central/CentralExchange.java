package org.kashidashi.sync.ils.central;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.kashidashi.sync.ils.Circuit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one JSON object to central and brings one back, within a time and a size.
 *
 * <p>Safe for any thread. The caller waits for the budget and no longer, even where the network
 * hangs in a place that cannot be interrupted, such as the resolution of a name.
 */
public final class CentralExchange implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CentralExchange.class);

  private final ExecutorService threads = Executors.newCachedThreadPool(
      Thread.ofPlatform().name("central-", 0).daemon().factory());
  private final CentralSettings settings;
  private final Circuit circuit;
  private final Dispatcher dispatcher = new Dispatcher(threads);
  private final Connections connections;

  /**
   * Without TLS, to a central on this machine.
   *
   * @param circuit shared by all who ask the same central
   */
  public CentralExchange(CentralSettings settings, Circuit circuit) {
    if (settings.encrypted()) {
      throw new IllegalArgumentException("'%s' needs credentials".formatted(settings.address()));
    }
    this.settings = settings;
    this.circuit = circuit;
    this.connections = new PlainConnections(plainClient());
  }

  /**
   * By mutual TLS; without an identity file nothing is sent until there is one.
   *
   * @param circuit shared by all who ask the same central
   */
  public CentralExchange(CentralSettings settings, Circuit circuit, Credentials credentials) {
    if (!settings.encrypted()) {
      throw new IllegalArgumentException(
          "'%s' has no use for credentials".formatted(settings.address()));
    }
    this.settings = settings;
    this.circuit = circuit;
    this.connections = new IdentifiedConnections(settings, credentials, plainClient(), threads);
  }

  private OkHttpClient plainClient() {
    // No retry within OkHttp: it could send an operation twice within one budget, unseen by us.
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .build();
  }

  /** A question while a patron waits. Not even asked while central is known to be down. */
  public CentralAnswer lookUp(String path, JsonObject question) {
    if (!circuit.mayTry()) {
      return new CentralAnswer.None("central did not answer a moment ago", Optional.empty());
    }
    return post(path, question, settings.lookupBudget());
  }

  /**
   * What staff ask for, which may take as long as a delivery; refusals of rules, roles and tickets
   * come back as {@link CentralAnswer.Wrong}, too.
   *
   * @param ticket the secret of who is signed in
   */
  public CentralAnswer atCounter(String path, JsonObject question, String ticket) {
    return ofStaff(path, CentralCall.staff(settings, path, question, ticket));
  }

  /**
   * As {@link #atCounter}, by somebody who has no ticket yet.
   *
   * @param question closed by the caller, once this has returned
   */
  public CentralAnswer signIn(String path, SecretBody question) {
    return ofStaff(path, CentralCall.post(settings, path, question));
  }

  private CentralAnswer ofStaff(String path, Request request) {
    return send(path, request, settings.deliveryBudget(), Answering.Audience.STAFF);
  }

  /** A delivery, which has a rhythm of its own and is always sent. */
  CentralAnswer deliver(String path, JsonObject operations) {
    return post(path, operations, settings.deliveryBudget());
  }

  String kiosk() {
    return settings.kiosk();
  }

  /** A question that costs central nothing. */
  CentralAnswer ask(String path) {
    return send(path, CentralCall.get(settings, path), settings.lookupBudget());
  }

  /** Asks for nothing but an answer, and tells how it came. Blocks for the lookup's budget. */
  public CentralProbe probe(LongSupplier nanoTime) {
    String path = CentralConnector.HEALTH;
    return switch (connections.line()) {
      case Connections.Line.Shut(String reason, CentralProbe.Outcome why) ->
        CentralProbe.without(why, reason);
      case Connections.Line.Open(OkHttpClient client) -> {
        Duration budget = settings.lookupBudget();
        Answering answering = new Answering(path, Answering.Audience.KIOSK);
        Probing probing = new Probing(answering);
        long begin = nanoTime.getAsLong();
        Call call = CentralCall.of(client, CentralCall.get(settings, path), budget);
        Heard heard = await(call, probing, answering, path, budget);
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - begin);
        note(heard.answer());
        connections.heard(client, heard);
        yield probing.probe(heard, took);
      }
    };
  }

  /** Until when central takes this kiosk's certificate; empty if there is none. */
  public Optional<Instant> identityEnd() {
    return connections.identityEnd();
  }

  /** The address of central. */
  public URI address() {
    return settings.address();
  }

  private CentralAnswer post(String path, JsonObject body, Duration budget) {
    return send(path, CentralCall.post(settings, path, body), budget);
  }

  private CentralAnswer send(String path, Request request, Duration budget) {
    return send(path, request, budget, Answering.Audience.KIOSK);
  }

  private CentralAnswer send(
      String path, Request request, Duration budget, Answering.Audience audience) {
    return switch (connections.line()) {
      case Connections.Line.Shut(String reason, var _) ->
        new CentralAnswer.None(reason, Optional.empty());
      case Connections.Line.Open(OkHttpClient client) -> {
        Answering answering = new Answering(path, audience);
        Heard heard =
            await(CentralCall.of(client, request, budget), answering, answering, path, budget);
        switch (audience) {
          case KIOSK -> note(heard.answer());
          case STAFF -> noteOfStaff(heard.answer());
        }
        connections.heard(client, heard);
        yield heard.answer();
      }
    };
  }

  private static Heard await(
      Call call, Callback told, Answering answering, String path, Duration budget) {
    call.enqueue(told);
    try {
      return answering.heard().get(budget.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel();
      return Heard.nothing("%s: no answer within %s".formatted(path, budget));
    } catch (InterruptedException e) {
      call.cancel();
      Thread.currentThread().interrupt();
      return Heard.nothing(path + ": interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(path, e);
    }
  }

  /** What staff wait for may take long, and is limited: it says nothing against central. */
  private void noteOfStaff(CentralAnswer answer) {
    switch (answer) {
      case CentralAnswer.Ok _, CentralAnswer.Wrong _ -> circuit.succeeded();
      case CentralAnswer.None none -> LOG.debug("Central, at a counter: {}", none.reason());
    }
  }

  private void note(CentralAnswer answer) {
    switch (answer) {
      case CentralAnswer.Ok _, CentralAnswer.Wrong _ -> circuit.succeeded();
      case CentralAnswer.None none -> {
        LOG.debug("Central: {}", none.reason());
        if (none.retryAfter().isPresent()) {
          circuit.failed(none.retryAfter().get());
        } else {
          circuit.failed();
        }
      }
    }
  }

  @Override
  public void close() {
    dispatcher.cancelAll();
    connections.close();
    threads.shutdown();
  }
}
