package dev.amikit.benchmarks;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.amikit.id.ImageId;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.ec2.MovableClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A registry in which many copies of an image are under way, which all end at one time. */
final class DueWork {
  private static final Duration TAKEN = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock(Stock.NOW);
  private final InMemoryAmiRegistry registry;
  private final Ec2 me;
  private final ImageId imageId;
  private final PartitionState begun;

  DueWork(int copies) {
    Stock stock = Stock.ofCaller(new Size(1));
    registry = InMemoryAmiRegistry.create(
        clock,
        RegistrySettings.builder()
            .quotas(Quotas.builder()
                .images(Integer.MAX_VALUE)
                .imageCopies(Integer.MAX_VALUE)
                .build())
            .completion(Task.Kind.IMAGE_COPY, CompletionPolicy.after(TAKEN))
            .build());
    me = registry.account(Stock.CALLER).in(Stock.REGION);
    registry.restore(stock.withSnapshots(stock.images()).state());
    imageId = me.registerImage(Registering.request(stock.images().get(0), "source"));
    for (int i = 0; i < copies; i++) {
      ImageId unused = me.copyImage(CopyImage.builder()
          .sourceRegion(Stock.REGION)
          .sourceImageId(imageId)
          .name("copy " + i)
          .build());
    }
    begun = registry.state();
  }

  /** A read while nothing is due. */
  Work reading() {
    return Work.repeated(() -> me.describeImage(imageId));
  }

  /** A read after others for which all has become due. */
  Work readingLater() {
    clock.pass(TAKEN);
    return reading();
  }

  /** The first read after all has become due, each time anew. */
  Work readingFirst() {
    clock.pass(TAKEN);
    return Work.repeated(() -> {
      registry.restore(begun);
      return me.describeImage(imageId);
    });
  }

  /** Taking in what is due, each time anew. */
  Work advancing() {
    clock.pass(TAKEN);
    return Work.repeated(() -> {
      registry.restore(begun);
      registry.advance();
      return registry;
    });
  }

  /**
   * Reads, after another, while a thread is at a change that it began before all became due, and
   * which it never ends.
   */
  Work readingDuringChange() {
    registry.restore(begun);
    CountDownLatch isChanging = new CountDownLatch(1);
    Thread changing = new Thread(() -> registry.aws().changeProfile(Stock.CALLER, profile -> {
      isChanging.countDown();
      Uninterruptibles.awaitUninterruptibly(new CountDownLatch(1));
      return profile;
    }));
    changing.setDaemon(true);
    changing.start();
    Uninterruptibles.awaitUninterruptibly(isChanging);
    clock.pass(TAKEN);
    me.describeImage(imageId);
    return reading();
  }
}
