package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.mapped;
import static dev.amikit.jackson.Forms.shared;
import static dev.amikit.jackson.Forms.text;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.amikit.device.DeviceName;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.StateReason;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The tables of EC2's shapes, members in the order of the service model: here those that occur in
 * many others, in {@link ImageShapes} and so on those of a chapter.
 */
final class Shapes {
  static final Form<ImageId> IMAGE_ID = text(ImageId::of);
  static final Form<SnapshotId> SNAPSHOT_ID = text(SnapshotId::of);
  static final Form<KernelId> KERNEL_ID = shared(text(KernelId::of));
  static final Form<RamdiskId> RAMDISK_ID = shared(text(RamdiskId::of));
  static final Form<AccountId> ACCOUNT_ID = shared(text(AccountId::of));
  static final Form<Region> REGION = shared(text(Region::of));
  static final Form<KmsKeyId> KMS_KEY_ID = shared(text(KmsKeyId::of));
  static final Form<Arn> ARN = shared(text(Arn::parse));
  static final Form<DeviceName> DEVICE_NAME = shared(text(DeviceName::of));
  static final Form<InstanceId> INSTANCE_ID = text(InstanceId::of);
  static final Form<VolumeId> VOLUME_ID = text(VolumeId::of);
  static final Form<VolumeType> VOLUME_TYPE = text(VolumeType::of);
  static final Form<OwnerAlias> OWNER_ALIAS = text(OwnerAlias::of);
  static final Form<String> WORDS = shared(TEXT);

  static final Form<Tag> TAG = Shape.<Tag>ofRecord(
          parts -> Tag.of(parts.<String>get("Key"), parts.get("Value")))
      .required("Key", WORDS, Tag::key)
      .required("Value", WORDS, Tag::value)
      .end();

  static final Form<Tags> TAGS = mapped(list(TAG), Tags::from, ImmutableList::copyOf);

  static final Form<ProductCode> PRODUCT_CODE = shared(Shape.<ProductCode>ofRecord(
          parts -> new ProductCode(parts.get("ProductCodeId"), parts.find("ProductCodeType")))
      .required("ProductCodeId", TEXT, ProductCode::productCodeId)
      .optional("ProductCodeType", text(ProductCodeType::of), ProductCode::productCodeType)
      .end());

  static final Form<StateReason> STATE_REASON = shared(
      Shape.<StateReason>ofRecord(parts -> new StateReason(parts.get("Code"), parts.get("Message")))
          .required("Code", TEXT, StateReason::code)
          .required("Message", TEXT, StateReason::message)
          .end());

  static final Form<TagDescription> TAG_DESCRIPTION = Shape.<TagDescription>ofRecord(
          parts -> new TagDescription(
              parts.get("Key"),
              parts.get("ResourceId"),
              parts.get("ResourceType"),
              parts.get("Value")))
      .required("Key", WORDS, TagDescription::key)
      .required("ResourceId", TEXT, TagDescription::resourceId)
      .required("ResourceType", WORDS, TagDescription::resourceType)
      .required("Value", WORDS, TagDescription::value)
      .end();

  private Shapes() {}

  static <C extends ImmutableCollection<?>> Optional<C> unlessEmpty(C values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  static Optional<Tags> unlessEmpty(Tags tags) {
    return tags.isEmpty() ? Optional.empty() : Optional.of(tags);
  }

  static Optional<String> unlessEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  static Optional<Integer> boxed(OptionalInt figure) {
    return figure.isPresent() ? Optional.of(figure.getAsInt()) : Optional.empty();
  }

  static Optional<Long> boxed(OptionalLong figure) {
    return figure.isPresent() ? Optional.of(figure.getAsLong()) : Optional.empty();
  }
}
