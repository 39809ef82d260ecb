package dev.amikit.testkit.contract;

import dev.amikit.device.DeviceName;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.DeviceArbitraries;
import dev.amikit.testkit.arbitrary.IdArbitraries;
import dev.amikit.testkit.arbitrary.WordArbitraries;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Group;

/** Every type of the library that has a text form keeps its promise. */
class TextFormProperties {
  @Rules({"ID-13", "ACCT-02"})
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

  @Rules({"ID-19"})
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

  @Rules({"ID-01", "ID-05"})
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

  @Rules({"ID-01"})
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

  @Rules({"ID-01"})
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

  @Rules({"PERM-07"})
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

  @Rules({"PERM-08"})
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

  @Rules({"ID-01"})
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

  @Rules({"ID-16"})
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

  @Rules({"ID-01"})
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

  @Rules({"ID-06"})
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

  @Rules({"NAME-08"})
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

  @Rules({"LIFE-01"})
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

  @Rules({"WMK-06"})
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

  @Rules({"PROT-04"})
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
  class Of_ImageType implements TextFormContract<ImageType> {
    @Override
    public Arbitrary<ImageType> values() {
      return Arbitraries.of(ImageType.class);
    }

    @Override
    public ImageType read(String text) {
      return ImageType.of(text);
    }
  }

  @Group
  class Of_Platform implements TextFormContract<Platform> {
    @Override
    public Arbitrary<Platform> values() {
      return Arbitraries.of(Platform.class);
    }

    @Override
    public Platform read(String text) {
      return Platform.of(text);
    }
  }

  @Group
  class Of_Architecture implements TextFormContract<Architecture> {
    @Override
    public Arbitrary<Architecture> values() {
      return WordArbitraries.wordsOf(Architecture.WORDS);
    }

    @Override
    public Architecture read(String text) {
      return Architecture.of(text);
    }
  }

  @Group
  class Of_BootMode implements TextFormContract<BootMode> {
    @Override
    public Arbitrary<BootMode> values() {
      return WordArbitraries.wordsOf(BootMode.WORDS);
    }

    @Override
    public BootMode read(String text) {
      return BootMode.of(text);
    }
  }

  @Group
  class Of_DeviceType implements TextFormContract<DeviceType> {
    @Override
    public Arbitrary<DeviceType> values() {
      return WordArbitraries.wordsOf(DeviceType.WORDS);
    }

    @Override
    public DeviceType read(String text) {
      return DeviceType.of(text);
    }
  }

  @Group
  class Of_Hypervisor implements TextFormContract<Hypervisor> {
    @Override
    public Arbitrary<Hypervisor> values() {
      return WordArbitraries.wordsOf(Hypervisor.WORDS);
    }

    @Override
    public Hypervisor read(String text) {
      return Hypervisor.of(text);
    }
  }

  @Group
  class Of_ImdsSupport implements TextFormContract<ImdsSupport> {
    @Override
    public Arbitrary<ImdsSupport> values() {
      return WordArbitraries.wordsOf(ImdsSupport.WORDS);
    }

    @Override
    public ImdsSupport read(String text) {
      return ImdsSupport.of(text);
    }
  }

  @Group
  class Of_SriovNetSupport implements TextFormContract<SriovNetSupport> {
    @Override
    public Arbitrary<SriovNetSupport> values() {
      return WordArbitraries.wordsOf(SriovNetSupport.WORDS);
    }

    @Override
    public SriovNetSupport read(String text) {
      return SriovNetSupport.of(text);
    }
  }

  @Group
  class Of_TpmSupport implements TextFormContract<TpmSupport> {
    @Override
    public Arbitrary<TpmSupport> values() {
      return WordArbitraries.wordsOf(TpmSupport.WORDS);
    }

    @Override
    public TpmSupport read(String text) {
      return TpmSupport.of(text);
    }
  }

  @Group
  class Of_VirtualizationType implements TextFormContract<VirtualizationType> {
    @Override
    public Arbitrary<VirtualizationType> values() {
      return WordArbitraries.wordsOf(VirtualizationType.WORDS);
    }

    @Override
    public VirtualizationType read(String text) {
      return VirtualizationType.of(text);
    }
  }

  @Group
  class Of_OwnerAlias implements TextFormContract<OwnerAlias> {
    @Override
    public Arbitrary<OwnerAlias> values() {
      return WordArbitraries.wordsOf(OwnerAlias.WORDS);
    }

    @Override
    public OwnerAlias read(String text) {
      return OwnerAlias.of(text);
    }
  }

  @Group
  class Of_ProductCodeType implements TextFormContract<ProductCodeType> {
    @Override
    public Arbitrary<ProductCodeType> values() {
      return WordArbitraries.wordsOf(ProductCodeType.WORDS);
    }

    @Override
    public ProductCodeType read(String text) {
      return ProductCodeType.of(text);
    }
  }

  @Group
  class Of_LockMode implements TextFormContract<LockMode> {
    @Override
    public Arbitrary<LockMode> values() {
      return WordArbitraries.wordsOf(LockMode.WORDS);
    }

    @Override
    public LockMode read(String text) {
      return LockMode.of(text);
    }
  }

  @Group
  class Of_LockState implements TextFormContract<LockState> {
    @Override
    public Arbitrary<LockState> values() {
      return WordArbitraries.wordsOf(LockState.WORDS);
    }

    @Override
    public LockState read(String text) {
      return LockState.of(text);
    }
  }

  @Group
  class Of_SnapshotState implements TextFormContract<SnapshotState> {
    @Override
    public Arbitrary<SnapshotState> values() {
      return WordArbitraries.wordsOf(SnapshotState.WORDS);
    }

    @Override
    public SnapshotState read(String text) {
      return SnapshotState.of(text);
    }
  }

  @Group
  class Of_SseType implements TextFormContract<SseType> {
    @Override
    public Arbitrary<SseType> values() {
      return WordArbitraries.wordsOf(SseType.WORDS);
    }

    @Override
    public SseType read(String text) {
      return SseType.of(text);
    }
  }

  @Group
  class Of_StorageTier implements TextFormContract<StorageTier> {
    @Override
    public Arbitrary<StorageTier> values() {
      return WordArbitraries.wordsOf(StorageTier.WORDS);
    }

    @Override
    public StorageTier read(String text) {
      return StorageTier.of(text);
    }
  }

  @Group
  class Of_TieringOperationStatus implements TextFormContract<TieringOperationStatus> {
    @Override
    public Arbitrary<TieringOperationStatus> values() {
      return WordArbitraries.wordsOf(TieringOperationStatus.WORDS);
    }

    @Override
    public TieringOperationStatus read(String text) {
      return TieringOperationStatus.of(text);
    }
  }

  @Group
  class Of_TransferType implements TextFormContract<TransferType> {
    @Override
    public Arbitrary<TransferType> values() {
      return WordArbitraries.wordsOf(TransferType.WORDS);
    }

    @Override
    public TransferType read(String text) {
      return TransferType.of(text);
    }
  }

  @Group
  class Of_VolumeType implements TextFormContract<VolumeType> {
    @Override
    public Arbitrary<VolumeType> values() {
      return WordArbitraries.wordsOf(VolumeType.WORDS);
    }

    @Override
    public VolumeType read(String text) {
      return VolumeType.of(text);
    }
  }
}
