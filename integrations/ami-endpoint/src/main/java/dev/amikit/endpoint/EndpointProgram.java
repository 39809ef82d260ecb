package dev.amikit.endpoint;

import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CountDownLatch;

/**
 * Starts an endpoint over a registry in memory, with public images of its own making, and runs
 * until it is stopped. The registry is gone with it.
 *
 * <p>Options, each with a value after it: {@code --port}, 8620 unless told; {@code --address},
 * loopback unless told; {@code --work}, how long work in the background takes, such as
 * {@code PT30S}, or {@code told} for work that ends only when told; at once unless told.
 */
public final class EndpointProgram {
  private static final String USAGE =
      "options: --port NUMBER, --address ADDRESS, --work DURATION (such as PT30S) or --work told";

  private EndpointProgram() {}

  /**
   * Runs the program.
   *
   * @param arguments the options
   * @throws InterruptedException if the thread is told to stop
   */
  public static void main(String... arguments) throws InterruptedException {
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR"); // without a provider it is quiet
    }
    AmiEndpoint endpoint = start(System.out, arguments);
    Runtime.getRuntime().addShutdownHook(new Thread(endpoint::close));
    new CountDownLatch(1).await();
  }

  static AmiEndpoint start(PrintStream out, String... arguments) {
    MovableClock clock = MovableClock.system();
    RegistrySettings.Builder settings = RegistrySettings.builder();
    int port = 8620;
    InetAddress address = InetAddress.getLoopbackAddress();
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      try {
        switch (arguments[i]) {
          case "--port" -> port = Integer.parseInt(value);
          case "--address" -> address = InetAddress.getByName(value);
          case "--work" -> settings.completion(completion(value));
          default -> throw new IllegalArgumentException(arguments[i]);
        }
      } catch (IllegalArgumentException | DateTimeParseException | UnknownHostException wrong) {
        throw new IllegalArgumentException(USAGE, wrong);
      }
    }
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock, settings.build());
    PublicImages.putInto(registry);
    AmiEndpoint endpoint = AmiEndpoint.builder(registry)
        .port(port)
        .address(address)
        .passing(clock::pass)
        .start();
    out.printf("""
        EC2 is at %s, in every Region; in %s it has public images.
        export AWS_ENDPOINT_URL_EC2=%s AWS_ENDPOINT_URL_RBIN=%s AWS_DEFAULT_REGION=us-east-1
        export AWS_ACCESS_KEY_ID=111122223333 AWS_SECRET_ACCESS_KEY=any
        """, endpoint.uri(), PublicImages.REGIONS, endpoint.uri(), endpoint.uri());
    return endpoint;
  }

  private static CompletionPolicy completion(String work) {
    return work.equals("told")
        ? CompletionPolicy.whenTold()
        : CompletionPolicy.after(Duration.parse(work));
  }
}
