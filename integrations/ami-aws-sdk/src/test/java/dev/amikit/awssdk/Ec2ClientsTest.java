package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.ec2.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ArchitectureValues;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ImageState;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** The SDK's clients do in a registry what they do in EC2. */
@SuppressWarnings("unchecked") // lists of the SDK are varargs of a generic type
class Ec2ClientsTest {
  private static final String OWNER = "111122223333";
  private static final String FRIEND = "444455556666";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T12:00:00Z"));
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
      clock,
      RegistrySettings.builder()
          .completion(Task.Kind.IMAGE_REGISTRATION, CompletionPolicy.after(Duration.ofMinutes(5)))
          .build());
  private final Ec2Clients clients = Ec2Clients.of(registry).waiting(clock::pass);
  private final Ec2Client ec2 = clients.client(OWNER, Region.US_EAST_1);

  @Test
  void an_image_is_registered_described_and_deregistered() {
    String imageId = register("golden");

    Image image = ec2.describeImages(r -> r.imageIds(imageId)).images().get(0);

    assertThat(image.name()).isEqualTo("golden");
    assertThat(image.state()).isEqualTo(ImageState.PENDING);
    assertThat(image.publicLaunchPermissions()).isFalse();
    assertThat(image.blockDeviceMappings()).singleElement().satisfies(mapping -> {
      assertThat(mapping.deviceName()).isEqualTo("/dev/xvda");
      assertThat(mapping.ebs().volumeType()).isEqualTo(VolumeType.GP3);
    });
    assertThat(ec2.deregisterImage(r -> r.imageId(imageId)).returnValue()).isTrue();
    assertThat(ec2.describeImages(r -> r.owners("self")).images()).isEmpty();
  }

  @Test
  void a_waiter_moves_the_clock_until_the_image_is_available() {
    String imageId = register("golden");
    Instant before = clock.instant();

    WaiterResponse<DescribeImagesResponse> waited =
        ec2.waiter().waitUntilImageAvailable(r -> r.imageIds(imageId));

    assertThat(waited.matched().response())
        .hasValueSatisfying(
            found -> assertThat(found.images().get(0).state()).isEqualTo(ImageState.AVAILABLE));
    assertThat(waited.attemptsExecuted()).isEqualTo(21);
    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofMinutes(5)));
  }

  @Test
  void a_waiter_of_the_asynchronous_client_moves_the_clock_too() {
    Ec2AsyncClient async = clients.asyncClient(OWNER, Region.US_EAST_1);
    String imageId = register("golden");

    WaiterResponse<DescribeImagesResponse> waited =
        async.waiter().waitUntilImageAvailable(r -> r.imageIds(imageId)).join();

    assertThat(waited.attemptsExecuted()).isEqualTo(21);
    assertThat(async.describeImages(r -> r.owners("self")).join().images())
        .extracting(Image::state)
        .containsExactly(ImageState.AVAILABLE);
  }

  @Test
  void a_paginator_goes_through_all_pages() {
    for (int i = 0; i < 23; i++) {
      register("golden-" + i);
    }

    assertThat(ec2.describeImagesPaginator(r -> r.owners("self").maxResults(10)))
        .extracting(page -> page.images().size())
        .containsExactly(10, 10, 3);
  }

  @Test
  void a_refusal_is_the_exception_of_the_sdk_with_EC2s_code_and_words() {
    assertThatThrownBy(() -> ec2.describeImages(r -> r.imageIds("ami-0123456789abcdef0")))
        .isInstanceOfSatisfying(Ec2Exception.class, refused -> {
          assertThat(refused.statusCode()).isEqualTo(400);
          assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidAMIID.NotFound");
          assertThat(refused.awsErrorDetails().errorMessage())
              .isEqualTo("The image id '[ami-0123456789abcdef0]' does not exist");
          assertThat(refused.requestId()).isNotEmpty();
          assertThat(refused
                  .awsErrorDetails()
                  .sdkHttpResponse()
                  .firstMatchingHeader("x-amikit-violation"))
              .hasValueSatisfying(told -> assertThat(told).contains("image"));
        });
  }

  @Test
  void an_image_is_shared_with_an_account_and_with_everyone() {
    String imageId = register("golden");
    ec2.waiter().waitUntilImageAvailable(r -> r.imageIds(imageId));

    ec2.modifyImageAttribute(
        r -> r.imageId(imageId).launchPermission(p -> p.add(add -> add.userId(FRIEND))));
    Ec2Client friend = clients.client(FRIEND, Region.US_EAST_1);
    assertThat(friend.describeImages(r -> r.executableUsers("self")).images()).hasSize(1);

    ec2.disableImageBlockPublicAccess(r -> {});
    ec2.modifyImageAttribute(r ->
        r.imageId(imageId).attribute("launchPermission").operationType("add").userGroups("all"));
    assertThat(friend.describeImages(r -> r.imageIds(imageId)).images())
        .extracting(Image::publicLaunchPermissions)
        .containsExactly(true);
    Ami ami = registry.state().image(Region.US_EAST_1, ImageId.of(imageId)).orElseThrow();
    assertThat(ami.isPublic()).isTrue();
  }

  @Test
  void an_operation_that_is_not_modelled_is_answered_as_an_unknown_one() {
    assertThatThrownBy(() -> ec2.describeVpcs())
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            refused -> assertThat(refused.awsErrorDetails().errorMessage())
                .isEqualTo("The action DescribeVpcs is not valid for this web service."));
  }

  private String register(String name) {
    String volumeId = ec2.createVolume(
            r -> r.availabilityZone("us-east-1a").size(8).volumeType(VolumeType.GP3))
        .volumeId();
    String snapshotId = ec2.createSnapshot(r -> r.volumeId(volumeId)).snapshotId();
    return ec2.registerImage(r -> r.name(name)
            .architecture(ArchitectureValues.X86_64)
            .virtualizationType("hvm")
            .rootDeviceName("/dev/xvda")
            .blockDeviceMappings(m -> m.deviceName("/dev/xvda")
                .ebs(e -> e.snapshotId(snapshotId).volumeType(VolumeType.GP3))))
        .imageId();
  }
}
