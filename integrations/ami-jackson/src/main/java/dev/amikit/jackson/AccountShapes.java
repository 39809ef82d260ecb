package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.list;
import static dev.amikit.jackson.Forms.oneOf;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.Shapes.boxed;
import static dev.amikit.jackson.Shapes.unlessEmpty;

import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.id.UserId;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.account.BlockPublicAccessState;
import java.util.Optional;

/** The tables of what is set for an account in a Region. */
final class AccountShapes {
  static final Form<UserId> USER_ID = text(UserId::of);
  static final Form<ManagedBy> MANAGED_BY = oneOf(ManagedBy.values());
  static final Form<BlockPublicAccess> BLOCK_PUBLIC_ACCESS = text(BlockPublicAccess::of);
  static final Form<AllowedImagesSettings.State> ALLOWED_IMAGES_SETTINGS_STATE =
      text(AllowedImagesSettings.State::of);

  static final Form<ImageWatermarkFilter> IMAGE_WATERMARK_FILTER = Shape.of(
          ImageWatermarkFilter::builder, ImageWatermarkFilter.Builder::build)
      .optional(
          "WatermarkKey", TEXT, ImageWatermarkFilter::watermarkKey, (to, v) -> to.watermarkKey(v))
      .optional(
          "SourceImageRegion",
          TEXT,
          ImageWatermarkFilter::sourceImageRegion,
          (to, v) -> to.sourceImageRegion(v))
      .optional(
          "MaximumDaysSinceSourceImageCreated",
          INT,
          filter -> boxed(filter.maximumDaysSinceSourceImageCreated()),
          (to, v) -> to.maximumDaysSinceSourceImageCreated(v))
      .optional(
          "MaximumDaysSinceWatermarkCreated",
          INT,
          filter -> boxed(filter.maximumDaysSinceWatermarkCreated()),
          (to, v) -> to.maximumDaysSinceWatermarkCreated(v))
      .end();

  static final Form<ImageCriterion> IMAGE_CRITERION = Shape.of(
          ImageCriterion::builder, ImageCriterion.Builder::build)
      .decisive(
          "ImageProviders",
          list(USER_ID),
          criterion -> unlessEmpty(criterion.imageProviders()),
          (to, v) -> to.imageProviders(v))
      .decisive(
          "MarketplaceProductCodes",
          list(TEXT),
          criterion -> unlessEmpty(criterion.marketplaceProductCodes()),
          (to, v) -> to.marketplaceProductCodes(v))
      .decisive(
          "ImageNames",
          list(TEXT),
          criterion -> unlessEmpty(criterion.imageNames()),
          (to, v) -> to.imageNames(v))
      .decisive(
          "DeprecationTimeCondition",
          days("MaximumDaysSinceDeprecated"),
          criterion -> boxed(criterion.maximumDaysSinceDeprecated()),
          (to, v) -> to.maximumDaysSinceDeprecated(v))
      .decisive(
          "CreationDateCondition",
          days("MaximumDaysSinceCreated"),
          criterion -> boxed(criterion.maximumDaysSinceCreated()),
          (to, v) -> to.maximumDaysSinceCreated(v))
      .decisive(
          "ImageWatermarks",
          list(IMAGE_WATERMARK_FILTER),
          criterion -> unlessEmpty(criterion.imageWatermarks()),
          (to, v) -> to.imageWatermarks(v))
      .end();

  static final Form<AllowedImagesSettings> ALLOWED_IMAGES_SETTINGS =
      Shape.<AllowedImagesSettings>ofRecord(AccountShapes::allowedImagesSettings)
          .required("State", ALLOWED_IMAGES_SETTINGS_STATE, AllowedImagesSettings::state)
          .many("ImageCriteria", list(IMAGE_CRITERION), AllowedImagesSettings::imageCriteria)
          .end();

  /** The answer of GetAllowedImagesSettings. */
  static final Form<AllowedImagesState> ALLOWED_IMAGES_STATE = Shape.<AllowedImagesState>ofRecord(
          parts -> new AllowedImagesState(allowedImagesSettings(parts), managedBy(parts)))
      .required(
          "State", ALLOWED_IMAGES_SETTINGS_STATE, state -> state.settings().state())
      .optional(
          "ImageCriteria",
          list(IMAGE_CRITERION),
          state -> unlessEmpty(state.settings().imageCriteria()))
      .optional("ManagedBy", MANAGED_BY, state -> Optional.of(state.managedBy()))
      .end();

  /** The answer of GetImageBlockPublicAccessState. */
  static final Form<BlockPublicAccessState> IMAGE_BLOCK_PUBLIC_ACCESS_STATE =
      blockPublicAccessState("ImageBlockPublicAccessState");

  /** The answer of GetSnapshotBlockPublicAccessState. */
  static final Form<BlockPublicAccessState> SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE =
      blockPublicAccessState("State");

  private AccountShapes() {}

  private static Form<BlockPublicAccessState> blockPublicAccessState(String name) {
    return Shape.<BlockPublicAccessState>ofRecord(
            parts -> new BlockPublicAccessState(parts.get(name), managedBy(parts)))
        .required(name, BLOCK_PUBLIC_ACCESS, BlockPublicAccessState::state)
        .optional("ManagedBy", MANAGED_BY, state -> Optional.of(state.managedBy()))
        .end();
  }

  private static AllowedImagesSettings allowedImagesSettings(Parts parts) {
    return new AllowedImagesSettings(parts.get("State"), parts.all("ImageCriteria"));
  }

  /** Who manages a setting; EC2 has not always told. */
  private static ManagedBy managedBy(Parts parts) {
    return parts.<ManagedBy>find("ManagedBy").orElse(ManagedBy.ACCOUNT);
  }

  private static Form<Integer> days(String name) {
    return Shape.<Integer>ofRecord(parts -> parts.get(name))
        .required(name, INT, d -> d)
        .end();
  }
}
