package dev.amikit.registry.usage;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.ResourceId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.ClientToken;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.ImageUsageCount;
import dev.amikit.registry.state.ImageUsageReportEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceTypeRequest;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code CreateImageUsageReport}: begins to count, for the owner of an image, how many instances in
 * which other accounts were launched from it. The report is pending until the counting ends, and
 * counts what there is then. There are no launch templates and no Image Builder here, so a request
 * that asks for their use is refused.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateImageUsageReport.html">CreateImageUsageReport</a>
 */
@Value.Immutable
public abstract class CreateImageUsageReport implements Operation<ImageUsageReportId> {
  private static final int MOST_ACCOUNTS = 200;

  /** What EC2 counts the use by, and the registry has none of. */
  private static final ImmutableSet<ImageReferenceResourceType> NOT_HERE = ImmutableSet.of(
      ImageReferenceResourceType.LAUNCH_TEMPLATE,
      ImageReferenceResourceType.IMAGE_RECIPE,
      ImageReferenceResourceType.CONTAINER_RECIPE);

  /** A request names at most 200 accounts. */
  public static final Rule FEW_ACCOUNTS = Rule.rule(
          "create-image-usage-report.few-accounts",
          "a report on the usage of an image is about at most 200 accounts, or about all",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, CreateImageUsageReport, AccountIds",
          "USE-01",
          "QUOTA-12")
      .saying(own("The maximum number of account IDs specified on a single call is 200"));

  /** The type of resources is one whose use is counted. */
  public static final Rule TYPE_KNOWN = Rule.rule(
          "create-image-usage-report.type-known",
          "a report on the usage of an image counts ec2:Instance or ec2:LaunchTemplate",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ImageUsageResourceTypeRequest, ResourceType",
          "USE-01")
      .saying(own("Invalid value '{value}' for resourceType."));

  /** The registry counts instances alone. */
  public static final Rule INSTANCES_ALONE = Rule.rule(
          "create-image-usage-report.instances-alone",
          "the use of an image by launch templates and recipes is not counted",
          ErrorCode.UNSUPPORTED_OPERATION,
          "not modelled",
          "USE-01",
          "REF-06")
      .saying(own("The resource type {value} is not supported in this Region."));

  /** Instances are counted without options. */
  public static final Rule WITHOUT_OPTIONS = Rule.rule(
          "create-image-usage-report.without-options",
          "options go with ec2:LaunchTemplate only",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, ImageUsageResourceTypeRequest, ResourceTypeOptions",
          "USE-02")
      .saying(
          own("ResourceTypeOptions can only be specified for resource type ec2:LaunchTemplate"));

  /** Reports that are being created leave room. */
  public static final Rule REPORTS_LIMIT = Rule.rule(
          "create-image-usage-report.limit",
          "one report on an image and 2,000 reports of an account are created at a time in a"
              + " Region, unless the quotas are others",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, View your AMI usage",
          "USE-05",
          "QUOTA-12")
      .saying(own("You have reached your quota of {quota} for the number of image usage reports in"
          + " progress for {what} in this Region."));

  CreateImageUsageReport() {}

  /** {@return the image, which the caller owns} */
  public abstract ImageId imageId();

  /** {@return the types of resources that count: instances, without options} */
  public abstract ImmutableList<ResourceTypeRequest> resourceTypes();

  /** {@return the accounts whose use counts, at most 200; empty for all other accounts} */
  public abstract ImmutableList<AccountId> accountIds();

  /** {@return what makes a repeated request the same request, at most 128 characters} */
  public abstract Optional<String> clientToken();

  /** {@return the tags of the report} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this request} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Asks for a report on the instances of all other accounts.
   *
   * @param imageId the image
   * @return the request
   */
  public static CreateImageUsageReport of(ImageId imageId) {
    return builder()
        .imageId(imageId)
        .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE))
        .build();
  }

  @Override
  public final Outcome<ImageUsageReportId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      Optional<ClientToken> token =
          ClientToken.of("CreateImageUsageReport", clientToken(), this::inOrder);
      Optional<ResourceId> earlier = token.flatMap(known -> known.answeredBefore(plan));
      if (earlier.isPresent()) {
        return (ImageUsageReportId) earlier.get();
      }
      plan.requireRegistered(plan.ownImage(imageId()));
      NewTags.requireRoom(plan, tagSpecifications());
      requireRoom(plan);
      ImageUsageReportId id = begin(plan);
      token.ifPresent(used -> used.standsFor(plan, id));
      return id;
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (resourceTypes().isEmpty()) {
      broken.add(MissingAttributesException.absent("resourceTypes", "ResourceType"));
    }
    for (int i = 0; i < resourceTypes().size(); i++) {
      Optional<Violation> malformed = malformed(resourceTypes().get(i));
      if (malformed.isPresent()) {
        broken.add(malformed.get().within("resourceTypes[%d]".formatted(i)));
      }
    }
    if (accountIds().size() > MOST_ACCOUNTS) {
      broken.add(FEW_ACCOUNTS.brokenBy("accountIds", accountIds().size()));
    }
    ClientToken.malformedLong(clientToken()).ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.IMAGE_USAGE_REPORT));
    return broken.build();
  }

  private static Optional<Violation> malformed(ResourceTypeRequest request) {
    ImageReferenceResourceType type = request.resourceType();
    if (NOT_HERE.contains(type)) {
      return Optional.of(INSTANCES_ALONE.brokenBy("resourceType", type));
    }
    if (!type.equals(ImageReferenceResourceType.INSTANCE)) {
      return Optional.of(TYPE_KNOWN.brokenBy("resourceType", type));
    }
    return request.resourceTypeOptions().isEmpty()
        ? Optional.empty()
        : Optional.of(
            WITHOUT_OPTIONS.brokenBy("resourceTypeOptions", request.resourceTypeOptions()));
  }

  /** Equal to equal requests; tags have no order. */
  private CreateImageUsageReport inOrder() {
    return toBuilder().tagSpecifications(NewTags.inOrder(tagSpecifications())).build();
  }

  private void requireRoom(Plan plan) {
    Quotas quotas = plan.settings().quotas();
    int onImage = plan.here().usageReports().pending(imageId());
    plan.require(
        onImage < quotas.usageReportsPerImage(),
        () -> limit(onImage, quotas.usageReportsPerImage(), "one image"));
    int ofAccount = plan.underWay(Task.Kind.IMAGE_USAGE_COUNT);
    plan.require(
        ofAccount < quotas.usageReports(),
        () -> limit(ofAccount, quotas.usageReports(), "this account"));
  }

  private static Violation limit(int underWay, int quota, String what) {
    return REPORTS_LIMIT
        .brokenBy("", underWay + " reports")
        .with("quota", quota)
        .with("what", what)
        .hinting("at most " + quota);
  }

  private ImageUsageReportId begin(Plan plan) {
    ImageUsageReportId id = plan.newImageUsageReportId();
    plan.happens(new ImageUsageReportEvent.ImageUsageReportCreated(
        plan.region(),
        plan.caller(),
        new ImageUsageReport(
            id,
            imageId(),
            resourceTypes(),
            accountIds(),
            plan.now().truncatedTo(ImageUsageReport.TIME_UNIT),
            ImageUsageReportState.PENDING,
            Optional.empty(),
            NewTags.tagsOf(tagSpecifications(), TagSpecification.IMAGE_USAGE_REPORT))));
    plan.begin(new ImageUsageCount(
        id,
        plan.caller(),
        plan.now(),
        plan.due(Task.Kind.IMAGE_USAGE_COUNT),
        plan.failure(Task.Kind.IMAGE_USAGE_COUNT)));
    return id;
  }

  /** Builds a {@link CreateImageUsageReport}. The image has to be set. */
  public static final class Builder {
    private final ImmutableCreateImageUsageReport.Builder members =
        new ImmutableCreateImageUsageReport.Builder();

    Builder() {}

    @CanIgnoreReturnValue
    Builder from(CreateImageUsageReport request) {
      members.from(request);
      return this;
    }

    /**
     * Sets the image.
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
     * Sets the types of resources that count.
     *
     * @param resourceTypes the types, at least one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder resourceTypes(Iterable<? extends ResourceTypeRequest> resourceTypes) {
      requireNonNull(resourceTypes, "resourceTypes");
      members.resourceTypes(resourceTypes);
      return this;
    }

    /**
     * Adds a type of resources that count.
     *
     * @param resourceType the type
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addResourceType(ResourceTypeRequest resourceType) {
      requireNonNull(resourceType, "resourceType");
      members.addResourceType(resourceType);
      return this;
    }

    /**
     * Sets the accounts whose use counts.
     *
     * @param accountIds the accounts, at most 200; none for all other accounts
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder accountIds(Iterable<? extends AccountId> accountIds) {
      requireNonNull(accountIds, "accountIds");
      members.accountIds(accountIds);
      return this;
    }

    /**
     * Adds an account whose use counts.
     *
     * @param accountId the account
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addAccountId(AccountId accountId) {
      requireNonNull(accountId, "accountId");
      members.addAccountId(accountId);
      return this;
    }

    /**
     * Sets what makes a repeated request the same request.
     *
     * @param clientToken the token, at most 128 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder clientToken(String clientToken) {
      members.clientToken(clientToken);
      return this;
    }

    /**
     * Sets the client token, or none.
     *
     * @param clientToken the token; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder clientToken(Optional<String> clientToken) {
      requireNonNull(clientToken, "clientToken");
      members.clientToken(clientToken);
      return this;
    }

    /**
     * Sets the tags of the report.
     *
     * @param tagSpecifications the tags, by type of resource
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tagSpecifications(Iterable<? extends TagSpecification> tagSpecifications) {
      requireNonNull(tagSpecifications, "tagSpecifications");
      members.tagSpecifications(tagSpecifications);
      return this;
    }

    /**
     * Adds tags of the report.
     *
     * @param tagSpecification the tags, and the type of the resources that get them
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addTagSpecification(TagSpecification tagSpecification) {
      requireNonNull(tagSpecification, "tagSpecification");
      members.addTagSpecification(tagSpecification);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without an image
     */
    public CreateImageUsageReport build() {
      return members.build();
    }
  }
}
