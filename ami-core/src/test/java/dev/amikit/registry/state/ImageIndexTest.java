package dev.amikit.registry.state;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.Draw;
import dev.amikit.registry.PlainScan;
import dev.amikit.rule.Rules;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The index gives what a plain scan gives, over registries, viewers and queries drawn at random.
 * Many more than in the ordinary build: {@code -Djqwik.tries.default=10000}.
 */
class ImageIndexTest {
  private static final int QUERIES = 10;
  private static final int IMAGES = 90; // of the few that many filters find, more than a word has
  private static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");
  private static final OrganizationalUnitArn UNIT = OrganizationalUnitArn.of(
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56");
  private static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(OWNER, FRIEND, STRANGER);
  private static final ImmutableList<String> NAMES = ImmutableList.of(
      "web-1", "web-2", "web-22", "db-1", "al2023-ami-2023.1", "al2023-ami-2023.2");
  private static final ImmutableList<String> NAME_PATTERNS =
      ImmutableList.of("web-*", "web-2", "web-2?", "*-1", "*", "al2023-ami-*", "nothing*", "w?b-1");
  private static final ImmutableList<LaunchPermission> PERMISSIONS = ImmutableList.of(
      LaunchPermission.everyone(),
      LaunchPermission.userId(FRIEND),
      LaunchPermission.userId(STRANGER),
      LaunchPermission.organization(ORGANIZATION),
      LaunchPermission.organizationalUnit(UNIT));

  @Property
  @Rules({"VIS-01", "QRY-01", "QRY-09", "FLT-01", "FLT-21"})
  void the_index_answers_as_a_plain_scan(@ForAll long seed) {
    Random random = new Random(seed);
    PartitionState state = state(random);
    for (int i = 0; i < QUERIES; i++) {
      Viewer viewer = viewer(random);
      ImageQuery query = query(random);
      assertThat(ids(query, state.imageSource(HERE), viewer))
          .as("%s for %s", query, viewer)
          .isEqualTo(ids(query, PlainScan.ofImages(state, HERE), viewer));
    }
  }

  private static List<Ami> ids(ImageQuery query, ImageSource source, Viewer viewer) {
    return ImmutableList.copyOf(query.result(source, viewer).all());
  }

  private static PartitionState state(Random random) {
    PartitionState state = PartitionState.empty();
    for (int i = 0; i < IMAGES; i++) {
      state =
          state.after(new RegistryEvent.ImageCreated(HERE, image(random, id(i * 7919 % IMAGES))));
    }
    for (int i = 0; i < IMAGES; i++) {
      state = state.after(change(random, state));
    }
    return state;
  }

  private static Ami image(Random random, ImageId id) {
    Ami.Builder image = Ami.builder()
        .imageId(id)
        .ownerId(Draw.one(random, ACCOUNTS))
        .name(Draw.one(random, NAMES))
        .architecture(random.nextBoolean() ? Architecture.X86_64 : Architecture.ARM64)
        .virtualizationType(VirtualizationType.HVM)
        .state(random.nextInt(5) == 0 ? AmiState.PENDING : AmiState.AVAILABLE)
        .creationDate(START)
        .tags(Draw.tags(random))
        .ebsRoot(
            "/dev/xvda",
            EbsBlockDevice.of(
                VolumeType.GP3, 8, SnapshotId.of("snap-%017x".formatted(random.nextInt(5)))));
    if (random.nextInt(4) == 0) {
      image.deprecationTime(START.plus(Duration.ofDays(random.nextInt(20))));
    }
    return image.build();
  }

  private static RegistryEvent change(Random random, PartitionState state) {
    ImageId id = id(random.nextInt(IMAGES));
    if (state.image(HERE, id).isEmpty()) {
      return new RegistryEvent.ImageCreated(HERE, image(random, id));
    }
    Ami ami = state.image(HERE, id).orElseThrow();
    if (ami.state() == AmiState.DEREGISTERED) {
      return new RegistryEvent.ImagePurged(HERE, id);
    }
    return switch (random.nextInt(6)) {
      case 0, 1, 2 ->
        first(
            id,
            new ModifyLaunchPermission(
                    ImmutableSet.of(Draw.one(random, PERMISSIONS)), ImmutableSet.of())
                .decide(ami, START)
                .events());
      case 3 ->
        random.nextBoolean()
            ? first(id, new Disable().decide(ami, START).events())
            : first(
                id,
                new Deregister(
                        random.nextBoolean() ? Optional.of(Duration.ofDays(3)) : Optional.empty())
                    .decide(ami, START)
                    .events());
      default ->
        new RegistryEvent.ImageTagged(HERE, id, Draw.one(random, ACCOUNTS), Draw.tags(random));
    };
  }

  private static RegistryEvent first(ImageId id, List<Event<Ami>> events) {
    return events.isEmpty()
        ? new RegistryEvent.IdsGiven(0)
        : new RegistryEvent.ImageChanged(HERE, id, events.get(0));
  }

  private static Viewer viewer(Random random) {
    Viewer viewer =
        Viewer.of(Draw.one(random, ACCOUNTS), START.plus(Duration.ofDays(random.nextInt(20))));
    return switch (random.nextInt(3)) {
      case 0 -> viewer.in(OrganizationPath.of(ORGANIZATION));
      case 1 -> viewer.in(OrganizationPath.of(ORGANIZATION, UNIT));
      default -> viewer;
    };
  }

  private static ImageQuery query(Random random) {
    ImageQuery.Builder query = ImageQuery.builder()
        .includeDeprecated(random.nextBoolean())
        .includeDisabled(random.nextBoolean());
    if (random.nextInt(5) == 0) {
      IntStream.range(0, 1 + random.nextInt(4))
          .forEach(i -> query.addImageId(id(random.nextInt(IMAGES))));
    }
    if (random.nextInt(3) == 0) {
      query.owners(random.nextBoolean() ? "self" : Draw.one(random, ACCOUNTS).value());
    }
    if (random.nextInt(6) == 0) {
      query.addOwner(UserId.AMAZON).addOwner(UserId.of(Draw.one(random, ACCOUNTS)));
    }
    if (random.nextInt(4) == 0) {
      query.executableUsers(random.nextBoolean() ? "self" : "all");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      query.filter(filter(random));
    }
    return query.build();
  }

  private static Filter filter(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> Filter.of("name", Draw.one(random, NAME_PATTERNS));
      case 1 -> Filter.of("name", Draw.one(random, NAME_PATTERNS), Draw.one(random, NAME_PATTERNS));
      case 2 -> Filter.of("tag:env", random.nextBoolean() ? "a" : "*");
      case 3 -> Filter.of("tag:team", "a", "b");
      case 4 -> Filter.of("owner-id", Draw.one(random, ACCOUNTS).value(), "not-an-account");
      case 5 -> Filter.of("architecture", "arm64");
      case 6 -> Filter.of("state", "available", "pending");
      case 7 -> Filter.of("state", "pending");
      case 8 -> Filter.of("image-id", id(random.nextInt(IMAGES)).value(), "no ID");
      default ->
        Filter.of("block-device-mapping.snapshot-id", "snap-%017x".formatted(random.nextInt(5)));
    };
  }

  private static ImageId id(int number) {
    return ImageId.of("ami-%017x".formatted(number));
  }
}
