package dev.amikit.registry;

import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The registry in the hands of several threads. */
class RegistryThreadsTest {
  private static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  private static final int THREADS = 8;
  private static final int OPERATIONS = Integer.getInteger("amikit.stress", 2_000);
  private static final long LONGEST_SECONDS = 60 + OPERATIONS / 500;

  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private RegisterImage request(String name, SnapshotId of) {
    return RegisterImage.builder()
        .name(ImageName.of(name))
        .rootDeviceName(ROOT)
        .addBlockDeviceMapping(
            BlockDeviceMapping.ebs(ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, of)))
        .build();
  }

  private Optional<ImageId> registered(String name) {
    try {
      return Optional.of(ec2.owner().registerImage(request(name, snapshot)));
    } catch (RefusedException e) {
      assertThat(e.errorCode()).isEqualTo(ErrorCode.INVALID_AMI_NAME_DUPLICATE);
      return Optional.empty();
    }
  }

  /** Starts a task in each of some threads at the same time, and waits for all. */
  private <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> task : tasks) {
      futures.add(threads.submit(() -> {
        start.await();
        return task.call();
      }));
    }
    start.countDown();
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get(LONGEST_SECONDS, SECONDS));
    }
    return results;
  }

  @Test
  void who_reads_does_not_wait_for_who_writes() throws Exception {
    Ami ami = ec2.put(image(1, snapshot).build());
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ec2.listen(event -> {
      writing.countDown();
      await(release);
    });
    Future<?> writer = threads.submit(() -> ec2.owner().disableImage(ami.imageId()));
    assertThat(writing.await(LONGEST_SECONDS, SECONDS)).isTrue();

    List<Callable<Object>> reads = List.of(
        () -> ec2.owner().describeImages(ImageQuery.builder().build()),
        () -> ec2.owner().describeImageAttribute(ami.imageId(), ImageAttributeName.DESCRIPTION),
        () -> ec2.owner()
            .describeSnapshotAttribute(snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
        () -> ec2.owner().getImageAncestry(ami.imageId()),
        () -> ec2.owner().getEbsEncryptionByDefault(),
        () -> ec2.owner().getAllowedImagesSettings(),
        () -> ec2.owner().listImagesInRecycleBin(),
        () -> ec2.owner().listSnapshotsInRecycleBin(),
        () -> ec2.registry.account(OWNER).recycleBinIn(HERE).listRules(EC2_IMAGE),
        () -> ec2.owner().describeInstances(),
        () -> ec2.owner().describeInstanceImageMetadata(),
        ec2.registry::state);
    assertThat(together(reads)).doesNotContainNull();
    assertThat(ec2.owner().describeImage(ami.imageId()))
        .map(Ami::state)
        .hasValue(AmiState.DISABLED);
    assertThat(writer).isNotDone();

    release.countDown();
    writer.get(LONGEST_SECONDS, SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LONGEST_SECONDS, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobody_sees_half_an_operation() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    Callable<Integer> writer = () -> {
      for (int i = 0; i < OPERATIONS / 5; i++) {
        SnapshotId own = ec2.snapshot();
        ImageId id = ec2.owner().registerImage(request("golden", own));
        ec2.owner().modifyImageAttribute(id, ModifyLaunchPermission.grant(TO_FRIEND));
        ec2.owner().deregisterImage(new DeregisterImage(id, true));
        ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, id));
      }
      written.countDown();
      return 0;
    };
    Callable<Integer> reader = () -> {
      int looks = 0;
      do {
        assertWhole(ec2.registry.state());
        looks++;
      } while (written.getCount() > 0 && !Thread.interrupted());
      return looks;
    };
    List<Integer> looks = together(List.of(writer, reader, reader));
    assertThat(looks.subList(1, 3)).allMatch(count -> count > 0);
    assertThat(ec2.registry.state().images(HERE)).isEmpty();
  }

  /** The newest image is in every look-up, or in none; what it had goes at once with it. */
  private static void assertWhole(PartitionState state) {
    List<Ami> named = named(state, "golden");
    assertThat(named).hasSizeLessThanOrEqualTo(1);
    assertThat(named).allMatch(ami -> state.image(HERE, ami.imageId()).isPresent());
    assertThat(named.stream().flatMap(ami -> ami.snapshotIds().stream()))
        .allMatch(id -> state.snapshot(HERE, id).isPresent());
    assertThat(named.stream().map(Ami::imageId))
        .containsExactlyElementsOf(state
            .images(HERE)
            .filter(ami -> ami.state() != AmiState.DEREGISTERED)
            .map(Ami::imageId)
            .toList());
    assertThat(state.images(HERE).filter(ami -> ami.state() == AmiState.DEREGISTERED))
        .allMatch(ami -> ami.launchPermissions().orElseThrow().isEmpty()
            && ami.snapshotIds().stream()
                .noneMatch(id -> state.snapshot(HERE, id).isPresent()));
  }

  private static List<Ami> named(PartitionState state, String name) {
    return ImageQuery.builder()
        .filter("name", name)
        .build()
        .answer(state.imageSource(HERE), state.viewer(HERE, OWNER, TestRegistry.START))
        .orThrow()
        .items();
  }

  @Nested
  class Listeners {
    private final List<RegistryEvent> first = new ArrayList<>();
    private final List<RegistryEvent> second = new ArrayList<>();

    @Test
    void hear_every_event_in_order_also_what_they_bring_about_themselves() throws Exception {
      PartitionState before = ec2.registry.state();
      ec2.listen(told -> first.add(told.event()));
      ec2.listen(told -> {
        if (told.event() instanceof RegistryEvent.ImageCreated created) {
          ec2.owner().createTags(Tags.of("seen", "yes"), created.image().imageId());
        }
      });
      ec2.listen(told -> second.add(told.event()));
      together(IntStream.range(0, 4)
          .mapToObj(thread -> (Callable<Integer>) () -> {
            for (int i = 0; i < 50; i++) {
              ImageId id = registered("image-%d-%d".formatted(thread, i)).orElseThrow();
              ec2.owner().modifyImageAttribute(id, ModifyLaunchPermission.grant(TO_FRIEND));
              ec2.owner().disableImage(id);
            }
            return 0;
          })
          .toList());
      assertThat(first).isEqualTo(second);
      assertThat(before.after(first)).isEqualTo(ec2.registry.state());
      assertThat(ec2.registry.state().images(HERE))
          .hasSize(200)
          .allMatch(ami -> ami.tags().equals(Tags.of("seen", "yes")));
    }

    @Test
    void hear_what_the_clock_has_brought_about_although_the_operation_is_refused() {
      ec2.put(TestImages.binned(1));
      PartitionState before = ec2.registry.state();
      ec2.listen(told -> first.add(told.event()));
      ec2.clock.pass(Duration.ofDays(8));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> ec2.owner().disableImage(TestImages.UNKNOWN));
      assertThat(first).isNotEmpty();
      assertThat(before.after(first)).isEqualTo(ec2.registry.state());
    }
  }

  /**
   * Every thread leads one image after the other through its life, always under one name; every
   * fiftieth time all threads want the same name. {@code -Damikit.stress} says how many operations
   * each thread carries out; what is kept does not grow with the images that are gone.
   */
  @Test
  void nothing_is_lost_under_stress() throws Exception {
    Replay replay = new Replay(ec2.registry.state());
    ec2.listen(told -> replay.accept(told.event()));
    int lives = OPERATIONS / 8;
    List<Lives> all = together(IntStream.range(0, THREADS)
        .mapToObj(thread -> (Callable<Lives>) () -> {
          Lives mine = new Lives(new BitSet(), new ArrayList<>());
          for (int i = 0; i < lives; i++) {
            mine.ended.set(serial(life("own-" + thread)));
            if (i % 50 == 0) {
              registered("shared-" + i).ifPresent(mine.kept::add);
            }
          }
          return mine;
        })
        .toList());

    List<ImageId> kept = all.stream().flatMap(each -> each.kept.stream()).toList();
    assertThat(kept).hasSize((lives + 49) / 50).doesNotHaveDuplicates();
    assertThat(all).allMatch(each -> each.ended.cardinality() == lives);
    int created = THREADS * lives + kept.size();
    BitSet given = new BitSet();
    all.forEach(each -> given.or(each.ended));
    kept.forEach(id -> given.set(serial(id)));
    assertThat(given.cardinality()).as("IDs that were given once").isEqualTo(created);
    assertThat(given.length()).as("IDs that were given at all").isEqualTo(created + 1);

    PartitionState state = ec2.registry.state();
    assertThat(state.images(HERE).map(Ami::imageId)).containsExactlyInAnyOrderElementsOf(kept);
    for (ImageId id : kept) {
      Ami ami = ec2.owner().describeImage(id).orElseThrow();
      assertThat(ami.state()).isEqualTo(AmiState.AVAILABLE);
      assertThat(ami.snapshotIds()).containsExactly(snapshot);
      assertThat(named(state, ami.name().orElseThrow().value())).containsExactly(ami);
    }
    assertThat(IntStream.range(0, THREADS).mapToObj(thread -> named(state, "own-" + thread)))
        .allMatch(List::isEmpty);
    assertThat(replay.state).isEqualTo(state);
    assertThat(replay.told)
        .containsEntry(RegistryEvent.ImageCreated.class, created)
        .containsEntry(RegistryEvent.ImageChanged.class, created + 4 * THREADS * lives)
        .containsEntry(RegistryEvent.ImagePurged.class, THREADS * lives);
  }

  /** The images that a thread led to their end, by serial number, and those that it left. */
  private record Lives(BitSet ended, List<ImageId> kept) {}

  private static int serial(ImageId id) {
    return Integer.parseInt(id.value().substring("ami-".length()), 16);
  }

  /** What comes of the events that a listener is told, and how many there are of each kind. */
  private static final class Replay implements Consumer<RegistryEvent> {
    private final Map<Class<?>, Integer> told = new HashMap<>();
    private PartitionState state;

    private Replay(PartitionState state) {
      this.state = state;
    }

    @Override
    public void accept(RegistryEvent event) {
      told.merge(event.getClass(), 1, Integer::sum);
      state = state.after(event);
    }
  }

  /** Eight operations, from the registration of an image to the end of its record. */
  private ImageId life(String name) {
    ImageId id = registered(name).orElseThrow();
    ec2.owner().modifyImageAttribute(id, ModifyLaunchPermission.grant(TO_FRIEND));
    assertThat(ec2.as(FRIEND).describeImage(id)).isPresent();
    ec2.owner().disableImage(id);
    assertThat(ec2.as(FRIEND).describeImage(id)).isEmpty();
    ec2.owner().enableImage(id);
    ec2.owner().deregisterImage(id);
    ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, id));
    return id;
  }
}
