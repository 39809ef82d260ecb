package dev.amikit.examples;

import static dev.amikit.examples.ImageRotationTest.anInstance;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatEvents;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Return;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.registry.RegistryArbitraries;
import dev.amikit.testkit.arbitrary.registry.Request;
import dev.amikit.testkit.arbitrary.registry.World;
import dev.amikit.testkit.contract.Ec2Contract;
import dev.amikit.testkit.contract.EventStoreContract;
import dev.amikit.testkit.contract.ImageQueryContract;
import dev.amikit.testkit.contract.MappingContract;
import dev.amikit.testkit.ec2.Account;
import dev.amikit.testkit.ec2.MovableClock;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.ec2.Untidy;
import dev.amikit.testkit.ec2.Worlds;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.KnownAmis;
import dev.amikit.visibility.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The code in the guide to testing, compiled and run. */
@SuppressWarnings("unchecked") // lists of the SDK are varargs of a generic type
class TestingGuideTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("^import .*;$", Pattern.MULTILINE);

  // spotless:off
  /** What is tested: an image is copied for production. */
  static final class Release {
    private final Ec2 bakery;
    private final Ec2 production;

    Release(Ec2 bakery, Ec2 production) {
      this.bakery = bakery;
      this.production = production;
    }

    ImageId of(ImageId golden, String name) {
      bakery.modifyImageAttribute(
          golden, ModifyLaunchPermission.grant(LaunchPermission.userId(production.caller())));
      return production.copyImage(CopyImage.builder()
          .sourceRegion(bakery.region())
          .sourceImageId(golden)
          .name(name)
          .build());
    }
  }

  @Nested
  class A_pipeline {
    @RegisterExtension
    static final TestEc2Extension EC2 =
        TestEc2Extension.with(it -> it.completion(CompletionPolicy.after(Duration.ofMinutes(20))));

    @Test
    void copies_what_was_baked(TestEc2 aws) {
      Worlds.Bakery world = Worlds.bakery(aws);

      ImageId released = new Release(world.bakery(), world.production())
          .of(world.golden().imageId(), "web-1");

      aws.pass(Duration.ofMinutes(20));
      assertThat(aws.state()).image(Region.US_EAST_1, released).isAvailable().isPrivate();
      assertThat(world.production().describeImage(released).orElseThrow())
          .isOwnedBy(Accounts.OTHER);
    }

    @Test
    void is_refused_what_is_not_shared(
        TestEc2 aws, Ec2 bakery, @Account("777788889999") Ec2 stranger) {
      aws.seed(Region.US_EAST_1).images(KnownAmis.encrypted()).withSnapshots().put();

      assertThatCalling(() -> new Release(bakery, stranger)
              .of(KnownAmis.encrypted().imageId(), "web-1"))
          .isRefusedWith(ErrorCode.INVALID_REQUEST)
          .saying("You do not have permission to access the storage of this ami");
    }

    @Test
    void leaves_what_it_copies_as_it_was(TestEc2 aws) {
      Worlds.Bakery world = Worlds.bakery(aws);

      new Release(world.bakery(), world.production()).of(world.golden().imageId(), "web-1");

      Ami golden = aws.image(Region.US_EAST_1, world.golden().imageId());
      SoftAssertions.assertSoftly(softly -> {
        softly.check(() -> assertThat(golden).isAvailable().isSharedWith(Accounts.OTHER));
        softly.check(() -> assertThat(golden).isEqualTo(world.golden()));
      });
    }

    @Test
    void lets_nothing_happen_when_it_is_refused(
        TestEc2 aws, @Account("777788889999") Ec2 stranger) {
      Worlds.Bakery world = Worlds.bakery(aws);
      ImageId golden = world.golden().imageId();
      List<RecordedEvent> events = aws.listen();

      assertThatCalling(() -> stranger.deregisterImage(golden)).isRefused();
      assertThatEvents(events).areNone();

      world.bakery().disableImage(golden);
      assertThatEvents(events).tellOf(golden).are(ImageDisabled.class).areBy(Accounts.OWNER);
    }
  }

  @Nested
  @ExtendWith(TestEc2Extension.class)
  class A_clean_up {
    @Test
    void keeps_what_was_deregistered_for_a_week(TestEc2 aws) {
      Worlds.Keeper world = Worlds.keeper(aws);
      ImageId id = world.image().imageId();

      world.owner().deregisterImage(id);

      assertThat(world.owner().listImagesInRecycleBin()).hasSize(1);
      aws.passUntilRetentionEnds(Region.US_EAST_1, id);
      assertThat(world.owner().listImagesInRecycleBin()).isEmpty();
      assertThat(aws.state()).hasNoImage(Region.US_EAST_1, id);
    }

    @Test
    void waits_for_each_in_a_line(TestEc2 aws) {
      Worlds.Keeper world = Worlds.keeper(aws);
      ImageId id = world.image().imageId();
      Ec2 ec2 = world.owner();

      ec2.enableImageDeprecation(id, aws.now().plus(Duration.ofDays(90)));
      aws.passUntilDeprecated(Region.US_EAST_1, id);
      ec2.enableImageDeregistrationProtection(id, true);
      ec2.disableImageDeregistrationProtection(id);
      aws.passUntilProtectionEnds(Region.US_EAST_1, id);
      ec2.deregisterImage(id);
      aws.passUntilRetentionEnds(Region.US_EAST_1, id);

      assertThat(aws.now()).isEqualTo(TestEc2.START.plus(Duration.ofDays(90 + 1 + 7)));
    }

    @Test
    @Untidy(seed = 42)
    void finds_every_image_on_a_bad_day(TestEc2 aws, Ec2 ec2) {
      aws.seed(Region.US_EAST_1).images(KnownAmis.all()).withSnapshots().put();
      DescribeImages own = new DescribeImages(
          ImageQuery.builder().owners("self").maxResults(5).build());

      Collection<Ami> found = Retrying.of(() -> ec2.all(own));

      assertThat(found).hasSize(2);
    }
  }

  @Property(tries = 50)
  void a_clean_up_never_takes_an_image_that_is_protected(
      @ForAll @Size(max = 5) List<Ami> images) {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    CleanUp cleanUp = new CleanUp(Accounts.OWNER, now, Duration.ofDays(30), Duration.ofDays(60));

    assertThat(cleanUp.toRemove(images)).noneMatch(ami -> ami.isProtectedAt(now));
  }

  @Property(tries = 50)
  void what_a_clean_up_removes_can_be_removed(@ForAll World world) {
    TestEc2 aws = world.open();
    aws.pass(Duration.ofDays(90));
    Ec2 ec2 = aws.as(Accounts.OWNER);
    CleanUp cleanUp =
        new CleanUp(Accounts.OWNER, aws.now(), Duration.ofDays(30), Duration.ofDays(60));
    DescribeImages own = new DescribeImages(
        ImageQuery.builder().owners("self").includeDisabled(true).build());

    for (Ami old : cleanUp.toRemove(ec2.all(own))) {
      ec2.deregisterImage(old.imageId());
    }
  }

  @Provide
  Arbitrary<Request<Return>> disabling() {
    return RegistryArbitraries.carriedOut(DisableImage.class);
  }

  @Property(tries = 50)
  void a_disabled_image_is_shared_with_nobody(@ForAll("disabling") Request<Return> request) {
    ImageId disabled = ((DisableImage) request.operation()).imageId();

    Outcome.Done<Return> done = (Outcome.Done<Return>) request.decide();

    assertThat(done.state()).image(request.situation().region(), disabled).isPrivate();
  }

  /** An EC2 of one's own: this one keeps all in the registry of the library. */
  @Group
  class OwnEc2Test implements Ec2Contract {
    @Override
    public Registry create(Clock clock, RegistrySettings settings) {
      InMemoryAmiRegistry mine = InMemoryAmiRegistry.create(clock, settings);
      return (account, region) -> mine.account(account).in(region);
    }
  }

  /** A store of one's own: this one has a list for a disk. */
  record OwnStore(List<RecordedEvent> disk) implements EventStoreContract.Store {
    @Override
    public void append(List<RecordedEvent> events) {
      List<RecordedEvent> after = new ArrayList<>(disk);
      for (RecordedEvent event : events) {
        if (event.sequence() == after.size() + 1) {
          after.add(event);
        } else if (event.sequence() > after.size()
            || !after.get((int) event.sequence() - 1).equals(event)) {
          throw new IllegalArgumentException("Does not go on with " + (after.size() + 1));
        }
      }
      disk.addAll(after.subList(disk.size(), after.size()));
    }

    @Override
    public Stream<RecordedEvent> read(long from) {
      return disk.stream().skip(from - 1);
    }

    @Override
    public EventStoreContract.Store reopen() {
      return new OwnStore(disk);
    }
  }

  @Group
  class OwnStoreTest implements EventStoreContract {
    @Override
    public Store create() {
      return new OwnStore(new ArrayList<>());
    }
  }

  /** What a catalogue keeps of an image. */
  record CatalogueEntry(ImageId imageId, Architecture architecture, Optional<String> description) {
    static CatalogueEntry of(Ami ami) {
      return new CatalogueEntry(ami.imageId(), ami.architecture(), ami.description());
    }

    String line() {
      return "%s %s%s".formatted(imageId, architecture, description.map(" "::concat).orElse(""));
    }

    static CatalogueEntry parse(String line) {
      List<String> parts = Splitter.on(' ').limit(3).splitToList(line);
      return new CatalogueEntry(
          ImageId.of(parts.get(0)),
          Architecture.of(parts.get(1)),
          parts.stream().skip(2).findFirst());
    }
  }

  @Group
  class CatalogueLinesTest implements MappingContract<CatalogueEntry, String> {
    @Override
    public Arbitrary<CatalogueEntry> values() {
      return AmiArbitraries.amis().map(CatalogueEntry::of);
    }

    @Override
    public String write(CatalogueEntry entry) {
      return entry.line();
    }

    @Override
    public CatalogueEntry read(String line) {
      return CatalogueEntry.parse(line);
    }
  }

  /** A search of one's own: this one looks at the IDs first, and asks the query about the rest. */
  record OwnSearch(List<Ami> images) {
    Collection<Ami> find(ImageQuery query, Viewer viewer) {
      Predicate<Ami> isFound = query.predicate(ImageSource.of(images), viewer);
      return images.stream()
          .filter(ami -> query.imageIds().isEmpty() || query.imageIds().contains(ami.imageId()))
          .filter(isFound)
          .toList();
    }
  }

  @Group
  class OwnSearchTest implements ImageQueryContract {
    @Override
    public Collection<Ami> find(ImageQuery query, List<Ami> images, Viewer viewer) {
      return new OwnSearch(images).find(query, viewer);
    }
  }

  @Nested
  @ExtendWith(TestEc2Extension.class)
  class A_service_of_the_sdk {
    @Test
    void keeps_the_newest_two_of_its_images(
        TestEc2 aws, Ec2Client ec2, @Account("444455556666") Ec2Client partner, MovableClock clock) {
      ImageRotation rotation = new ImageRotation(ec2, clock, "444455556666", 2);
      String instance = anInstance(ec2);

      String first = rotation.rotate(instance, "web");
      clock.pass(Duration.ofDays(7));
      String second = rotation.rotate(instance, "web");
      clock.pass(Duration.ofDays(7));
      String third = rotation.rotate(instance, "web");

      assertThat(partner.describeImages(r -> r.executableUsers("self")).images())
          .extracting(image -> image.imageId())
          .containsExactlyInAnyOrder(second, third);
      assertThat(aws.state())
          .hasNoImage(Region.US_EAST_1, ImageId.of(first))
          .image(Region.US_EAST_1, ImageId.of(second))
          .isNotDeprecatedAt(aws.now())
          .isDeprecatedAt(aws.now().plus(Duration.ofDays(30)));
    }
  }
  // spotless:on

  /** What one's own code does when it is throttled. */
  private static final class Retrying {
    static <T> T of(Supplier<T> call) {
      while (true) {
        try {
          return call.get();
        } catch (RefusedException refused) {
          if (refused.errorCode() != ErrorCode.REQUEST_LIMIT_EXCEEDED) {
            throw refused;
          }
        }
      }
    }
  }

  @Test
  void are_the_code_in_the_guide() throws IOException {
    String here =
        words(Files.readString(Path.of("src/test/java/dev/amikit/examples/TestingGuideTest.java")));
    List<String> blocks = JAVA_BLOCK
        .matcher(Files.readString(Path.of("../docs/testing.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
    assertThat(blocks).hasSizeGreaterThan(4).allSatisfy(block -> {
      assertThat(IMPORT.matcher(block).results().map(line -> words(line.group())))
          .allSatisfy(line -> assertThat(here).contains(line));
      assertThat(here).contains(words(IMPORT.matcher(block).replaceAll("")));
    });
  }

  private static String words(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
