package dev.amikit.benchmarks;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.ModifyImageAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** A thread that calls a registry, or a server, again and again, until it is told to stop. */
final class Caller extends Thread {
  /** Some calls of a registry. */
  private interface Calls {
    /**
     * Makes the calls.
     *
     * @param round how many times they were made before
     * @return how many they are
     */
    int make(int round);
  }

  private final Calls calls;
  private volatile long made;
  private volatile boolean stopped;

  private Caller(Calls calls) {
    this.calls = calls;
  }

  /** One that registers images like another, changes their description and deregisters them. */
  static Caller writing(InMemoryAmiRegistry registry, Ami like) {
    Ec2 ec2 = registry.account(like.ownerId()).in(Stock.REGION);
    return new Caller(round -> {
      ImageId id =
          ec2.registerImage(Registering.request(like, "%s %d".formatted(like.imageId(), round)));
      ec2.modifyImageAttribute(
          ModifyImageAttribute.builder().imageId(id).description("Rebuilt").build());
      ec2.deregisterImage(id);
      return 3;
    });
  }

  /** One that lets the owners of some images, a power of two, describe them one by one. */
  static Caller reading(InMemoryAmiRegistry registry, Ami[] images) {
    Ec2[] owners = Arrays.stream(images)
        .map(ami -> registry.account(ami.ownerId()).in(Stock.REGION))
        .toArray(Ec2[]::new);
    return new Caller(round -> {
      int pick = round & (images.length - 1);
      return owners[pick].describeImage(images[pick].imageId()).isPresent() ? 1 : 0;
    });
  }

  /** One that posts the same form again and again over a connection of its own. */
  static Caller asking(URI server, AccountId account, String form) {
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(server)
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=" + account
                + "/20261101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=any")
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
    return new Caller(round -> {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200
            ? 1
            : 0;
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException(failed);
      }
    });
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // no other thread writes it
  public void run() {
    for (int round = 0; !stopped; round++) {
      made += calls.make(round);
    }
  }

  /** How many calls were made so far. */
  long made() {
    return made;
  }

  void stopAndJoin() {
    stopped = true;
    Uninterruptibles.joinUninterruptibly(this);
  }
}
