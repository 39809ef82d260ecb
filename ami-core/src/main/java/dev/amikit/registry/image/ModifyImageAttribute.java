package dev.amikit.registry.image;

import static dev.amikit.image.ImageAttributeName.BLOCK_DEVICE_MAPPING;
import static dev.amikit.image.ImageAttributeName.DESCRIPTION;
import static dev.amikit.image.ImageAttributeName.IMDS_SUPPORT;
import static dev.amikit.image.ImageAttributeName.LAUNCH_PERMISSION;
import static dev.amikit.image.ImageAttributeName.PRODUCT_CODES;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.Broken;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Arrays;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code ModifyImageAttribute}: changes exactly one of the description, the metadata service
 * support and the launch permissions of an image. Nothing else of an image can be changed so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html">ModifyImageAttribute</a>
 */
@Value.Immutable
public abstract class ModifyImageAttribute implements Operation<Return> {
  private static final ImmutableSet<ImageAttributeName> CHANGEABLE =
      ImmutableSet.of(DESCRIPTION, IMDS_SUPPORT, LAUNCH_PERMISSION);

  private static final MessageTemplate NONE = recorded("No attributes specified.");
  private static final MessageTemplate SEVERAL =
      recorded("Fields for multiple attribute types specified: {attributes}");

  static final Rule NO_PRODUCT_CODES = Rule.rule(
          "modify-image-attribute.no-product-codes",
          "product codes of an image can be neither added nor changed nor removed",
          ErrorCode.INVALID_PARAMETER,
          "API reference, ModifyImageAttribute, ProductCodes",
          "ATTR-06",
          "PERM-48",
          "PAID-04")
      .saying(own(
          "Parameter productCodes is invalid. You cannot modify the product codes of an image."));

  static final Rule MODIFIABLE = Rule.rule(
          "modify-image-attribute.modifiable",
          "of an image, the description, the metadata service support and the launch permissions"
              + " can be changed",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, ModifyImageAttribute; observed: a test on EC2",
          "LIFE-24",
          "ATTR-02",
          "ATTR-14",
          "BOOT-15",
          "BOOT-19")
      .saying(own("The attribute {attribute} of an image cannot be modified."));

  static final Rule NOT_THE_MAPPING = Rule.rule(
          "modify-image-attribute.not-the-mapping",
          "the block device mapping of an image cannot be changed",
          ErrorCode.INVALID_PARAMETER,
          "API reference, ModifyImageAttribute; observed: a test on EC2",
          "ATTR-02",
          "LIFE-24")
      .saying(own("Parameter blockDeviceMapping is invalid. You cannot modify the block device"
          + " mapping of an image."));

  static final Rule IMDS_SUPPORT_GIVEN = Rule.rule(
          "modify-image-attribute.imds-support-given",
          "a change of the metadata service support says which",
          ErrorCode.MISSING_PARAMETER,
          "observed: a recorded answer of ModifyImageAttribute, September 2026",
          "ATTR-07",
          "BOOT-28")
      .saying(recorded("The request must contain the parameter imdsSupport with value v2.0"));

  static final Rule ONE_ATTRIBUTE = Rule.rule(
          "modify-image-attribute.one-attribute",
          "one request changes one attribute of an image",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, ModifyImageAttribute; observed: recorded answers, September 2026",
          "ATTR-01",
          "PERM-38",
          "PERM-39",
          "ERR-12")
      .saying(NONE, SEVERAL);

  ModifyImageAttribute() {}

  /** {@return the image, which the caller owns} */
  public abstract ImageId imageId();

  /** {@return the name of the attribute; it need not be told, since the value tells} */
  public abstract Optional<ImageAttributeName> attribute();

  /** {@return the new description, at most 255 characters} */
  public abstract Optional<String> description();

  /** {@return {@code v2.0}, which cannot be taken back} */
  public abstract Optional<ImdsSupport> imdsSupport();

  /** {@return the launch permissions to give and to take} */
  public abstract Optional<ModifyLaunchPermission> launchPermission();

  /** {@return product codes, which EC2 refuses} */
  public abstract ImmutableSet<String> productCodes();

  /**
   * Returns the request to change launch permissions.
   *
   * @param imageId the image
   * @param change the permissions to give and to take
   * @return the request
   */
  public static ModifyImageAttribute of(ImageId imageId, ModifyLaunchPermission change) {
    requireNonNull(change, "change");
    return builder().imageId(imageId).launchPermission(change).build();
  }

  /**
   * Returns the request to describe an image anew.
   *
   * @param imageId the image
   * @param change the description
   * @return the request
   */
  public static ModifyImageAttribute of(ImageId imageId, ModifyDescription change) {
    requireNonNull(change, "change");
    return builder().imageId(imageId).description(change.description()).build();
  }

  /**
   * Returns the request to set which metadata service the instances of an image ask for.
   *
   * @param imageId the image
   * @param change the support
   * @return the request
   */
  public static ModifyImageAttribute of(ImageId imageId, ModifyImdsSupport change) {
    requireNonNull(change, "change");
    return builder().imageId(imageId).imdsSupport(change.imdsSupport()).build();
  }

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public final Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      ImmutableSet<ImageAttributeName> named = named();
      plan.requireNone(malformed(named));
      AmiCommand command = command(named.asList().get(0));
      plan.requireNone(command.malformed(plan.now()));
      Ami ami = plan.ownImage(imageId());
      if (command instanceof ModifyLaunchPermission change) {
        ImageSharing.change(plan, ami, change);
      } else {
        plan.command(ami, command);
      }
      return Return.TRUE;
    });
  }

  private ImmutableList<Violation> malformed(ImmutableSet<ImageAttributeName> named) {
    Broken broken = Broken.NOTHING;
    for (ImageAttributeName name : named) {
      if (name == PRODUCT_CODES) {
        broken = broken.and(NO_PRODUCT_CODES.brokenBy("productCodes", productCodes()));
      } else if (name == BLOCK_DEVICE_MAPPING) {
        broken = broken.and(NOT_THE_MAPPING.brokenBy("attribute", name));
      } else if (!CHANGEABLE.contains(name)) {
        broken = broken.and(MODIFIABLE.brokenBy("attribute", name));
      }
    }
    if (named.isEmpty()) {
      broken = broken.and(ONE_ATTRIBUTE.brokenBy("attribute", "absent"));
    } else if (named.size() > 1) {
      String attributes = Joiner.on(", ").join(named);
      broken = broken.and(ONE_ATTRIBUTE
          .brokenBy("attribute", attributes)
          .saying(SEVERAL)
          .with("attributes", attributes));
    }
    return broken.violations();
  }

  private ImmutableSet<ImageAttributeName> named() {
    ImmutableSet.Builder<ImageAttributeName> named = ImmutableSet.builder();
    if (attribute().isPresent()) {
      named.add(attribute().get());
    }
    if (description().isPresent()) {
      named.add(DESCRIPTION);
    }
    if (imdsSupport().isPresent()) {
      named.add(IMDS_SUPPORT);
    }
    if (launchPermission().isPresent()) {
      named.add(LAUNCH_PERMISSION);
    }
    if (!productCodes().isEmpty()) {
      named.add(PRODUCT_CODES);
    }
    return named.build();
  }

  /** The change of the one attribute; without a value it is as good as one of nothing. */
  private AmiCommand command(ImageAttributeName attribute) {
    if (attribute == DESCRIPTION) {
      return new ModifyDescription(description().orElse(""));
    }
    return attribute == IMDS_SUPPORT
        ? new ModifyImdsSupport(imdsSupport()
            .orElseThrow(() -> Plan.refused(IMDS_SUPPORT_GIVEN, "imdsSupport", imdsSupport())))
        : launchPermission().orElseGet(ModifyLaunchPermission::grant);
  }

  /** Builds a {@link ModifyImageAttribute}. The image has to be set, and one attribute. */
  public static final class Builder {
    private final ImmutableModifyImageAttribute.Builder members =
        new ImmutableModifyImageAttribute.Builder();

    Builder() {}

    /**
     * Sets the image to be changed.
     *
     * @param imageId the image, which the caller owns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(ImageId imageId) {
      members.imageId(imageId);
      return this;
    }

    /**
     * Sets the image, given as text.
     *
     * @param imageId the text, such as {@code ami-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageId.of(imageId));
    }

    /**
     * Sets the name of the attribute. It need not be set, since the value tells.
     *
     * @param attribute the name of the attribute
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder attribute(ImageAttributeName attribute) {
      members.attribute(attribute);
      return this;
    }

    /**
     * Sets the name of the attribute, or none.
     *
     * @param attribute the name of the attribute; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder attribute(Optional<? extends ImageAttributeName> attribute) {
      requireNonNull(attribute, "attribute");
      members.attribute(attribute);
      return this;
    }

    /**
     * Sets the new description.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets the new metadata service support, which cannot be taken back.
     *
     * @param imdsSupport the support, {@code v2.0}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imdsSupport(ImdsSupport imdsSupport) {
      members.imdsSupport(imdsSupport);
      return this;
    }

    /**
     * Sets the metadata service support, or none.
     *
     * @param imdsSupport the metadata service support; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imdsSupport(Optional<? extends ImdsSupport> imdsSupport) {
      requireNonNull(imdsSupport, "imdsSupport");
      members.imdsSupport(imdsSupport);
      return this;
    }

    /**
     * Sets which launch permissions are given and taken.
     *
     * @param launchPermission the permissions to give and to take
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchPermission(ModifyLaunchPermission launchPermission) {
      members.launchPermission(launchPermission);
      return this;
    }

    /**
     * Sets the permissions to give and to take, or none.
     *
     * @param launchPermission the permissions to give and to take; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchPermission(Optional<? extends ModifyLaunchPermission> launchPermission) {
      requireNonNull(launchPermission, "launchPermission");
      members.launchPermission(launchPermission);
      return this;
    }

    /**
     * Sets product codes, which EC2 refuses.
     *
     * @param productCodes the codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder productCodes(Iterable<String> productCodes) {
      requireNonNull(productCodes, "productCodes");
      members.productCodes(productCodes);
      return this;
    }

    /**
     * Sets product codes, which EC2 refuses.
     *
     * @param productCodes the codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder productCodes(String... productCodes) {
      requireNonNull(productCodes, "productCodes");
      return productCodes(Arrays.asList(productCodes));
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without an image
     */
    public ModifyImageAttribute build() {
      return members.build();
    }
  }
}
