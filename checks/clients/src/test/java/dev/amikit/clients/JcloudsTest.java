package dev.amikit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.endpoint.AmiEndpoint;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Properties;
import org.jclouds.ContextBuilder;
import org.jclouds.aws.AWSResponseException;
import org.jclouds.aws.ec2.AWSEC2Api;
import org.jclouds.aws.ec2.config.AWSEC2HttpApiModule;
import org.jclouds.aws.filters.FormSignerV4.ServiceAndRegion;
import org.jclouds.ec2.domain.Image;
import org.jclouds.ec2.domain.Snapshot;
import org.jclouds.ec2.domain.Tag;
import org.jclouds.ec2.domain.Volume;
import org.jclouds.ec2.features.AMIApi;
import org.jclouds.ec2.features.ElasticBlockStoreApi;
import org.jclouds.ec2.options.CreateSnapshotOptions;
import org.jclouds.ec2.options.DescribeImagesOptions;
import org.jclouds.ec2.options.DescribeSnapshotsOptions;
import org.jclouds.ec2.options.RegisterImageBackedByEbsOptions;
import org.jclouds.location.config.LocationModule;
import org.jclouds.location.suppliers.ZoneIdToURISupplier;
import org.jclouds.location.suppliers.derived.ZoneIdToURIFromJoinOnRegionIdToURI;
import org.jclouds.rest.AuthorizationException;
import org.jclouds.rest.ConfiguresHttpApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The client of Apache jclouds for EC2, which speaks the query protocol by itself, over loopback.
 */
class JcloudsTest {
  private static final String OWNER = "111122223333";
  private static final String FRIEND = "444455556666";
  private static final String HERE = "us-east-1";
  private static final String ZONE = "us-east-1a";

  private final AmiEndpoint endpoint =
      AmiEndpoint.start(InMemoryAmiRegistry.create(Clock.systemUTC()));
  private final AWSEC2Api api = api();
  private final AMIApi images = api.getAMIApi().get();
  private final ElasticBlockStoreApi storage = api.getElasticBlockStoreApi().get();

  @AfterEach
  void stop() throws IOException {
    api.close();
    endpoint.close();
  }

  @Test
  void volumes_and_snapshots_come_and_go() {
    Volume volume = storage.createVolumeInAvailabilityZone(ZONE, 8);
    Snapshot snapshot = storage.createSnapshotInRegion(
        HERE, volume.getId(), CreateSnapshotOptions.Builder.withDescription("über"));

    assertThat(volume.getSize()).isEqualTo(8);
    assertThat(storage.describeVolumesInRegion(HERE, volume.getId()))
        .extracting(Volume::getStatus)
        .containsExactly(Volume.Status.AVAILABLE);
    assertThat(storage.describeSnapshotsInRegion(
            HERE, DescribeSnapshotsOptions.Builder.snapshotIds(snapshot.getId())))
        .extracting(Snapshot::getDescription, Snapshot::getStatus, Snapshot::getVolumeSize)
        .containsExactly(tuple("über", Snapshot.Status.COMPLETED, 8));
    assertThat(storage.describeSnapshotsInRegionWithFilter(
            HERE, ImmutableMultimap.of("volume-id", volume.getId())))
        .hasSize(1);
    storage.addCreateVolumePermissionsToSnapshotInRegion(
        HERE, ImmutableSet.of(FRIEND), ImmutableSet.of(), snapshot.getId());
    assertThat(storage
            .getCreateVolumePermissionForSnapshotInRegion(HERE, snapshot.getId())
            .getUserIds())
        .containsExactly(FRIEND);
    storage.removeCreateVolumePermissionsFromSnapshotInRegion(
        HERE, ImmutableSet.of(FRIEND), ImmutableSet.of(), snapshot.getId());
    storage.resetCreateVolumePermissionsOnSnapshotInRegion(HERE, snapshot.getId());
    assertThat(storage
            .getCreateVolumePermissionForSnapshotInRegion(HERE, snapshot.getId())
            .getUserIds())
        .isEmpty();
    assertThat(storage
            .createVolumeFromSnapshotInAvailabilityZone(ZONE, snapshot.getId())
            .getSnapshotId())
        .isEqualTo(snapshot.getId());
    storage.deleteSnapshotInRegion(HERE, snapshot.getId());
    storage.deleteVolumeInRegion(HERE, volume.getId());
    assertThat(storage.describeSnapshotsInRegion(
            HERE, DescribeSnapshotsOptions.Builder.ownedBy("self")))
        .isEmpty();
  }

  @Test
  void an_image_is_registered_found_shared_and_deregistered() {
    String id = image("golden");
    Image image = Iterables.getOnlyElement(
        images.describeImagesInRegion(HERE, DescribeImagesOptions.Builder.imageIds(id)));

    assertThat(image.getName()).isEqualTo("golden");
    assertThat(image.getDescription()).isEqualTo("über & <unter>");
    assertThat(image.getImageOwnerId()).isEqualTo(OWNER);
    assertThat(image.getImageState()).isEqualTo(Image.ImageState.AVAILABLE);
    assertThat(image.getArchitecture()).isEqualTo(Image.Architecture.X86_64);
    assertThat(image.getEbsBlockDevices()).containsKey("/dev/sda1");
    // EC2 has not told them as an attribute for long.
    assertThatThrownBy(() -> images.getBlockDeviceMappingsForImageInRegion(HERE, id))
        .isInstanceOf(AuthorizationException.class);
    assertThat(images.describeImagesInRegionWithFilter(
            HERE,
            ImmutableMultimap.of("name", "gold*"),
            DescribeImagesOptions.Builder.ownedBy("self")))
        .hasSize(1);

    images.addLaunchPermissionsToImageInRegion(
        HERE, ImmutableSet.of(FRIEND), ImmutableSet.of(), id);
    assertThat(images.getLaunchPermissionForImageInRegion(HERE, id).getUserIds())
        .containsExactly(FRIEND);
    images.removeLaunchPermissionsFromImageInRegion(
        HERE, ImmutableSet.of(FRIEND), ImmutableSet.of(), id);
    images.resetLaunchPermissionsOnImageInRegion(HERE, id);
    assertThat(images.getLaunchPermissionForImageInRegion(HERE, id).getUserIds())
        .isEmpty();

    images.deregisterImageInRegion(HERE, id);
    assertThat(images.describeImagesInRegion(HERE, DescribeImagesOptions.Builder.ownedBy("self")))
        .isEmpty();
  }

  @Test
  void tags_are_put_on_listed_and_taken_off() {
    String id = image("golden");
    api.getTagApi().get().applyToResources(ImmutableMap.of("env", "prod"), ImmutableSet.of(id));

    assertThat(api.getTagApi().get().list())
        .extracting(Tag::getResourceId, Tag::getKey, tag -> tag.getValue().orNull())
        .containsExactly(tuple(id, "env", "prod"));
    assertThat(Iterables.getOnlyElement(
                images.describeImagesInRegion(HERE, DescribeImagesOptions.Builder.imageIds(id)))
            .getTags())
        .containsEntry("env", "prod");
    api.getTagApi()
        .get()
        .conditionallyDeleteFromResources(ImmutableMap.of("env", "test"), ImmutableSet.of(id));
    assertThat(api.getTagApi().get().list()).hasSize(1);
    api.getTagApi().get().deleteFromResources(ImmutableSet.of("env"), ImmutableSet.of(id));
    assertThat(api.getTagApi().get().list()).isEmpty();
  }

  @Test
  void a_refusal_is_read_as_EC2_s() {
    image("golden");

    assertThatThrownBy(() -> image("golden"))
        .hasRootCauseInstanceOf(AWSResponseException.class)
        .rootCause()
        .isInstanceOfSatisfying(
            AWSResponseException.class,
            refused ->
                assertThat(refused.getError().getCode()).isEqualTo("InvalidAMIName.Duplicate"));
  }

  private String image(String name) {
    String volume = storage.createVolumeInAvailabilityZone(ZONE, 8).getId();
    String snapshot = storage.createSnapshotInRegion(HERE, volume).getId();
    return images.registerUnixImageBackedByEbsInRegion(
        HERE,
        name,
        snapshot,
        RegisterImageBackedByEbsOptions.Builder.withDescription("über & <unter>")
            .asArchitecture(Image.Architecture.X86_64));
  }

  private AWSEC2Api api() {
    Properties places = new Properties();
    places.setProperty("jclouds.regions", HERE);
    places.setProperty("jclouds.region." + HERE + ".zones", ZONE);
    return ContextBuilder.newBuilder("aws-ec2")
        .credentials(OWNER, "any")
        .endpoint(endpoint.uri().toString())
        .overrides(places)
        .modules(ImmutableSet.of(new ConfiguredPlaces()))
        .buildApi(AWSEC2Api.class);
  }

  /**
   * Left alone, jclouds asks EC2 for its Regions and zones, and speaks to them by HTTPS alone; and
   * it reads the Region that it signs for out of the name of the host.
   */
  @ConfiguresHttpApi
  private static final class ConfiguredPlaces extends AWSEC2HttpApiModule {
    @Override
    protected void installLocations() {
      install(new LocationModule());
      bind(ZoneIdToURISupplier.class).to(ZoneIdToURIFromJoinOnRegionIdToURI.class);
    }

    @Override
    protected void configure() {
      super.configure();
      bind(ServiceAndRegion.class).toInstance(new ServiceAndRegion() {
        @Override
        public String service() {
          return "ec2";
        }

        @Override
        public String region(String host) {
          return HERE;
        }
      });
    }
  }
}
