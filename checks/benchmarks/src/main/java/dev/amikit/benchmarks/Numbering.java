package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.permission.LaunchPermission;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Numbered images of some accounts. They come in groups of five of one account, such as
 * {@code web-07-00012-0} to {@code web-07-00012-4}, and go from account to account.
 *
 * <p>Accounts whose number ends in 1 share all their images with everyone. One image in ten is for
 * {@code arm64}. The images of an account have 3 environments, 30 teams and 100 cost centers in
 * turn.
 *
 * @param accounts how many accounts there are
 */
record Numbering(int accounts) {
  /** How many images of an account come one after the other. */
  static final int GROUP = 5;

  private static final int ENVIRONMENTS = 3;
  private static final int TEAMS = 30;
  private static final int COST_CENTERS = 100;
  private static final int ARM64_OF = 10;
  private static final int PUBLIC_OF = 10;

  static AccountId account(int number) {
    return AccountId.of(ownerId(number));
  }

  Ami image(int number) {
    Ami ami = TypicalAmi.of(raw(number));
    if (owner(number) % PUBLIC_OF == 1) {
      ami = ami.withLaunchPermissions(Set.of(LaunchPermission.everyone()));
    }
    return turn(number) % ARM64_OF == 0
        ? ami.toBuilder().architecture(Architecture.ARM64).build()
        : ami;
  }

  ImmutableList<Ami> images(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(this::image).collect(toImmutableList());
  }

  PlainAmi record(int number) {
    return PlainAmi.of(raw(number));
  }

  private RawImage raw(int number) {
    int turn = turn(number);
    return RawImage.numbered(number)
        .withName(ownerId(owner(number)), name(number))
        .withTags(
            "production-" + turn % ENVIRONMENTS,
            "team-" + turn / ENVIRONMENTS % TEAMS,
            "cost-center-" + turn % COST_CENTERS);
  }

  private String name(int number) {
    return "web-%02d-%05d-%d".formatted(owner(number), turn(number) / GROUP, number % GROUP);
  }

  private int owner(int number) {
    return number / GROUP % accounts;
  }

  /** How many images the owner of an image had before. */
  private int turn(int number) {
    return number / (GROUP * accounts) * GROUP + number % GROUP;
  }

  private static String ownerId(int owner) {
    return "%012d".formatted(111_122_223_333L + owner);
  }
}
