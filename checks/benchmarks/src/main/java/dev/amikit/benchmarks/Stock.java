package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Many images, and a registry that has them in one Region.
 *
 * @param numbering what image has which number
 * @param images the images, in the order of their numbers
 * @param state what the registry holds
 */
record Stock(Numbering numbering, ImmutableList<Ami> images, PartitionState state) {
  static final Region REGION = Region.US_EAST_1;
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** The account that asks; the image 0 is its own. */
  static final AccountId CALLER = Numbering.account(0);

  static final Viewer VIEWER = Viewer.of(CALLER, NOW);

  private static final RegistrySettings SETTINGS = RegistrySettings.builder()
      .quotas(Quotas.builder()
          .images(Integer.MAX_VALUE)
          .instances(Integer.MAX_VALUE)
          .build())
      .build();
  private static final int ACCOUNTS = 100;
  private static final int MOST_PICKS = 4096;

  /** Images of a hundred accounts, the caller among them. */
  static Stock of(Size size) {
    Numbering numbering = new Numbering(ACCOUNTS);
    return of(numbering, numbering.images(0, size.images()));
  }

  /** Images that are all the caller's. */
  static Stock ofCaller(Size size) {
    Numbering numbering = new Numbering(1);
    return of(numbering, numbering.images(0, size.images()));
  }

  /** Images of so many accounts that each has five, the caller among them. */
  static Stock ofManyAccounts(Size size) {
    Numbering numbering = new Numbering(size.images() / Numbering.GROUP);
    return of(numbering, numbering.images(0, size.images()));
  }

  /** These images and some more. */
  Stock with(Iterable<Ami> others) {
    return new Stock(numbering, images, state.after(Iterables.transform(others, Stock::created)));
  }

  /** The same images, and snapshots for the root devices of some, which may be new ones. */
  Stock withSnapshots(Iterable<Ami> amis) {
    return new Stock(
        numbering, images, state.after(Iterables.transform(amis, Registering::snapshot)));
  }

  /** The same images without tags. */
  Stock withoutTags() {
    return of(
        numbering, images.stream().map(ami -> ami.withTags(Tags.of())).collect(toImmutableList()));
  }

  /** Images picked at random, each once, and made once more: a power of two of them. */
  Ami[] picks() {
    Integer[] numbers = new Integer[images.size()];
    Arrays.setAll(numbers, number -> number);
    Collections.shuffle(Arrays.asList(numbers), new Random(20260101));
    return Arrays.stream(numbers)
        .limit(Integer.highestOneBit(Math.min(MOST_PICKS, numbers.length)))
        .map(numbering::image)
        .toArray(Ami[]::new);
  }

  /** The images that come next. */
  ImmutableList<Ami> next(int count) {
    return numbering.images(images.size(), count);
  }

  /** The same images as records, as a table without a rule has them. */
  Map<ImageId, PlainAmi> records() {
    Map<ImageId, PlainAmi> records = new HashMap<>();
    for (int i = 0; i < images.size(); i++) {
      records.put(images.get(i).imageId(), numbering.record(i));
    }
    return records;
  }

  /** A registry that has the images. */
  InMemoryAmiRegistry registry() {
    InMemoryAmiRegistry registry =
        InMemoryAmiRegistry.create(Clock.fixed(NOW, ZoneOffset.UTC), SETTINGS);
    registry.restore(state);
    return registry;
  }

  /** The state after an operation that is not refused. */
  static PartitionState after(PartitionState state, AccountId caller, Operation<?> operation) {
    Outcome<?> outcome = operation.decide(new Situation(state, caller, REGION, NOW, SETTINGS));
    outcome.refusal().ifPresent(refusal -> {
      throw refusal.toException();
    });
    return ((Outcome.Done<?>) outcome).state();
  }

  static RegistryEvent created(Ami ami) {
    return new RegistryEvent.ImageCreated(REGION, ami);
  }

  private static Stock of(Numbering numbering, ImmutableList<Ami> images) {
    return new Stock(
        numbering,
        images,
        PartitionState.empty().after(Iterables.transform(images, Stock::created)));
  }
}
