package dev.amikit.testkit.arbitrary;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCodeType;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageType;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tag;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Filters of DescribeImages and DescribeSnapshots: of every name, with values that what they look
 * at can have, as they are and with wild cards.
 */
public final class FilterArbitraries {
  private static final int LONGEST_TEXT = 100;
  private static final int LARGEST_VOLUME = 65_536;

  private static final Arbitrary<String> TRUE_OR_FALSE = Arbitraries.of("true", "false");
  private static final Arbitrary<String> DESCRIPTIONS =
      Arbitraries.of("Golden image", "Created by us", "");
  private static final Arbitrary<String> SIZES = Arbitraries.frequencyOf(
          Tuple.of(3, Arbitraries.of(8, 30, 100)),
          Tuple.of(1, Arbitraries.integers().between(1, LARGEST_VOLUME)))
      .map(String::valueOf);
  private static final Arbitrary<String> TAG_KEYS = TagArbitraries.tags().map(Tag::key);
  private static final Arbitrary<String> TAG_VALUES = TagArbitraries.tags().map(Tag::value);
  private static final DateTimeFormatter MILLISECONDS = utc("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter MICROSECONDS = utc("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'");

  /** What the filters of images look at: by the name of each, what it may find. */
  private static final ImmutableMap<String, Arbitrary<String>> OF_IMAGES =
      ImmutableMap.<String, Arbitrary<String>>builder()
          .put("architecture", texts(WordArbitraries.wordsOf(Architecture.WORDS)))
          .put("block-device-mapping.delete-on-termination", TRUE_OR_FALSE)
          .put("block-device-mapping.device-name", texts(DeviceArbitraries.deviceNames()))
          .put("block-device-mapping.encrypted", TRUE_OR_FALSE)
          .put("block-device-mapping.snapshot-id", texts(IdArbitraries.snapshotIds()))
          .put("block-device-mapping.volume-size", SIZES)
          .put("block-device-mapping.volume-type", texts(WordArbitraries.wordsOf(VolumeType.WORDS)))
          .put("creation-date", times(MILLISECONDS))
          .put("description", DESCRIPTIONS)
          .put("ena-support", TRUE_OR_FALSE)
          .put("free-tier-eligible", TRUE_OR_FALSE)
          .put("hypervisor", texts(WordArbitraries.wordsOf(Hypervisor.WORDS)))
          .put("image-allowed", TRUE_OR_FALSE)
          .put("image-id", texts(IdArbitraries.imageIds()))
          .put("image-type", texts(WordArbitraries.wordsOf(ImageType.WORDS)))
          .put("image-watermark.source-image-creation-time", times(MICROSECONDS))
          .put("image-watermark.source-image-id", texts(IdArbitraries.machineImageIds()))
          .put("image-watermark.source-image-region", texts(IdArbitraries.regions()))
          .put("image-watermark.watermark-creation-time", times(MICROSECONDS))
          .put("image-watermark.watermark-key", texts(AmiArbitraries.watermarkKeys()))
          .put("is-public", TRUE_OR_FALSE)
          .put("kernel-id", texts(IdArbitraries.kernelIds()))
          .put(
              "manifest-location",
              texts(AmiArbitraries.registrableNames()).map(name -> "owner/" + name))
          .put("name", texts(AmiArbitraries.registrableNames()))
          .put("owner-alias", texts(WordArbitraries.wordsOf(OwnerAlias.WORDS)))
          .put("owner-id", texts(IdArbitraries.accountIds()))
          .put("platform", texts(WordArbitraries.wordsOf(Platform.WORDS)))
          .put("product-code", IdArbitraries.productCodes().map(code -> code.productCodeId()))
          .put("product-code.type", texts(WordArbitraries.wordsOf(ProductCodeType.WORDS)))
          .put(
              "public-ssm-parameter-name",
              Arbitraries.of("/aws/service/ami-amazon-linux-latest/al2023-ami"))
          .put("ramdisk-id", texts(IdArbitraries.ramdiskIds()))
          .put("root-device-name", Arbitraries.of("/dev/xvda", "/dev/sda1", "/dev/sda"))
          .put("root-device-type", texts(WordArbitraries.wordsOf(DeviceType.WORDS)))
          .put("source-image-id", texts(IdArbitraries.machineImageIds()))
          .put("source-image-region", texts(IdArbitraries.regions()))
          .put("source-instance-id", texts(IdArbitraries.instanceIds()))
          .put("sriov-net-support", texts(WordArbitraries.wordsOf(SriovNetSupport.WORDS)))
          .put(
              "state",
              texts(Arbitraries.of(
                  AmiState.AVAILABLE, AmiState.PENDING, AmiState.FAILED, AmiState.DISABLED)))
          .put("state-reason-code", AmiArbitraries.stateReasons().map(StateReason::code))
          .put("state-reason-message", AmiArbitraries.stateReasons().map(StateReason::message))
          .put("tag-key", TAG_KEYS)
          .put(Filter.TAG, TAG_VALUES)
          .put("virtualization-type", texts(WordArbitraries.wordsOf(VirtualizationType.WORDS)))
          .buildOrThrow();

  /** The same of snapshots. */
  private static final ImmutableMap<String, Arbitrary<String>> OF_SNAPSHOTS =
      ImmutableMap.<String, Arbitrary<String>>builder()
          .put("description", DESCRIPTIONS)
          .put("encrypted", TRUE_OR_FALSE)
          .put("owner-alias", texts(WordArbitraries.wordsOf(OwnerAlias.WORDS)))
          .put("owner-id", texts(IdArbitraries.accountIds()))
          .put("progress", Arbitraries.integers().between(0, 100).map(percent -> percent + "%"))
          .put("snapshot-id", texts(IdArbitraries.snapshotIds()))
          .put("start-time", times(MILLISECONDS))
          .put("status", texts(WordArbitraries.wordsOf(SnapshotState.WORDS)))
          .put("storage-tier", texts(WordArbitraries.wordsOf(StorageTier.WORDS)))
          .put("tag-key", TAG_KEYS)
          .put(Filter.TAG, TAG_VALUES)
          .put("transfer-type", texts(WordArbitraries.wordsOf(TransferType.WORDS)))
          .put("volume-id", texts(IdArbitraries.volumeIds()))
          .put("volume-size", SIZES)
          .buildOrThrow();

  private FilterArbitraries() {}

  /**
   * {@return filters of images and of snapshots, and now and then one that neither has, which
   * queries refuse}
   */
  public static Arbitrary<Filter> filters() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, imageFilters()),
        Tuple.of(6, snapshotFilters()),
        Tuple.of(1, unknownFilters()));
  }

  /**
   * {@return filters of DescribeImages of every name, each as often as the others; one to three
   * values, now and then none}
   */
  public static Arbitrary<Filter> imageFilters() {
    return ofEveryName(OF_IMAGES);
  }

  /**
   * Filters of DescribeImages that have one name.
   *
   * @param name the name, such as {@code architecture}; {@code tag:} for those of any tag
   * @return filters of this name
   * @throws IllegalArgumentException if there are no filters of this name
   */
  public static Arbitrary<Filter> imageFilters(String name) {
    return ofName(OF_IMAGES, name);
  }

  /**
   * {@return filters of DescribeSnapshots of every name, each as often as the others; one to three
   * values, now and then none}
   */
  public static Arbitrary<Filter> snapshotFilters() {
    return ofEveryName(OF_SNAPSHOTS);
  }

  /**
   * Filters of DescribeSnapshots that have one name.
   *
   * @param name the name, such as {@code volume-size}; {@code tag:} for those of any tag
   * @return filters of this name
   * @throws IllegalArgumentException if there are no filters of this name
   */
  public static Arbitrary<Filter> snapshotFilters(String name) {
    return ofName(OF_SNAPSHOTS, name);
  }

  /**
   * {@return patterns that requests may have: plain texts, and with each wild card at each place,
   * some of them escaped}
   */
  public static Arbitrary<FilterPattern> filterPatterns() {
    return values(Arbitraries.frequencyOf(
            Tuple.of(4, texts(AmiArbitraries.registrableNames())),
            Tuple.of(1, Arbitraries.of("", "5 * 5?", "C:\\golden")),
            Tuple.of(1, TagArbitraries.texts(0, LONGEST_TEXT))))
        .map(FilterPattern::of);
  }

  /** The names that there are arbitraries of. */
  static ImmutableSet<String> imageFilterNames() {
    return OF_IMAGES.keySet();
  }

  /** The names that there are arbitraries of. */
  static ImmutableSet<String> snapshotFilterNames() {
    return OF_SNAPSHOTS.keySet();
  }

  /** Names that no filter has. */
  static Arbitrary<String> unknownNames() {
    return Arbitraries.of("Architecture", "colour", "tag:", "image_id", "");
  }

  private static Arbitrary<Filter> unknownFilters() {
    return Combinators.combine(unknownNames(), DESCRIPTIONS).as(Filter::of);
  }

  private static Arbitrary<Filter> ofEveryName(ImmutableMap<String, Arbitrary<String>> kinds) {
    return Arbitraries.oneOf(
        kinds.entrySet().stream().map(FilterArbitraries::ofKind).toList());
  }

  private static Arbitrary<Filter> ofName(
      ImmutableMap<String, Arbitrary<String>> kinds, String name) {
    requireNonNull(name, "name");
    Arbitrary<String> texts = kinds.get(name);
    checkArgument(texts != null, "there is no filter %s", name);
    return ofKind(Map.entry(name, requireNonNull(texts)));
  }

  private static Arbitrary<Filter> ofKind(Map.Entry<String, Arbitrary<String>> kind) {
    boolean ofTag = kind.getKey().equals(Filter.TAG);
    return Combinators.combine(
            ofTag ? TAG_KEYS.map(key -> Filter.TAG + key) : Arbitraries.just(kind.getKey()),
            Arbitraries.frequencyOf(
                Tuple.of(19, values(kind.getValue()).list().ofMinSize(1).ofMaxSize(3)),
                Tuple.of(1, values(kind.getValue()).list().ofSize(0))))
        .as((name, values) -> new Filter(name, ImmutableList.copyOf(values)))
        .withoutEdgeCases();
  }

  /** Values of filters that find a text: the text, or a part of it with a wild card beside. */
  private static Arbitrary<String> values(Arbitrary<String> texts) {
    return Combinators.combine(
            texts, Arbitraries.of(Cut.class), Arbitraries.integers().between(0, 9))
        .as((text, cut, at) -> {
          int length = Math.min(text.codePointCount(0, text.length()), LONGEST_TEXT);
          int place = length == 0 ? 0 : at % length;
          return cut.of(
              part(text, 0, place),
              part(text, place, Math.min(place + 1, length)),
              part(text, Math.min(place + 1, length), length));
        });
  }

  private static String part(String text, int from, int to) {
    return FilterPattern.escape(
        text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)));
  }

  /** Where a wild card stands in a value: what comes before a character, that, and what follows. */
  private enum Cut {
    NOWHERE {
      @Override
      String of(String before, String character, String after) {
        return before + character + after;
      }
    },
    AT_THE_END {
      @Override
      String of(String before, String character, String after) {
        return before + character + "*";
      }
    },
    AT_THE_BEGINNING {
      @Override
      String of(String before, String character, String after) {
        return "*" + character + after;
      }
    },
    FOR_ONE_CHARACTER {
      @Override
      String of(String before, String character, String after) {
        return before + "?" + after;
      }
    };

    abstract String of(String before, String character, String after);
  }

  private static Arbitrary<String> texts(Arbitrary<?> values) {
    return values.map(Object::toString);
  }

  private static Arbitrary<String> times(DateTimeFormatter form) {
    return AmiArbitraries.instants().map(form::format);
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
