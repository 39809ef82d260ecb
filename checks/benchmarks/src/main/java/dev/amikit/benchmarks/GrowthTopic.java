package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.filter.Filter;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must not grow faster than what is given, or not at all with what is there. */
final class GrowthTopic implements Topic {
  private static final int PATTERNS = 200;

  @Override
  public ImmutableList<String> columns() {
    return Growth.COLUMNS;
  }

  @Override
  public void measure(Meter meter) {
    Growth growth = new Growth(meter, "20");
    growth.ofEach("devices of an image", 2_500, GrowthTopic::devices);
    patterns(growth);
    sameHashCode(growth);
    regions(growth);
    publicImages(growth);
  }

  private static Work devices(int count) {
    Ami ami = TypicalAmi.of(RawImage.numbered(0));
    BlockDeviceMapping root = ami.blockDeviceMappings().get(0);
    ImmutableList<BlockDeviceMapping> mappings = Stream.concat(
            Stream.of(root),
            IntStream.range(1, count)
                .mapToObj(number -> BlockDeviceMapping.suppressed("/dev/" + number)))
        .collect(toImmutableList());
    return Work.repeated(() -> ami.toBuilder().blockDeviceMappings(mappings).build());
  }

  private static void patterns(Growth growth) {
    growth.ofEach(
        "images, 200 patterns like *a*a*a*b", 125, images -> filtering(images, 60, "*a*a*a*"));
    growth.ofEach(
        "images, 200 patterns like ?a?a?a*b", 125, images -> filtering(images, 60, "?a?a?a*"));
    growth.ofEach(
        "letters, 200 patterns like *a*a*a*b", 15, letters -> filtering(100, letters, "*a*a*a*"));
    growth.ofEach(
        "letters, 200 patterns like ?a?a?a*b", 15, letters -> filtering(100, letters, "?a?a?a*"));
  }

  /** Looks for patterns that fit none of the descriptions, which one learns at their end only. */
  private static Work filtering(int images, int letters, String pattern) {
    Ami[] amis = TypicalAmi.of(RawImage.numbered(0, images));
    Arrays.setAll(amis, i -> amis[i].withDescription(Optional.of("a".repeat(letters))));
    String[] patterns = IntStream.range(0, PATTERNS)
        .mapToObj(number -> pattern + "b" + number)
        .toArray(String[]::new);
    ImageQuery query = ImageQuery.builder().filter("description", patterns).build();
    ImageSource all = ImageSource.of(ImmutableList.copyOf(amis));
    return Work.repeated(() -> query.result(all, Stock.VIEWER).all());
  }

  private static void sameHashCode(Growth growth) {
    growth.ofEach("tags of one hash code on a resource", 1_024, count -> {
      ImmutableList<Tag> tags =
          Colliding.texts(count).stream().map(key -> Tag.of(key, "")).collect(toImmutableList());
      return Work.repeated(() -> Tags.from(tags));
    });
    growth.ofEach(
        "images with tags of one hash code",
        256,
        count -> creating(count, (ami, text) -> ami.withTags(Tags.of("Key", text))));
    growth.ofEach(
        "images with names of one hash code",
        256,
        count -> creating(count, (ami, text) -> ami.toBuilder().name(text).build()));
    growth.ofEach("client tokens of one hash code", 256, GrowthTopic::tokens);
  }

  private interface Change {
    Ami made(Ami ami, String text);
  }

  private static Work creating(int count, Change change) {
    ImmutableList<Ami> images = Stock.ofCaller(new Size(count)).images();
    ImmutableList<String> texts = Colliding.texts(count);
    ImmutableList<RegistryEvent> events = IntStream.range(0, count)
        .mapToObj(i -> Stock.created(change.made(images.get(i), texts.get(i))))
        .collect(toImmutableList());
    return Work.repeated(() -> PartitionState.empty().after(events));
  }

  private static Work tokens(int count) {
    ImmutableList<Ami> copies = Stock.ofCaller(new Size(count)).images();
    ImmutableList<String> texts = Colliding.texts(count);
    ImmutableList<RegistryEvent> events = IntStream.range(0, count)
        .mapToObj(i -> new RegistryEvent.ClientTokenUsed(
            Stock.REGION,
            Stock.CALLER,
            "CopyImage",
            texts.get(i),
            "digest",
            copies.get(i).imageId()))
        .collect(toImmutableList());
    return Work.repeated(() -> PartitionState.empty().after(events));
  }

  private static void regions(Growth growth) {
    growth.ofAll("RunInstances with a quota, own instances", 1_000, count -> {
      Launched launched = Launched.of(count, number -> Stock.CALLER);
      return deciding(launched.state(), launched.again());
    });
    growth.ofAll("DescribeInstanceImageMetadata, others' instances", 1_000, count -> {
      Launched launched = Launched.of(count, number -> Numbering.account(1 + number));
      return deciding(launched.state(), new DescribeInstanceImageMetadata(ImmutableSet.of()));
    });
    growth.ofAll("DescribeInstanceImageMetadata of one, own instances", 1_000, count -> {
      Launched launched = Launched.of(count, number -> Stock.CALLER);
      return deciding(
          launched.state(),
          new DescribeInstanceImageMetadata(ImmutableSet.of(launched.one().instanceId())));
    });
    growth.ofAll(
        "DescribeTags, others' images",
        4_000,
        count -> deciding(Stock.ofManyAccounts(new Size(count)).state(), DescribeTags.of()));
    growth.ofAll("DescribeTags of one, own images", 4_000, count -> {
      Stock stock = Stock.ofCaller(new Size(count));
      String id = stock.images().get(0).imageId().value();
      return deciding(stock.state(), DescribeTags.of(Filter.of("resource-id", id)));
    });
  }

  private static void publicImages(Growth growth) {
    growth.ofAll("withdrawPublicPermissions of 5, others", 4_000, count -> {
      InMemoryAmiRegistry registry = withFivePublic(count).registry();
      PartitionState state = registry.state();
      return Work.repeated(() -> {
        registry.restore(state);
        registry.aws().withdrawPublicPermissions(Stock.REGION);
        return registry;
      });
    });
    growth.ofAll(
        "EnableImageBlockPublicAccess, own images",
        4_000,
        count -> deciding(
            withFivePublic(count).state(),
            EnableImageBlockPublicAccess.of(BlockPublicAccess.BLOCK_NEW_SHARING)));
    growth.ofAll(
        "EnableAllowedImagesSettings, own images",
        4_000,
        count -> deciding(
            withFivePublic(count).state(),
            new EnableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED)));
  }

  private static Stock withFivePublic(int others) {
    return Stock.ofCaller(new Size(others))
        .with(Stock.ofCaller(new Size(others)).next(5).stream()
            .map(ami -> ami.withLaunchPermissions(Set.of(LaunchPermission.everyone())))
            .collect(toImmutableList()));
  }

  private static Work deciding(PartitionState state, Operation<?> operation) {
    return Work.repeated(() -> Stock.after(state, Stock.CALLER, operation));
  }
}
