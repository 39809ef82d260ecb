package dev.amikit.awssdk;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AttachImageWatermarkRequest;
import software.amazon.awssdk.services.ec2.model.AttachImageWatermarkResponse;
import software.amazon.awssdk.services.ec2.model.AttachVolumeRequest;
import software.amazon.awssdk.services.ec2.model.AttachVolumeResponse;
import software.amazon.awssdk.services.ec2.model.CancelImageLaunchPermissionRequest;
import software.amazon.awssdk.services.ec2.model.CancelImageLaunchPermissionResponse;
import software.amazon.awssdk.services.ec2.model.CopyImageRequest;
import software.amazon.awssdk.services.ec2.model.CopyImageResponse;
import software.amazon.awssdk.services.ec2.model.CopySnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CopySnapshotResponse;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageResponse;
import software.amazon.awssdk.services.ec2.model.CreateImageUsageReportRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageUsageReportResponse;
import software.amazon.awssdk.services.ec2.model.CreateRestoreImageTaskRequest;
import software.amazon.awssdk.services.ec2.model.CreateRestoreImageTaskResponse;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.CreateStoreImageTaskRequest;
import software.amazon.awssdk.services.ec2.model.CreateStoreImageTaskResponse;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.CreateVolumeRequest;
import software.amazon.awssdk.services.ec2.model.CreateVolumeResponse;
import software.amazon.awssdk.services.ec2.model.DeleteImageUsageReportRequest;
import software.amazon.awssdk.services.ec2.model.DeleteImageUsageReportResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVolumeResponse;
import software.amazon.awssdk.services.ec2.model.DeregisterImageRequest;
import software.amazon.awssdk.services.ec2.model.DeregisterImageResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageReferencesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageReferencesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportEntriesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportEntriesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceImageMetadataRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceImageMetadataResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLockedSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLockedSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotTierStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotTierStatusResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeStoreImageTasksRequest;
import software.amazon.awssdk.services.ec2.model.DescribeStoreImageTasksResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DetachImageWatermarkRequest;
import software.amazon.awssdk.services.ec2.model.DetachImageWatermarkResponse;
import software.amazon.awssdk.services.ec2.model.DetachVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DetachVolumeResponse;
import software.amazon.awssdk.services.ec2.model.DisableAllowedImagesSettingsRequest;
import software.amazon.awssdk.services.ec2.model.DisableAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.DisableFastLaunchRequest;
import software.amazon.awssdk.services.ec2.model.DisableFastLaunchResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageBlockPublicAccessRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageBlockPublicAccessResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageDeprecationRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageDeprecationResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageDeregistrationProtectionRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageDeregistrationProtectionResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageResponse;
import software.amazon.awssdk.services.ec2.model.DisableSnapshotBlockPublicAccessRequest;
import software.amazon.awssdk.services.ec2.model.DisableSnapshotBlockPublicAccessResponse;
import software.amazon.awssdk.services.ec2.model.EnableAllowedImagesSettingsRequest;
import software.amazon.awssdk.services.ec2.model.EnableAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.EnableFastLaunchRequest;
import software.amazon.awssdk.services.ec2.model.EnableFastLaunchResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageBlockPublicAccessRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageBlockPublicAccessResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageDeprecationRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageDeprecationResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageDeregistrationProtectionRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageDeregistrationProtectionResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageResponse;
import software.amazon.awssdk.services.ec2.model.EnableSnapshotBlockPublicAccessRequest;
import software.amazon.awssdk.services.ec2.model.EnableSnapshotBlockPublicAccessResponse;
import software.amazon.awssdk.services.ec2.model.GetAllowedImagesSettingsRequest;
import software.amazon.awssdk.services.ec2.model.GetAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.GetEbsDefaultKmsKeyIdRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsDefaultKmsKeyIdResponse;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.GetImageAncestryRequest;
import software.amazon.awssdk.services.ec2.model.GetImageAncestryResponse;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.LockSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.LockSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.ModifyEbsDefaultKmsKeyIdRequest;
import software.amazon.awssdk.services.ec2.model.ModifyEbsDefaultKmsKeyIdResponse;
import software.amazon.awssdk.services.ec2.model.ModifyImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyImageAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotTierRequest;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotTierResponse;
import software.amazon.awssdk.services.ec2.model.RegisterImageRequest;
import software.amazon.awssdk.services.ec2.model.RegisterImageResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceImageCriteriaInAllowedImagesSettingsRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceImageCriteriaInAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.ResetEbsDefaultKmsKeyIdRequest;
import software.amazon.awssdk.services.ec2.model.ResetEbsDefaultKmsKeyIdResponse;
import software.amazon.awssdk.services.ec2.model.ResetImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetImageAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ResetSnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.RestoreImageFromRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.RestoreImageFromRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotFromRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotFromRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotTierRequest;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotTierResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;
import software.amazon.awssdk.services.ec2.model.UnlockSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.UnlockSnapshotResponse;

/** The operations of EC2 that are answered, with the shapes of request and answer. */
final class Actions {
  private static final ImmutableMap<String, Action> ALL = new Table()
      // Images
      .put("RegisterImage", RegisterImageRequest::builder, RegisterImageResponse::builder)
      .put("CreateImage", CreateImageRequest::builder, CreateImageResponse::builder)
      .put("CopyImage", CopyImageRequest::builder, CopyImageResponse::builder)
      .put("DeregisterImage", DeregisterImageRequest::builder, DeregisterImageResponse::builder)
      .put("DisableImage", DisableImageRequest::builder, DisableImageResponse::builder)
      .put("EnableImage", EnableImageRequest::builder, EnableImageResponse::builder)
      .put(
          "EnableImageDeprecation",
          EnableImageDeprecationRequest::builder,
          EnableImageDeprecationResponse::builder)
      .put(
          "DisableImageDeprecation",
          DisableImageDeprecationRequest::builder,
          DisableImageDeprecationResponse::builder)
      .put(
          "EnableImageDeregistrationProtection",
          EnableImageDeregistrationProtectionRequest::builder,
          EnableImageDeregistrationProtectionResponse::builder)
      .put(
          "DisableImageDeregistrationProtection",
          DisableImageDeregistrationProtectionRequest::builder,
          DisableImageDeregistrationProtectionResponse::builder)
      .put(
          "AttachImageWatermark",
          AttachImageWatermarkRequest::builder,
          AttachImageWatermarkResponse::builder)
      .put(
          "DetachImageWatermark",
          DetachImageWatermarkRequest::builder,
          DetachImageWatermarkResponse::builder)
      .put("GetImageAncestry", GetImageAncestryRequest::builder, GetImageAncestryResponse::builder)
      .put(
          "ModifyImageAttribute",
          ModifyImageAttributeRequest::builder,
          ModifyImageAttributeResponse::builder)
      .put(
          "DescribeImageAttribute",
          DescribeImageAttributeRequest::builder,
          DescribeImageAttributeResponse::builder)
      .put(
          "ResetImageAttribute",
          ResetImageAttributeRequest::builder,
          ResetImageAttributeResponse::builder)
      .put(
          "CancelImageLaunchPermission",
          CancelImageLaunchPermissionRequest::builder,
          CancelImageLaunchPermissionResponse::builder)
      .put("DescribeImages", DescribeImagesRequest::builder, DescribeImagesResponse::builder)
      // Images in S3
      .put(
          "CreateStoreImageTask",
          CreateStoreImageTaskRequest::builder,
          CreateStoreImageTaskResponse::builder)
      .put(
          "DescribeStoreImageTasks",
          DescribeStoreImageTasksRequest::builder,
          DescribeStoreImageTasksResponse::builder)
      .put(
          "CreateRestoreImageTask",
          CreateRestoreImageTaskRequest::builder,
          CreateRestoreImageTaskResponse::builder)
      // Fast launch
      .put("EnableFastLaunch", EnableFastLaunchRequest::builder, EnableFastLaunchResponse::builder)
      .put(
          "DisableFastLaunch",
          DisableFastLaunchRequest::builder,
          DisableFastLaunchResponse::builder)
      .put(
          "DescribeFastLaunchImages",
          DescribeFastLaunchImagesRequest::builder,
          DescribeFastLaunchImagesResponse::builder)
      // Who uses images
      .put(
          "CreateImageUsageReport",
          CreateImageUsageReportRequest::builder,
          CreateImageUsageReportResponse::builder)
      .put(
          "DescribeImageUsageReports",
          DescribeImageUsageReportsRequest::builder,
          DescribeImageUsageReportsResponse::builder)
      .put(
          "DescribeImageUsageReportEntries",
          DescribeImageUsageReportEntriesRequest::builder,
          DescribeImageUsageReportEntriesResponse::builder)
      .put(
          "DeleteImageUsageReport",
          DeleteImageUsageReportRequest::builder,
          DeleteImageUsageReportResponse::builder)
      .put(
          "DescribeImageReferences",
          DescribeImageReferencesRequest::builder,
          DescribeImageReferencesResponse::builder)
      // Snapshots
      .put("CreateSnapshot", CreateSnapshotRequest::builder, CreateSnapshotResponse::builder)
      .put("CreateSnapshots", CreateSnapshotsRequest::builder, CreateSnapshotsResponse::builder)
      .put("CopySnapshot", CopySnapshotRequest::builder, CopySnapshotResponse::builder)
      .put("DeleteSnapshot", DeleteSnapshotRequest::builder, DeleteSnapshotResponse::builder)
      .put(
          "DescribeSnapshots",
          DescribeSnapshotsRequest::builder,
          DescribeSnapshotsResponse::builder)
      .put(
          "ModifySnapshotAttribute",
          ModifySnapshotAttributeRequest::builder,
          ModifySnapshotAttributeResponse::builder)
      .put(
          "ResetSnapshotAttribute",
          ResetSnapshotAttributeRequest::builder,
          ResetSnapshotAttributeResponse::builder)
      .put(
          "DescribeSnapshotAttribute",
          DescribeSnapshotAttributeRequest::builder,
          DescribeSnapshotAttributeResponse::builder)
      .put(
          "ModifySnapshotTier",
          ModifySnapshotTierRequest::builder,
          ModifySnapshotTierResponse::builder)
      .put(
          "RestoreSnapshotTier",
          RestoreSnapshotTierRequest::builder,
          RestoreSnapshotTierResponse::builder)
      .put(
          "DescribeSnapshotTierStatus",
          DescribeSnapshotTierStatusRequest::builder,
          DescribeSnapshotTierStatusResponse::builder)
      .put("LockSnapshot", LockSnapshotRequest::builder, LockSnapshotResponse::builder)
      .put("UnlockSnapshot", UnlockSnapshotRequest::builder, UnlockSnapshotResponse::builder)
      .put(
          "DescribeLockedSnapshots",
          DescribeLockedSnapshotsRequest::builder,
          DescribeLockedSnapshotsResponse::builder)
      // Instances and volumes
      .put("RunInstances", RunInstancesRequest::builder, RunInstancesResponse::builder)
      .put("StartInstances", StartInstancesRequest::builder, StartInstancesResponse::builder)
      .put("StopInstances", StopInstancesRequest::builder, StopInstancesResponse::builder)
      .put(
          "TerminateInstances",
          TerminateInstancesRequest::builder,
          TerminateInstancesResponse::builder)
      .put(
          "DescribeInstances",
          DescribeInstancesRequest::builder,
          DescribeInstancesResponse::builder)
      .put(
          "DescribeInstanceImageMetadata",
          DescribeInstanceImageMetadataRequest::builder,
          DescribeInstanceImageMetadataResponse::builder)
      .put("CreateVolume", CreateVolumeRequest::builder, CreateVolumeResponse::builder)
      .put("DeleteVolume", DeleteVolumeRequest::builder, DeleteVolumeResponse::builder)
      .put("DescribeVolumes", DescribeVolumesRequest::builder, DescribeVolumesResponse::builder)
      .put("AttachVolume", AttachVolumeRequest::builder, AttachVolumeResponse::builder)
      .put("DetachVolume", DetachVolumeRequest::builder, DetachVolumeResponse::builder)
      // Tags
      .put("CreateTags", CreateTagsRequest::builder, CreateTagsResponse::builder)
      .put("DeleteTags", DeleteTagsRequest::builder, DeleteTagsResponse::builder)
      .put("DescribeTags", DescribeTagsRequest::builder, DescribeTagsResponse::builder)
      // The Recycle Bin
      .put(
          "ListImagesInRecycleBin",
          ListImagesInRecycleBinRequest::builder,
          ListImagesInRecycleBinResponse::builder)
      .put(
          "RestoreImageFromRecycleBin",
          RestoreImageFromRecycleBinRequest::builder,
          RestoreImageFromRecycleBinResponse::builder)
      .put(
          "ListSnapshotsInRecycleBin",
          ListSnapshotsInRecycleBinRequest::builder,
          ListSnapshotsInRecycleBinResponse::builder)
      .put(
          "RestoreSnapshotFromRecycleBin",
          RestoreSnapshotFromRecycleBinRequest::builder,
          RestoreSnapshotFromRecycleBinResponse::builder)
      // Settings of the account
      .put(
          "EnableImageBlockPublicAccess",
          EnableImageBlockPublicAccessRequest::builder,
          EnableImageBlockPublicAccessResponse::builder)
      .put(
          "DisableImageBlockPublicAccess",
          DisableImageBlockPublicAccessRequest::builder,
          DisableImageBlockPublicAccessResponse::builder)
      .put(
          "GetImageBlockPublicAccessState",
          GetImageBlockPublicAccessStateRequest::builder,
          GetImageBlockPublicAccessStateResponse::builder)
      .put(
          "EnableSnapshotBlockPublicAccess",
          EnableSnapshotBlockPublicAccessRequest::builder,
          EnableSnapshotBlockPublicAccessResponse::builder)
      .put(
          "DisableSnapshotBlockPublicAccess",
          DisableSnapshotBlockPublicAccessRequest::builder,
          DisableSnapshotBlockPublicAccessResponse::builder)
      .put(
          "GetSnapshotBlockPublicAccessState",
          GetSnapshotBlockPublicAccessStateRequest::builder,
          GetSnapshotBlockPublicAccessStateResponse::builder)
      .put(
          "EnableAllowedImagesSettings",
          EnableAllowedImagesSettingsRequest::builder,
          EnableAllowedImagesSettingsResponse::builder)
      .put(
          "DisableAllowedImagesSettings",
          DisableAllowedImagesSettingsRequest::builder,
          DisableAllowedImagesSettingsResponse::builder)
      .put(
          "GetAllowedImagesSettings",
          GetAllowedImagesSettingsRequest::builder,
          GetAllowedImagesSettingsResponse::builder)
      .put(
          "ReplaceImageCriteriaInAllowedImagesSettings",
          ReplaceImageCriteriaInAllowedImagesSettingsRequest::builder,
          ReplaceImageCriteriaInAllowedImagesSettingsResponse::builder)
      .put(
          "EnableEbsEncryptionByDefault",
          EnableEbsEncryptionByDefaultRequest::builder,
          EnableEbsEncryptionByDefaultResponse::builder)
      .put(
          "DisableEbsEncryptionByDefault",
          DisableEbsEncryptionByDefaultRequest::builder,
          DisableEbsEncryptionByDefaultResponse::builder)
      .put(
          "GetEbsEncryptionByDefault",
          GetEbsEncryptionByDefaultRequest::builder,
          GetEbsEncryptionByDefaultResponse::builder)
      .put(
          "ModifyEbsDefaultKmsKeyId",
          ModifyEbsDefaultKmsKeyIdRequest::builder,
          ModifyEbsDefaultKmsKeyIdResponse::builder)
      .put(
          "ResetEbsDefaultKmsKeyId",
          ResetEbsDefaultKmsKeyIdRequest::builder,
          ResetEbsDefaultKmsKeyIdResponse::builder)
      .put(
          "GetEbsDefaultKmsKeyId",
          GetEbsDefaultKmsKeyIdRequest::builder,
          GetEbsDefaultKmsKeyIdResponse::builder)
      .end();

  private Actions() {}

  /** The names of the operations, chapter by chapter. */
  static ImmutableSet<String> names() {
    return ALL.keySet();
  }

  /** Returns an operation; null if it is none of those that are answered. */
  static @Nullable Action find(String name) {
    return ALL.get(name);
  }

  /**
   * Returns an operation that is answered.
   *
   * @throws IllegalArgumentException if it is none of those
   */
  static Action get(String name) {
    Action action = find(name);
    checkArgument(action != null, "%s is not modelled", name);
    return action;
  }

  /** An operation. Its shapes are made when they are first needed. */
  static final class Action {
    private final String name;
    private final Supplier<Shape> request;
    private final Supplier<Shape> response;

    private Action(
        String name, Supplier<? extends SdkPojo> request, Supplier<? extends SdkPojo> response) {
      this.name = name;
      this.request = Suppliers.memoize(() -> Shape.of(request));
      this.response = Suppliers.memoize(() -> Shape.of(response));
    }

    String name() {
      return name;
    }

    Shape request() {
      return request.get();
    }

    Shape response() {
      return response.get();
    }
  }

  /** The table while it is written down. */
  private static final class Table {
    private final ImmutableMap.Builder<String, Action> actions = ImmutableMap.builder();

    Table put(
        String name, Supplier<? extends SdkPojo> request, Supplier<? extends SdkPojo> response) {
      actions.put(name, new Action(name, request, response));
      return this;
    }

    ImmutableMap<String, Action> end() {
      return actions.buildOrThrow();
    }
  }
}
