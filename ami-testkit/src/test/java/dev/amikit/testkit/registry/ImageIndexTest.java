package dev.amikit.testkit.registry;

import static dev.amikit.testkit.registry.TestRegistry.FRIEND;
import static dev.amikit.testkit.registry.TestRegistry.HERE;
import static dev.amikit.testkit.registry.TestRegistry.OWNER;
import static dev.amikit.testkit.registry.TestRegistry.START;
import static dev.amikit.testkit.registry.TestRegistry.STRANGER;
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
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * The index gives what a plain scan gives, over registries, viewers and queries drawn at random.
 * Many more than in the ordinary build: {@code -Djqwik.tries.default=10000}.
 */
@Tag("long")
class ImageIndexTest {
  private static final int QUESTIONS = 10;
  private static final int EVENTS = 200;
  private static final int IMAGES = 90; // of the few that many filters find, more than a word has
  private static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");
  private static final OrganizationalUnitArn UNIT = OrganizationalUnitArn.of(
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56");
  private static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(OWNER, FRIEND, STRANGER);
  private static final ImmutableList<String> NAMES = ImmutableList.of(
      "web-1", "web-2", "web-22", "db-1", "al2023-ami-2023.1", "al2023-ami-2023.2");
  private static final ImmutableList<String> NAME_PATTERNS = ImmutableList.of(
      "web-*",
      "web-2",
      "web-2?",
      "*-1",
      "*",
      "al2023-ami-*",
      "nothing*",
      "w?b-1",
      "web-\\*",
      "WEB-2",
      "");
  private static final ImmutableList<String> STATES =
      ImmutableList.of("pending", "failed", "error", "invalid", "transient", "deregistered");
  private static final ImmutableList<LaunchPermission> PERMISSIONS = ImmutableList.of(
      LaunchPermission.everyone(),
      LaunchPermission.userId(FRIEND),
      LaunchPermission.userId(STRANGER),
      LaunchPermission.organization(ORGANIZATION),
      LaunchPermission.organizationalUnit(UNIT));

  /** A query, and who asks. */
  private record Question(ImageQuery query, Viewer viewer) {}

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  @Rules({"VIS-01", "QRY-01", "QRY-09", "FLT-01", "FLT-21"})
  void the_index_answers_as_a_plain_scan(
      @ForAll("events") List<RegistryEvent> events, @ForAll("questions") List<Question> questions) {
    PartitionState state = PartitionState.empty().after(events);
    Statistics.label("more than a word has")
        .collect(state.images(HERE).count() > Long.SIZE)
        .coverage(rows -> rows.check(true).percentage(share -> share > 75));
    for (Question question : questions) {
      List<Ami> scanned = answer(question, PlainScan.ofImages(state, HERE));
      assertThat(answer(question, state.imageSource(HERE))).as("%s", question).isEqualTo(scanned);
      Statistics.label("found something")
          .collect(!scanned.isEmpty())
          .coverage(found -> found.check(true).percentage(share -> share > 40));
    }
  }

  private static List<Ami> answer(Question question, ImageSource source) {
    return AllPages.of(question.query().result(source, question.viewer()));
  }

  @Provide
  Arbitrary<List<RegistryEvent>> events() {
    return Draw.listOf(EVENTS, Draw.numbers(16)).map(ImageIndexTest::events);
  }

  private static List<RegistryEvent> events(List<List<Integer>> choices) {
    Map<ImageId, Ami> images = new HashMap<>();
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    for (List<Integer> numbers : choices) {
      RegistryEvent event = event(new Draw(numbers), images);
      events.add(event);
      if (event instanceof RegistryEvent.ImageCreated created) {
        images.put(created.image().imageId(), created.image());
      } else if (event instanceof RegistryEvent.ImageChanged changed) {
        images.computeIfPresent(changed.imageId(), (id, ami) -> changed.event().evolve(ami));
      } else if (event instanceof RegistryEvent.ImagePurged purged) {
        images.remove(purged.imageId());
      }
    }
    return events.build();
  }

  private static RegistryEvent event(Draw draw, Map<ImageId, Ami> images) {
    ImageId id = id(draw.below(IMAGES));
    Ami ami = images.get(id);
    if (ami == null) {
      return new RegistryEvent.ImageCreated(HERE, image(draw, id));
    }
    if (ami.state() == AmiState.DEREGISTERED) {
      return new RegistryEvent.ImagePurged(HERE, id);
    }
    return switch (draw.below(6)) {
      case 0, 1 -> new RegistryEvent.ImageTagged(HERE, id, draw.one(ACCOUNTS), draw.tags());
      case 2 -> first(ami, draw.oneIn(2) ? deregistering(draw) : new Disable());
      default ->
        first(
            ami,
            new ModifyLaunchPermission(ImmutableSet.of(draw.one(PERMISSIONS)), ImmutableSet.of()));
    };
  }

  private static Deregister deregistering(Draw draw) {
    return new Deregister(draw.oneIn(2) ? Optional.of(Duration.ofDays(3)) : Optional.empty());
  }

  private static RegistryEvent first(Ami ami, AmiCommand command) {
    return command.decide(ami, START).events().stream()
        .findFirst()
        .<RegistryEvent>map(event -> new RegistryEvent.ImageChanged(HERE, ami.imageId(), event))
        .orElse(new RegistryEvent.IdsGiven(1));
  }

  private static Ami image(Draw draw, ImageId id) {
    Ami.Builder image = Ami.builder()
        .imageId(id)
        .ownerId(draw.one(ACCOUNTS))
        .name(draw.one(NAMES))
        .architecture(draw.oneIn(2) ? Architecture.ARM64 : Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .state(draw.oneIn(4) ? AmiState.of(draw.one(STATES.subList(0, 5))) : AmiState.AVAILABLE)
        .creationDate(START)
        .tags(draw.tags())
        .ebsRoot("/dev/xvda", EbsBlockDevice.of(VolumeType.GP3, 8, snapshot(draw)));
    if (draw.oneIn(4)) {
      image.deprecationTime(START.plus(Duration.ofDays(draw.below(20))));
    }
    return image.build();
  }

  @Provide
  Arbitrary<List<Question>> questions() {
    return Draw.listOf(QUESTIONS, Draw.of(26, draw -> new Question(query(draw), viewer(draw))));
  }

  private static Viewer viewer(Draw draw) {
    Viewer viewer = Viewer.of(draw.one(ACCOUNTS), START.plus(Duration.ofDays(draw.below(20))));
    return switch (draw.below(3)) {
      case 2 -> viewer.in(OrganizationPath.of(ORGANIZATION));
      case 1 -> viewer.in(OrganizationPath.of(ORGANIZATION, UNIT));
      default -> viewer;
    };
  }

  private static ImageQuery query(Draw draw) {
    ImageQuery.Builder query =
        ImageQuery.builder().includeDeprecated(!draw.oneIn(2)).includeDisabled(!draw.oneIn(2));
    if (draw.oneIn(5)) {
      for (int i = draw.below(4); i >= 0; i--) {
        query.addImageId(id(draw.below(IMAGES)));
      }
    }
    if (draw.oneIn(3)) {
      query.owners(draw.oneIn(2) ? draw.one(ACCOUNTS).value() : "self");
    }
    if (draw.oneIn(6)) {
      query.addOwner(UserId.AMAZON).addOwner(UserId.of(draw.one(ACCOUNTS)));
    }
    if (draw.oneIn(4)) {
      query.executableUsers(draw.oneIn(2) ? "all" : "self");
    }
    for (int i = draw.below(3); i > 0; i--) {
      query.filter(filter(draw));
    }
    return query.build();
  }

  private static Filter filter(Draw draw) {
    return switch (draw.below(10)) {
      case 0 -> Filter.of("name", draw.one(NAME_PATTERNS));
      case 1 -> Filter.of("name", draw.one(NAME_PATTERNS), draw.one(NAME_PATTERNS));
      case 2 -> Filter.of("tag:env", draw.oneIn(2) ? "*" : "a");
      case 3 -> Filter.of("tag:team", "a", "b");
      case 4 -> Filter.of("owner-id", draw.one(ACCOUNTS).value(), "not-an-account");
      case 5 -> Filter.of("architecture", "arm64");
      case 6 -> Filter.of("state", "available", "pending");
      case 7 -> Filter.of("state", draw.one(STATES));
      case 8 -> Filter.of("image-id", id(draw.below(IMAGES)).value(), "no ID");
      default -> Filter.of("block-device-mapping.snapshot-id", snapshot(draw).value());
    };
  }

  private static ImageId id(int number) {
    return ImageId.of("ami-%017x".formatted(1 + number));
  }

  private static SnapshotId snapshot(Draw draw) {
    return SnapshotId.of("snap-%017x".formatted(1 + draw.below(5)));
  }
}
