package dev.amikit.endpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.net.InetAddresses;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.Uninterruptibles;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.awssdk.QueryProtocol;
import dev.amikit.awssdk.rbin.RecycleBinProtocol;
import dev.amikit.id.AccountId;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EC2 on loopback: an HTTP server that answers EC2's query protocol, and the Recycle Bin's own, out
 * of a registry.
 *
 * <pre>{@code
 * try (AmiEndpoint endpoint = AmiEndpoint.start(registry)) {
 *   // AWS_ENDPOINT_URL_EC2 = endpoint.uri(), AWS_ACCESS_KEY_ID = 111122223333
 * }
 * }</pre>
 *
 * <p>Who asks, and in which Region, is what the scope of a request's signature says, in its
 * {@code Authorization} header or in a presigned query: an access key of 12 digits is that account;
 * others are looked up {@linkplain Builder#accessKey where they were told}, and refused as EC2
 * refuses unknown ones. <strong>Signatures are not verified:</strong> whoever can reach the
 * endpoint can be anybody. So it listens on loopback, unless {@linkplain Builder#address told
 * otherwise}.
 *
 * <p>Which operations are answered, {@link QueryProtocol#actions()} and
 * {@link RecycleBinProtocol#operations()} tell; to which of the two services a request goes, its
 * path or the service that its signature is for. What cannot be read is refused in the form of the
 * service. A fault is answered with {@code InternalError}, or {@code InternalServerException} by
 * the Recycle Bin, and an ID under which SLF4J has logged it. Beside EC2 the path {@code /_amikit/}
 * is for tests of other tools: it moves the clock, ends work, seeds images and tells events; the
 * README of the module has it in full.
 *
 * <p>Requests are served by daemon threads. For many threads. The first endpoint of a process sets
 * the system property {@code sun.net.httpserver.nodelay}, unless it is set: the JDK's server
 * answers each request after the first of a connection 40 ms later without it.
 */
public final class AmiEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AmiEndpoint.class);

  /** The JDK's server writes the head of an answer apart; without this the rest waits for 40 ms. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final HttpServer server;
  private final Workers workers;
  private final int threads;
  private final int mostBytes;
  private final Duration time;

  /** One for each request that is being answered. */
  private final Semaphore answering;

  private volatile boolean isClosing;

  private AmiEndpoint(HttpServer server, Builder settings) {
    this.server = server;
    this.threads = settings.threads;
    this.mostBytes = settings.mostBytes;
    this.time = settings.time;
    this.workers = new Workers(threads, time);
    this.answering = new Semaphore(threads);
  }

  /**
   * Starts an endpoint on loopback, on a port that is free.
   *
   * @param registry what answers
   * @return the endpoint, which answers already
   * @throws UncheckedIOException if there is no port
   */
  public static AmiEndpoint start(InMemoryAmiRegistry registry) {
    return builder(registry).start();
  }

  /**
   * Returns what builds an endpoint.
   *
   * @param registry what answers
   * @return a builder, at first on loopback and a port that is free
   */
  public static Builder builder(InMemoryAmiRegistry registry) {
    requireNonNull(registry, "registry");
    return new Builder(registry);
  }

  /** {@return where it is, such as {@code http://127.0.0.1:41234}} */
  public URI uri() {
    InetSocketAddress bound = server.getAddress();
    InetAddress address = bound.getAddress().isAnyLocalAddress()
        ? InetAddress.getLoopbackAddress()
        : bound.getAddress();
    return URI.create("http://" + InetAddresses.toUriString(address) + ":" + bound.getPort());
  }

  /**
   * Stops. Requests that are being answered get their answers, within the {@linkplain Builder#time
   * time} that a request has; those that come meanwhile are told {@code Unavailable}. The registry
   * stays as it is.
   */
  @Override
  public void close() {
    isClosing = true;
    if (Uninterruptibles.tryAcquireUninterruptibly(answering, threads, time)) {
      answering.release(threads);
    }
    server.stop(0);
    workers.close();
  }

  private void begin(Service ec2, Service recycleBin, Service controls) {
    server.createContext(
        "/", exchange -> serve(exchange, RecycleBinService.isAsked(exchange) ? recycleBin : ec2));
    server.createContext(ControlService.PATH, exchange -> serve(exchange, controls));
    server.setExecutor(workers);
    // The server's own thread is a daemon if the one that starts it is.
    FutureTask<?> starting = new FutureTask<>(server::start, null);
    workers.execute(starting);
    Futures.getUnchecked(starting);
  }

  private void serve(HttpExchange exchange, Service service) throws IOException {
    if (isClosing || !answering.tryAcquire()) {
      exchange.getResponseHeaders().set("Connection", "close");
      send(exchange, service.refusal(Refused.unavailable(), newId()));
      return;
    }
    try {
      send(exchange, answer(exchange, service));
    } finally {
      answering.release();
    }
  }

  private QueryAnswer answer(HttpExchange exchange, Service service) throws IOException {
    try {
      return service.answer(Request.read(exchange, mostBytes));
    } catch (Refused refused) {
      return service.refusal(refused, newId());
    } catch (RuntimeException | Error fault) {
      String requestId = newId();
      LOG.error("request {} was not answered", requestId, fault);
      return service.refusal(Refused.fault(), requestId);
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static void send(HttpExchange exchange, QueryAnswer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Builds an endpoint. For one thread. */
  public static final class Builder {
    private final InMemoryAmiRegistry registry;
    private final ImmutableMap.Builder<String, AccountId> accessKeys = ImmutableMap.builder();
    private InetAddress address = InetAddress.getLoopbackAddress();
    private int port;
    private int threads = 256;
    private int mostBytes = 1 << 24;
    private int mostParameters = 10_000;
    private Duration time = Duration.ofSeconds(30);
    private Optional<Consumer<Duration>> passing = Optional.empty();

    private Builder(InMemoryAmiRegistry registry) {
      this.registry = registry;
    }

    /**
     * Sets the address to listen on. Whoever can reach it can be any account.
     *
     * @param address the address; at first that of loopback
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder address(InetAddress address) {
      this.address = requireNonNull(address, "address");
      return this;
    }

    /**
     * Sets the port to listen on.
     *
     * @param port the port, from 0 to 65535; at first 0, which is any that is free
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder port(int port) {
      checkArgument(port >= 0 && port <= 65_535, "no port: %s", port);
      this.port = port;
      return this;
    }

    /**
     * Tells whose an access key is. One that is an account's ID needs no telling.
     *
     * @param accessKey the access key, such as {@code AKIAIOSFODNN7EXAMPLE}
     * @param account the account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder accessKey(String accessKey, AccountId account) {
      requireNonNull(accessKey, "accessKey");
      requireNonNull(account, "account");
      accessKeys.put(accessKey, account);
      return this;
    }

    /**
     * Sets what moves the clock of the registry, such as {@code clock::pass}. Without it the
     * endpoint refuses to.
     *
     * @param passing lets time pass
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder passing(Consumer<Duration> passing) {
      this.passing = Optional.of(requireNonNull(passing, "passing"));
      return this;
    }

    /**
     * Sets how many requests are served at a time; others wait. One that comes slowly counts from
     * its first byte on.
     *
     * @param threads the number of threads, 1 or more; at first 256
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder threads(int threads) {
      checkArgument(threads > 0, "no threads: %s", threads);
      this.threads = threads;
      return this;
    }

    /**
     * Sets how large a request may be, its query and its body together.
     *
     * @param bytes the number of bytes, 1 or more; at first 16 MiB
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder mostBytes(int bytes) {
      checkArgument(bytes > 0, "no bytes: %s", bytes);
      this.mostBytes = bytes;
      return this;
    }

    /**
     * Sets how many parameters a request may have.
     *
     * @param parameters the number of parameters, 1 or more; at first 10,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder mostParameters(int parameters) {
      checkArgument(parameters > 0, "no parameters: %s", parameters);
      this.mostParameters = parameters;
      return this;
    }

    /**
     * Sets how long a request may take, from its first byte until its answer is sent. The
     * connection of one that takes longer is closed.
     *
     * @param time the time, a millisecond or more; at first 30 seconds
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder time(Duration time) {
      requireNonNull(time, "time");
      checkArgument(time.toMillis() > 0, "no time: %s", time);
      this.time = time;
      return this;
    }

    /**
     * Starts the endpoint.
     *
     * @return the endpoint, which answers already
     * @throws UncheckedIOException if there is no such port or address, or if it is taken
     */
    public AmiEndpoint start() {
      try {
        AmiEndpoint endpoint =
            new AmiEndpoint(HttpServer.create(new InetSocketAddress(address, port), 0), this);
        ImmutableMap<String, AccountId> keys = accessKeys.buildOrThrow();
        endpoint.begin(
            new Ec2Service(QueryProtocol.of(registry), keys, mostParameters),
            new RecycleBinService(RecycleBinProtocol.of(registry), keys),
            new ControlService(registry, passing));
        return endpoint;
      } catch (IOException unbound) {
        throw new UncheckedIOException(unbound);
      }
    }
  }
}
