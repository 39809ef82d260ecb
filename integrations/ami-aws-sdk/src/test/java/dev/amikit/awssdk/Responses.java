package dev.amikit.awssdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.WatermarkKey;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.AnswerDocument;
import dev.amikit.jackson.AnswerFormat;
import dev.amikit.jackson.RecordFormat;
import dev.amikit.page.Page;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** Reads answers out of what the client got, where the library has a reader. */
final class Responses {
  private static final ImmutableMap<String, Function<ObjectNode, Object>> READERS =
      ImmutableMap.<String, Function<ObjectNode, Object>>builder()
          // Images
          .put("RegisterImage", text("ImageId", ImageId::of))
          .put("CreateImage", text("ImageId", ImageId::of))
          .put("CopyImage", text("ImageId", ImageId::of))
          .put("CreateRestoreImageTask", text("ImageId", ImageId::of))
          .put("DeregisterImage", record(AmiJson.deleteSnapshotResults()))
          .put("AttachImageWatermark", text("WatermarkKey", WatermarkKey::parse))
          .put("DescribeImages", page("Images", AmiJson.images()))
          .put("DescribeImageAttribute", record(AmiJson.imageAttributes()))
          .put("GetImageAncestry", list("ImageAncestryEntries", AmiJson.imageAncestry()))
          .put("CreateImageUsageReport", text("ReportId", ImageUsageReportId::of))
          // Snapshots
          .put("CopySnapshot", text("SnapshotId", SnapshotId::of))
          .put("UnlockSnapshot", text("SnapshotId", SnapshotId::of))
          .put("DescribeSnapshots", page("Snapshots", AmiJson.snapshots()))
          .put("DescribeSnapshotAttribute", record(AmiJson.snapshotAttributes()))
          .put(
              "DescribeSnapshotTierStatus",
              page("SnapshotTierStatuses", AmiJson.snapshotTierStatuses()))
          // Instances and tags
          .put(
              "DescribeInstanceImageMetadata",
              page("InstanceImageMetadata", AmiJson.instanceImageMetadata()))
          .put("DescribeTags", page("Tags", AmiJson.tags()))
          // The Recycle Bin
          .put("ListImagesInRecycleBin", page("Images", AmiJson.imagesInRecycleBin()))
          .put("ListSnapshotsInRecycleBin", page("Snapshots", AmiJson.snapshotsInRecycleBin()))
          // Settings of the account
          .put(
              "EnableImageBlockPublicAccess",
              text("ImageBlockPublicAccessState", BlockPublicAccess::of))
          .put(
              "DisableImageBlockPublicAccess",
              text("ImageBlockPublicAccessState", BlockPublicAccess::of))
          .put("GetImageBlockPublicAccessState", record(AmiJson.imageBlockPublicAccessState()))
          .put("EnableSnapshotBlockPublicAccess", text("State", BlockPublicAccess::of))
          .put("DisableSnapshotBlockPublicAccess", text("State", BlockPublicAccess::of))
          .put(
              "GetSnapshotBlockPublicAccessState", record(AmiJson.snapshotBlockPublicAccessState()))
          .put("GetAllowedImagesSettings", record(AmiJson.allowedImagesSettings()))
          .put("EnableEbsEncryptionByDefault", Responses::isEncryptedByDefault)
          .put("DisableEbsEncryptionByDefault", Responses::isEncryptedByDefault)
          .put("GetEbsEncryptionByDefault", Responses::isEncryptedByDefault)
          .put("ModifyEbsDefaultKmsKeyId", text("KmsKeyId", KmsKeyId::of))
          .put("ResetEbsDefaultKmsKeyId", text("KmsKeyId", KmsKeyId::of))
          .put("GetEbsDefaultKmsKeyId", text("KmsKeyId", KmsKeyId::of))
          .buildOrThrow();

  private Responses() {}

  /** The operations whose answers are read. */
  static ImmutableSet<String> readable() {
    return READERS.keySet();
  }

  /** Returns the answer that a response tells; empty if nothing reads it. */
  static Optional<Object> read(String operation, Ec2Response response) {
    return Optional.ofNullable(READERS.get(operation))
        .map(reader -> reader.apply(Actions.get(operation).response().tree(response)));
  }

  private static boolean isEncryptedByDefault(ObjectNode response) {
    return response.get("EbsEncryptionByDefault").booleanValue();
  }

  private static Function<ObjectNode, Object> text(String name, Function<String, Object> value) {
    return response -> value.apply(response.get(name).textValue());
  }

  private static Function<ObjectNode, Object> record(RecordFormat<?> format) {
    return response -> format.read(response).orThrow();
  }

  private static <T> Function<ObjectNode, Object> list(String name, AnswerFormat<T> format) {
    return response -> document(name, format, response).orThrow();
  }

  private static <T> Function<ObjectNode, Object> page(String name, AnswerFormat<T> format) {
    return response -> {
      AnswerDocument<T> document = document(name, format, response);
      return new Page<>(document.orThrow(), document.nextToken());
    };
  }

  /** An empty list is not told by the SDK. */
  private static <T> AnswerDocument<T> document(
      String name, AnswerFormat<T> format, ObjectNode response) {
    response.withArray(name);
    return format.read(response.toString());
  }
}
