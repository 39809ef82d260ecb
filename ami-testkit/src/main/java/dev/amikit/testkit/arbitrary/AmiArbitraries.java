package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.StateReason;
import dev.amikit.image.WatermarkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Images and what only they have. */
public final class AmiArbitraries {
  /** The states, the most common first. */
  static final ImmutableList<AmiState> STATES = ImmutableList.of(
      AmiState.AVAILABLE,
      AmiState.DISABLED,
      AmiState.PENDING,
      AmiState.FAILED,
      AmiState.DEREGISTERED,
      AmiState.INVALID,
      AmiState.TRANSIENT,
      AmiState.ERROR);

  private static final String NAME_ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()[]./-'@_";
  private static final int MOST_WATERMARKS = 5;
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 128;
  private static final Instant FIRST_IMAGES = Instant.parse("2006-08-25T00:00:00Z");
  private static final Instant NOT_LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

  private AmiArbitraries() {}

  /**
   * {@return images of every kind and in every state: Linux, Windows and macOS, of all ages,
   * kernels and RAM disks, public, shared and private, deprecated, protected, in the Recycle Bin;
   * {@link AmiArbitrary} narrows them}
   */
  public static AmiArbitrary amis() {
    return AmiArbitrary.ofAll();
  }

  /** {@return the attributes of images of every kind, all of one image at once} */
  public static Arbitrary<ImageAttribute> imageAttributes() {
    return amis().map(ImageAttribute::of);
  }

  /** {@return the states of images} */
  public static Arbitrary<AmiState> states() {
    return Arbitraries.of(STATES);
  }

  /** {@return names that an image can be given today} */
  public static Arbitrary<ImageName> registrableNames() {
    return Arbitraries.frequencyOf(Tuple.of(4, everydayNames()), Tuple.of(1, anyRegistrable()))
        .map(ImageName::of);
  }

  /** {@return names that images have: most could be given today, some could not} */
  public static Arbitrary<ImageName> existingNames() {
    return Arbitraries.frequencyOf(
            Tuple.of(16, everydayNames()),
            Tuple.of(1, anyRegistrable()),
            Tuple.of(1, Arbitraries.of("", "ab", "too+many:signs", "trailing ", "x".repeat(129))))
        .map(ImageName::of);
  }

  /** {@return protection of every kind} */
  public static Arbitrary<DeregistrationProtection> deregistrationProtections() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            DeregistrationProtection.disabled(),
            DeregistrationProtection.enabledWithoutCooldown(),
            DeregistrationProtection.enabledWithCooldown()),
        instants().map(DeregistrationProtection::disabledAfter));
  }

  /** {@return stays in the Recycle Bin of 1 to 365 days, with and without suspended permissions} */
  public static Arbitrary<RecycleBinStay> recycleBinStays() {
    return Combinators.combine(
            instants(),
            Arbitraries.integers().between(1, 365),
            PermissionArbitraries.launchPermissions().list().ofMaxSize(3))
        .as((enter, days, suspended) -> new RecycleBinStay(
            enter, enter.plus(Duration.ofDays(days)), ImmutableSet.copyOf(suspended)))
        .withoutEdgeCases();
  }

  /** {@return reasons of failures} */
  public static Arbitrary<StateReason> stateReasons() {
    return Arbitraries.of(
        new StateReason("Server.InternalError", "Server.InternalError: Internal error on launch"),
        new StateReason("Client.InvalidSnapshot.NotFound", "The snapshot does not exist"),
        new StateReason("Client.NewReason", ""));
  }

  /** {@return keys of watermarks} */
  public static Arbitrary<WatermarkKey> watermarkKeys() {
    return Combinators.combine(
            IdArbitraries.accountIds(),
            Arbitraries.frequencyOf(
                Tuple.of(4, everydayNames()),
                Tuple.of(1, anyRegistrable().map(name -> name.replace(' ', '_')))))
        .as(WatermarkKey::new)
        .withoutEdgeCases();
  }

  /** {@return watermarks} */
  public static Arbitrary<ImageWatermark> imageWatermarks() {
    return Combinators.combine(
            watermarkKeys(),
            IdArbitraries.machineImageIds(),
            IdArbitraries.regions(),
            instants(),
            Arbitraries.integers().between(0, 800))
        .as((key, image, region, created, days) ->
            new ImageWatermark(key, image, region, created, created.plus(Duration.ofDays(days))))
        .withoutEdgeCases();
  }

  /** {@return times since the first images, to the millisecond, and some still to come} */
  public static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(FIRST_IMAGES.toEpochMilli(), LATER.toEpochMilli())
        .shrinkTowards(NOT_LONG_AGO.toEpochMilli())
        .map(Instant::ofEpochMilli);
  }

  /** {@return the watermarks of one image: at most five, each key once} */
  static Arbitrary<ImmutableList<ImageWatermark>> watermarkLists() {
    return imageWatermarks().list().ofMaxSize(MOST_WATERMARKS).map(AmiArbitraries::eachKeyOnce);
  }

  private static ImmutableList<ImageWatermark> eachKeyOnce(List<ImageWatermark> watermarks) {
    Set<WatermarkKey> seen = new HashSet<>();
    return watermarks.stream()
        .filter(watermark -> seen.add(watermark.watermarkKey()))
        .collect(toImmutableList());
  }

  private static Arbitrary<String> everydayNames() {
    return Combinators.combine(
            Arbitraries.of("golden", "web", "al2023-ami", "base [x86_64]", "ubuntu/images/hvm"),
            Arbitraries.integers().between(1, 99_999))
        .as((stem, version) -> stem + "-" + version);
  }

  private static Arbitrary<String> anyRegistrable() {
    return Arbitraries.strings()
        .withChars(NAME_ALPHABET)
        .ofMinLength(SHORTEST_NAME)
        .ofMaxLength(LONGEST_NAME);
  }
}
