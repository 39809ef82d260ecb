package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.WatermarkKey;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.DeviceArbitraries;
import dev.amikit.testkit.arbitrary.IdArbitraries;
import dev.amikit.word.Word;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;

/** Every type of the library that has a text form keeps its promise. */
@SuppressWarnings("ClassCanBeStatic") // groups of jqwik are inner classes
class TextFormTest {
  @Group
  class Of_AccountId implements TextFormContract<AccountId> {
    @Override
    public Arbitrary<AccountId> values() {
      return IdArbitraries.accountIds();
    }

    @Override
    public AccountId read(String text) {
      return AccountId.of(text);
    }
  }

  @Group
  class Of_Arn implements TextFormContract<Arn> {
    @Override
    public Arbitrary<Arn> values() {
      return IdArbitraries.arns();
    }

    @Override
    public Arn read(String text) {
      return Arn.parse(text);
    }
  }

  @Group
  class Of_FastLaunchId implements TextFormContract<FastLaunchId> {
    @Override
    public Arbitrary<FastLaunchId> values() {
      return IdArbitraries.fastLaunchIds();
    }

    @Override
    public FastLaunchId read(String text) {
      return FastLaunchId.parse(text);
    }
  }

  @Group
  class Of_TaskSubject implements TextFormContract<TaskSubject> {
    @Override
    public Arbitrary<TaskSubject> values() {
      return IdArbitraries.taskSubjects();
    }

    @Override
    public TaskSubject read(String text) {
      return TaskSubject.parse(text);
    }
  }

  @Group
  class Of_ImageId implements TextFormContract<ImageId> {
    @Override
    public Arbitrary<ImageId> values() {
      return IdArbitraries.imageIds();
    }

    @Override
    public ImageId read(String text) {
      return ImageId.of(text);
    }
  }

  @Group
  class Of_ImageParameter implements TextFormContract<ImageParameter> {
    @Override
    public Arbitrary<ImageParameter> values() {
      return IdArbitraries.imageParameters();
    }

    @Override
    public ImageParameter read(String text) {
      return ImageParameter.parse(text);
    }
  }

  @Group
  class Of_InstanceId implements TextFormContract<InstanceId> {
    @Override
    public Arbitrary<InstanceId> values() {
      return IdArbitraries.instanceIds();
    }

    @Override
    public InstanceId read(String text) {
      return InstanceId.of(text);
    }
  }

  @Group
  class Of_KernelId implements TextFormContract<KernelId> {
    @Override
    public Arbitrary<KernelId> values() {
      return IdArbitraries.kernelIds();
    }

    @Override
    public KernelId read(String text) {
      return KernelId.of(text);
    }
  }

  @Group
  class Of_KmsKeyId implements TextFormContract<KmsKeyId> {
    @Override
    public Arbitrary<KmsKeyId> values() {
      return IdArbitraries.kmsKeyIds();
    }

    @Override
    public KmsKeyId read(String text) {
      return KmsKeyId.of(text);
    }
  }

  @Group
  class Of_OrganizationArn implements TextFormContract<OrganizationArn> {
    @Override
    public Arbitrary<OrganizationArn> values() {
      return IdArbitraries.organizationArns();
    }

    @Override
    public OrganizationArn read(String text) {
      return OrganizationArn.of(text);
    }
  }

  @Group
  class Of_OrganizationalUnitArn implements TextFormContract<OrganizationalUnitArn> {
    @Override
    public Arbitrary<OrganizationalUnitArn> values() {
      return IdArbitraries.organizationalUnitArns();
    }

    @Override
    public OrganizationalUnitArn read(String text) {
      return OrganizationalUnitArn.of(text);
    }
  }

  @Group
  class Of_RamdiskId implements TextFormContract<RamdiskId> {
    @Override
    public Arbitrary<RamdiskId> values() {
      return IdArbitraries.ramdiskIds();
    }

    @Override
    public RamdiskId read(String text) {
      return RamdiskId.of(text);
    }
  }

  @Group
  class Of_Region implements TextFormContract<Region> {
    @Override
    public Arbitrary<Region> values() {
      return IdArbitraries.regions();
    }

    @Override
    public Region read(String text) {
      return Region.of(text);
    }
  }

  @Group
  class Of_SnapshotId implements TextFormContract<SnapshotId> {
    @Override
    public Arbitrary<SnapshotId> values() {
      return IdArbitraries.snapshotIds();
    }

    @Override
    public SnapshotId read(String text) {
      return SnapshotId.of(text);
    }
  }

  @Group
  class Of_VolumeId implements TextFormContract<VolumeId> {
    @Override
    public Arbitrary<VolumeId> values() {
      return IdArbitraries.volumeIds();
    }

    @Override
    public VolumeId read(String text) {
      return VolumeId.of(text);
    }
  }

  @Group
  class Of_DeviceName implements TextFormContract<DeviceName> {
    @Override
    public Arbitrary<DeviceName> values() {
      return DeviceArbitraries.deviceNames();
    }

    @Override
    public DeviceName read(String text) {
      return DeviceName.of(text);
    }
  }

  @Group
  class Of_ImageName implements TextFormContract<ImageName> {
    @Override
    public Arbitrary<ImageName> values() {
      return AmiArbitraries.existingNames();
    }

    @Override
    public ImageName read(String text) {
      return ImageName.of(text);
    }
  }

  @Group
  class Of_AmiState implements TextFormContract<AmiState> {
    @Override
    public Arbitrary<AmiState> values() {
      return AmiArbitraries.states();
    }

    @Override
    public AmiState read(String text) {
      return AmiState.of(text);
    }
  }

  @Group
  class Of_WatermarkKey implements TextFormContract<WatermarkKey> {
    @Override
    public Arbitrary<WatermarkKey> values() {
      return AmiArbitraries.watermarkKeys();
    }

    @Override
    public WatermarkKey read(String text) {
      return WatermarkKey.parse(text);
    }
  }

  @Group
  class Of_DeregistrationProtection implements TextFormContract<DeregistrationProtection> {
    @Override
    public Arbitrary<DeregistrationProtection> values() {
      return AmiArbitraries.deregistrationProtections();
    }

    @Override
    public DeregistrationProtection read(String text) {
      return DeregistrationProtection.parse(text);
    }
  }

  @Group
  class Of_ImageAttributeName implements TextFormContract<ImageAttributeName> {
    @Override
    public Arbitrary<ImageAttributeName> values() {
      return Arbitraries.of(ImageAttributeName.class);
    }

    @Override
    public ImageAttributeName read(String text) {
      return ImageAttributeName.of(text);
    }
  }

  @Property
  void the_text_of_a_word_reads_back_as_an_equal_word(@ForAll Word word) {
    assertThat(word.words().get(word.toString())).isEqualTo(word).hasSameHashCodeAs(word);
  }
}
