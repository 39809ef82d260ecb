package dev.amikit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.ec2.AmazonEC2;
import com.amazonaws.services.ec2.AmazonEC2ClientBuilder;
import com.amazonaws.services.ec2.model.AmazonEC2Exception;
import com.amazonaws.services.ec2.model.BlockDeviceMapping;
import com.amazonaws.services.ec2.model.CopyImageRequest;
import com.amazonaws.services.ec2.model.CreateImageRequest;
import com.amazonaws.services.ec2.model.CreateSnapshotRequest;
import com.amazonaws.services.ec2.model.CreateTagsRequest;
import com.amazonaws.services.ec2.model.CreateVolumeRequest;
import com.amazonaws.services.ec2.model.DeleteSnapshotRequest;
import com.amazonaws.services.ec2.model.DeleteTagsRequest;
import com.amazonaws.services.ec2.model.DeregisterImageRequest;
import com.amazonaws.services.ec2.model.DescribeImageAttributeRequest;
import com.amazonaws.services.ec2.model.DescribeImagesRequest;
import com.amazonaws.services.ec2.model.DescribeInstancesRequest;
import com.amazonaws.services.ec2.model.DescribeSnapshotsRequest;
import com.amazonaws.services.ec2.model.DescribeSnapshotsResult;
import com.amazonaws.services.ec2.model.DisableImageRequest;
import com.amazonaws.services.ec2.model.EbsBlockDevice;
import com.amazonaws.services.ec2.model.EnableImageDeprecationRequest;
import com.amazonaws.services.ec2.model.EnableImageRequest;
import com.amazonaws.services.ec2.model.Filter;
import com.amazonaws.services.ec2.model.Image;
import com.amazonaws.services.ec2.model.LaunchPermission;
import com.amazonaws.services.ec2.model.LaunchPermissionModifications;
import com.amazonaws.services.ec2.model.ModifyImageAttributeRequest;
import com.amazonaws.services.ec2.model.RegisterImageRequest;
import com.amazonaws.services.ec2.model.RunInstancesRequest;
import com.amazonaws.services.ec2.model.Tag;
import com.amazonaws.services.ec2.model.TagSpecification;
import com.amazonaws.services.ec2.model.TerminateInstancesRequest;
import com.amazonaws.waiters.WaiterParameters;
import dev.amikit.endpoint.AmiEndpoint;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of the AWS SDK for Java 1 for EC2, over loopback. */
class Ec2V1Test {
  private static final String OWNER = "111122223333";
  private static final String FRIEND = "444455556666";

  private final AmiEndpoint endpoint =
      AmiEndpoint.start(InMemoryAmiRegistry.create(Clock.systemUTC()));
  private final AmazonEC2 ec2 = client(OWNER, "us-east-1");

  @AfterEach
  void stop() {
    ec2.shutdown();
    endpoint.close();
  }

  @Test
  void an_image_lives() {
    String snapshot = snapshot();
    String id = image("golden", snapshot);
    Instant inAYear = Instant.now().plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.MINUTES);
    DescribeImagesRequest it = new DescribeImagesRequest().withImageIds(id);
    ec2.waiters().imageAvailable().run(new WaiterParameters<>(it));

    Image image = only(it);
    assertThat(image.getName()).isEqualTo("golden");
    assertThat(image.getDescription()).isEqualTo("über & <unter>");
    assertThat(image.getOwnerId()).isEqualTo(OWNER);
    assertThat(image.getState()).isEqualTo("available");
    assertThat(image.getArchitecture()).isEqualTo("x86_64");
    assertThat(image.getEnaSupport()).isTrue();
    assertThat(image.getPublic()).isFalse();
    assertThat(image.getTags()).containsExactly(new Tag("env", "prod"));
    assertThat(image.getBlockDeviceMappings()).hasSize(2);
    assertThat(image.getBlockDeviceMappings().get(0).getEbs().getSnapshotId()).isEqualTo(snapshot);

    ec2.enableImageDeprecation(
        new EnableImageDeprecationRequest().withImageId(id).withDeprecateAt(Date.from(inAYear)));
    assertThat(Instant.parse(only(it).getDeprecationTime())).isEqualTo(inAYear);
    ec2.disableImage(new DisableImageRequest().withImageId(id));
    assertThat(only(it).getState()).isEqualTo("disabled");
    ec2.enableImage(new EnableImageRequest().withImageId(id));

    assertThat(ec2.dryRun(new DeregisterImageRequest(id)).isSuccessful()).isTrue();
    ec2.deregisterImage(new DeregisterImageRequest(id));
    assertThatThrownBy(() -> ec2.deregisterImage(new DeregisterImageRequest(id)))
        .isInstanceOfSatisfying(AmazonEC2Exception.class, refused -> {
          assertThat(refused.getErrorCode()).isEqualTo("InvalidAMIID.Unavailable");
          assertThat(refused.getStatusCode()).isEqualTo(400);
          assertThat(refused.getRequestId()).isNotBlank();
        });
    ec2.deleteSnapshot(new DeleteSnapshotRequest(snapshot));
  }

  @Test
  void an_image_is_shared_copied_and_launched_by_another_account() {
    String id = image("golden", snapshot());
    ec2.modifyImageAttribute(new ModifyImageAttributeRequest()
        .withImageId(id)
        .withLaunchPermission(new LaunchPermissionModifications()
            .withAdd(new LaunchPermission().withUserId(FRIEND))));
    AmazonEC2 friend = client(FRIEND, "us-east-1");
    AmazonEC2 elsewhere = client(OWNER, "eu-west-1");

    assertThat(ec2.describeImageAttribute(new DescribeImageAttributeRequest(id, "launchPermission"))
            .getImageAttribute()
            .getLaunchPermissions())
        .containsExactly(new LaunchPermission().withUserId(FRIEND));
    assertThat(friend
            .describeImages(new DescribeImagesRequest().withExecutableUsers("self"))
            .getImages())
        .extracting(Image::getImageId)
        .containsExactly(id);
    String instance = friend
        .runInstances(new RunInstancesRequest(id, 1, 1).withInstanceType("t3.micro"))
        .getReservation()
        .getInstances()
        .get(0)
        .getInstanceId();
    assertThat(friend
            .describeInstances(new DescribeInstancesRequest().withInstanceIds(instance))
            .getReservations()
            .get(0)
            .getInstances()
            .get(0)
            .getImageId())
        .isEqualTo(id);
    String made =
        friend.createImage(new CreateImageRequest(instance, "of my own")).getImageId();
    friend.terminateInstances(new TerminateInstancesRequest().withInstanceIds(instance));
    assertThat(friend
            .describeImages(new DescribeImagesRequest().withOwners("self"))
            .getImages())
        .extracting(Image::getImageId)
        .containsExactly(made);
    String copy = elsewhere
        .copyImage(new CopyImageRequest()
            .withSourceImageId(id)
            .withSourceRegion("us-east-1")
            .withName("golden"))
        .getImageId();
    assertThat(elsewhere
            .describeImages(
                new DescribeImagesRequest().withFilters(new Filter("name").withValues("gold*")))
            .getImages())
        .extracting(Image::getImageId)
        .containsExactly(copy);
    friend.shutdown();
    elsewhere.shutdown();
  }

  @Test
  void snapshots_are_listed_page_by_page() {
    for (int i = 0; i < 7; i++) {
      snapshot();
    }
    DescribeSnapshotsRequest request =
        new DescribeSnapshotsRequest().withOwnerIds("self").withMaxResults(5);
    DescribeSnapshotsResult first = ec2.describeSnapshots(request);

    assertThat(first.getSnapshots()).hasSize(5);
    assertThat(
            ec2.describeSnapshots(request.withNextToken(first.getNextToken())).getSnapshots())
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.getSnapshots());
  }

  private Image only(DescribeImagesRequest request) {
    assertThat(ec2.describeImages(request).getImages()).hasSize(1);
    return ec2.describeImages(request).getImages().get(0);
  }

  private String snapshot() {
    String volume =
        ec2.createVolume(new CreateVolumeRequest(8, "us-east-1a")).getVolume().getVolumeId();
    return ec2.createSnapshot(new CreateSnapshotRequest().withVolumeId(volume))
        .getSnapshot()
        .getSnapshotId();
  }

  private String image(String name, String snapshot) {
    String image = ec2.registerImage(new RegisterImageRequest()
            .withName(name)
            .withDescription("über & <unter>")
            .withArchitecture("x86_64")
            .withVirtualizationType("hvm")
            .withEnaSupport(true)
            .withRootDeviceName("/dev/xvda")
            .withBlockDeviceMappings(
                new BlockDeviceMapping()
                    .withDeviceName("/dev/xvda")
                    .withEbs(new EbsBlockDevice().withSnapshotId(snapshot)),
                new BlockDeviceMapping()
                    .withDeviceName("/dev/sdb")
                    .withEbs(new EbsBlockDevice().withVolumeSize(4).withVolumeType("gp3")))
            .withTagSpecifications(new TagSpecification()
                .withResourceType("image")
                .withTags(new Tag("stage", "test"))))
        .getImageId();
    ec2.createTags(new CreateTagsRequest().withResources(image).withTags(new Tag("env", "prod")));
    ec2.deleteTags(new DeleteTagsRequest().withResources(image).withTags(new Tag("stage")));
    return image;
  }

  private AmazonEC2 client(String account, String region) {
    return AmazonEC2ClientBuilder.standard()
        .withEndpointConfiguration(new EndpointConfiguration(endpoint.uri().toString(), region))
        .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials(account, "any")))
        .build();
  }
}
