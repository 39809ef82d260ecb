package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import com.sun.net.httpserver.HttpServer;
import dev.amikit.awssdk.QueryProtocol;
import dev.amikit.endpoint.AmiEndpoint;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * How many requests a second are answered over loopback, by the clock on the wall: by an endpoint,
 * and by the JDK's server with the same bytes always.
 */
final class Loopback {
  private static final ImmutableList<Integer> CONNECTIONS = ImmutableList.of(1, 8);
  private static final int THREADS = 16;

  private Loopback() {}

  static void measure(Meter meter, String what, int count) {
    InMemoryAmiRegistry registry = SdkTopic.registry(count);
    byte[] answer = SdkTopic.answer(QueryProtocol.of(registry));
    try (AmiEndpoint endpoint = AmiEndpoint.start(registry)) {
      for (int connections : CONNECTIONS) {
        meter.compareFigures(
            "%s over loopback by %d, /s".formatted(what, connections),
            Goal.NONE,
            rate(endpoint.uri(), connections),
            cannedRate(answer, connections));
      }
    }
  }

  private static double cannedRate(byte[] answer, int connections) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> {
        try (exchange) {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
        }
      });
      server.setExecutor(threads);
      server.start();
      double rate =
          rate(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), connections);
      server.stop(0);
      return rate;
    } catch (IOException unbound) {
      throw new UncheckedIOException(unbound);
    } finally {
      threads.shutdown();
    }
  }

  private static double rate(URI server, int connections) {
    return Throughput.rate(
        Stream.generate(() -> Caller.asking(server, SdkTopic.OWNER, SdkTopic.FORM))
            .limit(connections)
            .collect(ImmutableList.toImmutableList()),
        ImmutableList.of());
  }
}
