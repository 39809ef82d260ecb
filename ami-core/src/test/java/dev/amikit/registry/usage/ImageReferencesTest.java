package dev.amikit.registry.usage;

import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.Rules;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which resources of an account refer to images. */
class ImageReferencesTest {
  private final TestLaunch launch = new TestLaunch();
  private final TestRegistry ec2 = launch.ec2;
  private final Ec2 friend = ec2.as(FRIEND);

  ImageReferencesTest() {
    launch.put(image -> image.addLaunchPermission(LaunchPermission.userId(FRIEND)));
  }

  private static ResourceReference reference(ImageId image, AccountId account, InstanceId id) {
    return new ResourceReference(
        image,
        ImageReferenceResourceType.INSTANCE,
        Arn.parse("arn:aws:ec2:us-east-1:%s:instance/%s".formatted(account, id)));
  }

  private static ResourceTypeRequest of(String type, ResourceTypeOption... options) {
    return ResourceTypeRequest.of(ImageReferenceResourceType.of(type), options);
  }

  private static ResourceTypeRequest instancesIn(String... states) {
    return of("ec2:Instance", ResourceTypeOption.of("state-name", states));
  }

  private static DescribeImageReferences asked(boolean all, ResourceTypeRequest... types) {
    return new DescribeImageReferences(
        ImmutableSet.of(IMAGE), all, ImmutableList.copyOf(types), PageRequest.first());
  }

  private List<ResourceReference> found(boolean all, ResourceTypeRequest... types) {
    return friend.describeImageReferences(asked(all, types)).items();
  }

  @Test
  @Rules({"USE-07", "REF-04", "LIFE-22"})
  void are_the_callers_instances_whoever_owns_the_image_and_whatever_became_of_it() {
    ImageId other = ec2.put(TestLaunch.image(ec2.snapshot())
            .imageId(TestImages.id(1))
            .name("other")
            .addLaunchPermission(LaunchPermission.userId(FRIEND))
            .build())
        .imageId();
    Instance mine = launch.launchAs(FRIEND);
    Instance ofOther = friend
        .runInstances(TestLaunch.request().imageId(other).build())
        .instances()
        .get(0);
    Instance ofOwner = launch.launch();
    ec2.owner().deregisterImage(IMAGE);

    assertThat(friend.describeImageReferences(IMAGE, other))
        .containsExactlyInAnyOrder(
            reference(IMAGE, FRIEND, mine.instanceId()),
            reference(other, FRIEND, ofOther.instanceId()));
    assertThat(friend.describeImageReferences(other))
        .containsExactly(reference(other, FRIEND, ofOther.instanceId()));
    assertThat(ec2.owner().describeImageReferences(IMAGE))
        .containsExactly(reference(IMAGE, OWNER, ofOwner.instanceId()));
    assertThat(friend.describeImageReferences(TestImages.UNKNOWN)).isEmpty();
  }

  @Test
  @Rules({"USE-08", "REF-05"})
  void are_of_instances_in_all_states_by_default_and_in_those_that_are_asked_for() {
    Instance running = launch.launchAs(FRIEND);
    Instance stopped = launch.launchAs(FRIEND);
    Instance terminated = launch.launchAs(FRIEND);
    friend.stopInstances(stopped.instanceId());
    friend.terminateInstances(terminated.instanceId());
    ResourceReference ofRunning = reference(IMAGE, FRIEND, running.instanceId());
    ResourceReference ofStopped = reference(IMAGE, FRIEND, stopped.instanceId());
    ResourceReference ofTerminated = reference(IMAGE, FRIEND, terminated.instanceId());

    assertThat(found(true)).containsExactlyInAnyOrder(ofRunning, ofStopped, ofTerminated);
    assertThat(found(false, of("ec2:Instance"))).hasSize(3);
    assertThat(found(false, instancesIn("running"))).containsExactly(ofRunning);
    assertThat(found(true, instancesIn("running"))).containsExactly(ofRunning);
    assertThat(found(false, instancesIn("stopped", "terminated", "pending")))
        .containsExactlyInAnyOrder(ofStopped, ofTerminated);
    assertThat(found(false, instancesIn("stopped"), instancesIn("running")))
        .containsExactlyInAnyOrder(ofRunning, ofStopped);
    assertThat(found(false, instancesIn("shutting-down", "stopping"))).isEmpty();
  }

  @Test
  void of_terminated_instances_are_there_for_an_hour() {
    friend.terminateInstances(launch.launchAs(FRIEND).instanceId());
    assertThat(found(true)).hasSize(1);

    ec2.pass(Duration.ofHours(1));

    assertThat(found(true)).isEmpty();
  }

  @ParameterizedTest
  @Rules({"USE-07", "USE-08", "REF-04", "REF-05"})
  @ValueSource(
      strings = {
        "ec2:LaunchTemplate",
        "ssm:Parameter",
        "imagebuilder:ImageRecipe",
        "imagebuilder:ContainerRecipe"
      })
  void by_resources_that_no_account_has_here_are_none(String type) {
    launch.launchAs(FRIEND);

    assertThat(found(false, of(type))).isEmpty();
    assertThat(found(true, of(type))).hasSize(1);
    assertThat(found(
            false, of("ec2:LaunchTemplate", ResourceTypeOption.of("version-depth", "1", "10000"))))
        .isEmpty();
  }

  @Nested
  class A_request {
    @Test
    @Rules({"USE-07", "QUOTA-13"})
    void names_1_to_10_images() {
      ImageId[] images = IntStream.range(0, 11).mapToObj(TestImages::id).toArray(ImageId[]::new);

      assertSays(
          () -> friend.describeImageReferences(),
          "MissingParameter",
          "The request must contain the parameter ImageId");
      assertSays(
          () -> friend.describeImageReferences(images),
          "InvalidParameterValue",
          "The maximum number of image IDs specified on a single call is 10");
      assertThat(friend.describeImageReferences(
              List.of(images).subList(0, 10).toArray(ImageId[]::new)))
          .isEmpty();
    }

    @Test
    @Rules({"USE-08", "REF-05"})
    void says_which_types_it_looks_at() {
      assertSays(
          () -> found(false),
          "MissingParameter",
          "The request must contain the parameter IncludeAllResourceTypes/ResourceType");
    }

    @Test
    @Rules({"USE-07", "DEC-07"})
    void names_types_that_refer_to_images() {
      assertSays(
          () -> found(true, of("ec2:Volume")),
          "InvalidParameterValue",
          "Invalid value 'ec2:Volume' for resourceType.");
    }

    @ParameterizedTest
    @Rules({"USE-08", "REF-05"})
    @CsvSource({
      "ec2:Instance, version-depth",
      "ec2:Instance, state",
      "ec2:LaunchTemplate, state-name",
      "ssm:Parameter, state-name",
      "imagebuilder:ImageRecipe, version-depth"
    })
    void has_options_of_the_type_only(String type, String option) {
      assertSays(
          () -> found(true, of(type, ResourceTypeOption.of(option, "1"))),
          "InvalidParameterCombination",
          "The option %s is not supported for resource type %s.".formatted(option, type));
    }

    @Test
    @Rules({"USE-08", "REF-05"})
    void has_values_for_each_option() {
      assertSays(
          () -> found(true, instancesIn()),
          "MissingParameter",
          "The request must contain the parameter OptionValue");
      assertSays(
          () -> found(true, instancesIn("running", "gone")),
          "InvalidParameterValue",
          "Invalid value 'gone' for optionValue.");
    }

    @ParameterizedTest
    @Rules({"USE-08", "REF-05"})
    @ValueSource(strings = {"0", "10001", "-1", "many", "", "1.5"})
    void goes_through_1_to_10000_versions_of_a_template(String depth) {
      assertSays(
          () ->
              found(true, of("ec2:LaunchTemplate", ResourceTypeOption.of("version-depth", depth))),
          "InvalidParameterValue",
          "Value (%s) for parameter optionValue is invalid. Value must be an integer from 1 to 10000."
              .formatted(depth));
    }

    @Test
    @Rules({"USE-09", "REF-05", "WAIT-05"})
    void is_answered_in_pages_of_at_least_5() {
      for (int i = 0; i < 7; i++) {
        launch.launchAs(FRIEND);
      }

      Page<ResourceReference> first =
          friend.describeImageReferences(asked(true).on(PageRequest.of(5)));
      Page<ResourceReference> second = friend.describeImageReferences(
          asked(true).on(PageRequest.of(5).after(first.nextToken().orElseThrow())));

      assertThat(first.items()).hasSize(5);
      assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
      assertSays(
          () -> friend.describeImageReferences(asked(true).on(PageRequest.of(4))),
          "InvalidParameterValue",
          "1 validation error detected: Value '4' at 'maxResults' failed to satisfy constraint:"
              + " Member must have value greater than or equal to 5");
    }
  }
}
