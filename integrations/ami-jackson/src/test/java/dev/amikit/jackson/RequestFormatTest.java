package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableMap;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.ImageId;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestFormatTest {
  private static final ImageId IMAGE = ImageId.of("ami-0abcdef1234567890");

  private final RequestFormat requests = AmiJson.requests();

  @Example
  void each_operation_that_is_answered_has_requests() {
    assertThat(requests.operations())
        .containsExactlyInAnyOrderElementsOf(
            Answers.operations().stream().map(Class::getSimpleName).toList());
  }

  @Provide
  Arbitrary<Attempts> histories() {
    return Attempts.any();
  }

  @Property(tries = 50)
  void a_request_is_read_as_it_was_written(@ForAll("histories") Attempts attempts) {
    for (History.Step step : History.of(attempts).steps()) {
      step.call()
          .map(History.Call::operation)
          .ifPresent(request -> assertThat((Object) requests
                  .read(requests.operation(request), requests.compact().write(request))
                  .orThrow())
              .isEqualTo(request));
    }
  }

  @Example
  void a_request_is_written_as_the_aws_cli_takes_it() {
    assertThat(requests.compact().write(new DisableImage(IMAGE)))
        .isEqualTo("{\"ImageId\":\"ami-0abcdef1234567890\"}");
    assertThat(requests.tree(new DisableImage(IMAGE)).path("ImageId").textValue())
        .isEqualTo(IMAGE.value());
    assertThat(requests.operation(new DisableImage(IMAGE))).isEqualTo("DisableImage");
  }

  @Rules("COM-20")
  @Example
  void a_flag_that_is_not_given_is_off() {
    ImmutableMap<String, String> flags = ImmutableMap.of(
        "NoReboot", "CreateImage",
        "CopyImageTags", "CopyImage",
        "DeleteAssociatedSnapshots", "DeregisterImage",
        "WithCooldown", "EnableImageDeregistrationProtection",
        "IncludeDeprecated", "DescribeImages",
        "IncludeDisabled", "DescribeImages");
    flags.forEach((flag, operation) -> {
      Object request = request(operation, "");
      assertThat(request(operation, ", \"%s\": false".formatted(flag))).isEqualTo(request);
      assertThat(request(operation, ", \"%s\": true".formatted(flag))).isNotEqualTo(request);
    });
  }

  private Object request(String operation, String more) {
    String members = switch (operation) {
      case "CreateImage" -> "\"InstanceId\": \"i-0abcdef1234567890\", \"Name\": \"made\"";
      case "CopyImage" ->
        "\"SourceRegion\": \"us-east-1\", \"SourceImageId\": \"%s\", \"Name\": \"made\""
            .formatted(IMAGE);
      case "DescribeImages" -> "\"ImageIds\": [\"%s\"]".formatted(IMAGE);
      default -> "\"ImageId\": \"%s\"".formatted(IMAGE);
    };
    return requests.read(operation, "{" + members + more + "}").orThrow();
  }

  @Example
  void what_a_launch_says_of_metadata_is_read_as_it_was_written() {
    RunInstances plain =
        RunInstances.builder().imageId(IMAGE).instanceType("m7i.large").build();
    for (RunInstances request : List.of(
        plain,
        plain.toBuilder().httpTokensRequired(true).build(),
        plain.toBuilder().httpPutResponseHopLimit(3).build(),
        plain.toBuilder().httpTokensRequired(false).httpPutResponseHopLimit(1).build())) {
      String text = requests.compact().write(request);
      assertThat((Object) requests.read("RunInstances", text).orThrow()).isEqualTo(request);
    }
    assertThat(requests
            .tree(plain.toBuilder().httpPutResponseHopLimit(3).build())
            .path("MetadataOptions"))
        .hasToString("{\"HttpPutResponseHopLimit\":3}");
    assertThat(requests.tree(plain).has("MetadataOptions")).isFalse();
  }

  @Example
  void a_request_that_breaks_rules_is_refused_with_all_of_them() {
    assertThat(requests
            .read("CopyImage", "{\"SourceImageId\": \"ami-1\", \"Name\": \"copy\"}")
            .refusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.violations())
            .extracting(Violation::path)
            .containsExactly("SourceImageId", "SourceRegion"));
  }

  @Example
  void a_member_that_the_library_does_not_know_is_told() {
    assertThat(requests
            .read("DisableImage", "{\"ImageId\": \"ami-0abcdef1234567890\", \"Gently\": true}")
            .unknownMembers())
        .containsExactly("Gently");
  }

  @Example
  void fast_launch_that_says_nothing_has_the_defaults() {
    for (String configuration :
        List.of("", ", \"SnapshotConfiguration\": {}", ", \"MaxParallelLaunches\": 6")) {
      assertThat((Object) requests
              .read(
                  "EnableFastLaunch",
                  "{\"ImageId\": \"ami-0abcdef1234567890\"" + configuration + "}")
              .orThrow())
          .isEqualTo(EnableFastLaunch.of(IMAGE));
    }
  }

  @Example
  void requests_of_fast_launch_are_read_as_they_were_written() {
    for (Operation<?> request : List.of(
        EnableFastLaunch.builder()
            .imageId(IMAGE)
            .targetResourceCount(9)
            .maxParallelLaunches(8)
            .resourceType(FastLaunchResourceType.of("volume"))
            .launchTemplate(LaunchTemplateSpecification.ofName("golden", "1"))
            .build(),
        new DisableFastLaunch(IMAGE, true),
        new DisableFastLaunch(IMAGE),
        DescribeFastLaunchImages.ofImages(IMAGE).on(PageRequest.of(5)))) {
      assertThat((Object) requests
              .read(requests.operation(request), requests.compact().write(request))
              .orThrow())
          .isEqualTo(request);
    }
  }

  @Example
  void an_operation_that_nobody_knows_has_no_requests() {
    assertThatIllegalArgumentException().isThrownBy(() -> requests.read("DescribeVpcs", "{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> requests.write(new MyOperation()));
  }

  @Example
  void null_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> requests.read(null, "{}"))
        .withMessage("operation");
    assertThatNullPointerException()
        .isThrownBy(() -> requests.read("DisableImage", (String) null))
        .withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> requests.write(null)).withMessage("request");
    assertThatNullPointerException().isThrownBy(() -> requests.tree(null)).withMessage("request");
    assertThatNullPointerException()
        .isThrownBy(() -> AmiJson.image().tree(null))
        .withMessage("value");
  }

  private record MyOperation() implements Operation<String> {
    @Override
    public Outcome<String> decide(Situation situation) {
      return Outcome.from(situation.state()).done("done");
    }
  }
}
