package dev.amikit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.awssdk.Ec2Clients;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Architecture;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.RegisterImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.aws2.ec2.AWS2EC2Component;
import org.apache.camel.component.aws2.ec2.AWS2EC2Constants;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Camel's component for EC2 with a client in the same process. */
class CamelTest {
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.systemUTC());
  private final Ec2 ec2 = registry.account("111122223333").in(Region.US_EAST_1);
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ImageId image = ec2.registerImage(RegisterImage.builder()
      .name("golden")
      .hvm(Architecture.X86_64)
      .ebsRoot(
          "/dev/xvda",
          ec2.createSnapshot(
                  ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
              .snapshotId())
      .build());

  @BeforeEach
  void start() {
    Ec2Client client = Ec2Clients.of(registry).client("111122223333", Region.US_EAST_1);
    AWS2EC2Component component = new AWS2EC2Component();
    component.getConfiguration().setAmazonEc2Client(client);
    camel.addComponent("aws2-ec2", component);
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void instances_are_launched_tagged_stopped_started_and_terminated() {
    Instance instance = send(
            RunInstancesResponse.class,
            "createAndRunInstances",
            Map.of(
                AWS2EC2Constants.IMAGE_ID,
                image.value(),
                AWS2EC2Constants.INSTANCE_TYPE,
                InstanceType.T3_MICRO,
                AWS2EC2Constants.INSTANCE_MIN_COUNT,
                1,
                AWS2EC2Constants.INSTANCE_MAX_COUNT,
                1))
        .instances()
        .get(0);
    Map<String, Object> it = Map.of(AWS2EC2Constants.INSTANCES_IDS, List.of(instance.instanceId()));

    assertThat(instance.imageId()).isEqualTo(image.value());
    send(
        Object.class,
        "createTags",
        Map.of(
            AWS2EC2Constants.INSTANCES_IDS, List.of(instance.instanceId()),
            AWS2EC2Constants.INSTANCES_TAGS,
                List.of(Tag.builder().key("env").value("prod").build())));
    assertThat(described(it).tags())
        .containsExactly(Tag.builder().key("env").value("prod").build());
    send(Object.class, "stopInstances", it);
    assertThat(described(it).state().name()).isEqualTo(InstanceStateName.STOPPED);
    send(Object.class, "startInstances", it);
    assertThat(described(it).state().name()).isEqualTo(InstanceStateName.RUNNING);
    send(Object.class, "terminateInstances", it);
    assertThat(described(it).state().name()).isEqualTo(InstanceStateName.TERMINATED);
  }

  @Test
  void a_refusal_comes_through_as_the_exception_of_the_SDK() {
    assertThatThrownBy(() -> send(
            Object.class,
            "createAndRunInstances",
            Map.of(
                AWS2EC2Constants.IMAGE_ID,
                "ami-0123456789abcdef0",
                AWS2EC2Constants.INSTANCE_TYPE,
                InstanceType.T3_MICRO,
                AWS2EC2Constants.INSTANCE_MIN_COUNT,
                1,
                AWS2EC2Constants.INSTANCE_MAX_COUNT,
                1)))
        .isInstanceOf(CamelExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            refused -> assertThat(refused.awsErrorDetails().errorCode())
                .isEqualTo("InvalidAMIID.NotFound"));
  }

  private Instance described(Map<String, Object> which) {
    return send(DescribeInstancesResponse.class, "describeInstances", which)
        .reservations()
        .get(0)
        .instances()
        .get(0);
  }

  private <T> T send(Class<T> answer, String operation, Map<String, Object> headers) {
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      return answer.cast(
          template.requestBodyAndHeaders("aws2-ec2://test?operation=" + operation, null, headers));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
