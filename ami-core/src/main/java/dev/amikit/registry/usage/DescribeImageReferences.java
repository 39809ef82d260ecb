package dev.amikit.registry.usage;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.Ints;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code DescribeImageReferences}: which resources of the caller refer to images, whoever owns
 * those and whatever became of them; by image and ARN.
 *
 * <p>Of such resources there are only instances here, terminated ones for an hour. An account has
 * no launch templates, no parameters of its own and no Image Builder recipes in a registry, so none
 * of these is ever found; to ask for them is no mistake.
 *
 * @param imageIds the images, 1 to 10
 * @param includeAllResourceTypes whether resources of all types are looked at
 * @param resourceTypes the types of resources that are looked at, with their options, which count
 *     also where all types are; by default instances in all states
 * @param page which page; it has at least 5 references, by default all come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageReferences.html">DescribeImageReferences</a>
 */
public record DescribeImageReferences(
    ImmutableSet<ImageId> imageIds,
    boolean includeAllResourceTypes,
    ImmutableList<ResourceTypeRequest> resourceTypes,
    PageRequest page)
    implements Listing<ResourceReference> {
  private static final int MOST_IDS = 10;
  private static final int DEEPEST = 10_000;
  private static final String STATE_NAME = "state-name";
  private static final String VERSION_DEPTH = "version-depth";

  private static final MessageTemplate NO_DEPTH = own("Value ({value}) for parameter optionValue is"
      + " invalid. Value must be an integer from 1 to 10000.");

  /** A request names at most 10 images. */
  public static final Rule FEW_IDS = Rule.rule(
          "describe-image-references.few-ids",
          "references to at most 10 images are asked for at once",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, DescribeImageReferences, ImageIds",
          "USE-07",
          "QUOTA-13")
      .saying(own("The maximum number of image IDs specified on a single call is 10"));

  /** The type is one of those that refer to images. */
  public static final Rule TYPE_KNOWN = Rule.rule(
          "describe-image-references.type-known",
          "only resources of certain types refer to images",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ResourceTypeRequest, ResourceType",
          "USE-07",
          "REF-04")
      .saying(own("Invalid value '{value}' for resourceType."));

  /** Instances and launch templates have an option each, and others have none. */
  public static final Rule OPTION_OF_TYPE = Rule.rule(
          "describe-image-references.option-of-type",
          "instances are narrowed down by state-name, launch templates by version-depth, and"
              + " resources of other types not at all",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, ResourceTypeOption, OptionName",
          "USE-08",
          "REF-05")
      .saying(own("The option {value} is not supported for resource type {type}."));

  /** The values of an option are ones that it takes. */
  public static final Rule OPTION_VALUE = Rule.rule(
          "describe-image-references.option-value",
          "state-name takes states of instances, version-depth a number from 1 to 10,000",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, ResourceTypeOption, OptionValues",
          "USE-08",
          "REF-05")
      .saying(own("Invalid value '{value}' for optionValue."), NO_DEPTH);

  /**
   * Refuses null.
   *
   * @param imageIds the images, 1 to 10
   * @param includeAllResourceTypes whether resources of all types are looked at
   * @param resourceTypes the types of resources that are looked at, with their options, which count
   *     also where all types are; by default instances in all states
   * @param page which page; it has at least 5 references, by default all come at once
   */
  public DescribeImageReferences {
    requireNonNull(imageIds, "imageIds");
    requireNonNull(resourceTypes, "resourceTypes");
    requireNonNull(page, "page");
  }

  /**
   * Asks for the references to images by resources of all types, all at once.
   *
   * @param imageIds the images, 1 to 10
   * @return the request
   */
  public static DescribeImageReferences of(ImageId... imageIds) {
    requireNonNull(imageIds, "imageIds");
    return new DescribeImageReferences(
        ImmutableSet.copyOf(imageIds), true, ImmutableList.of(), PageRequest.first());
  }

  @Override
  public DescribeImageReferences on(PageRequest page) {
    return new DescribeImageReferences(imageIds, includeAllResourceTypes, resourceTypes, page);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (imageIds.isEmpty()) {
      broken.add(MissingAttributesException.absent("imageIds", "ImageId"));
    }
    if (imageIds.size() > MOST_IDS) {
      broken.add(FEW_IDS.brokenBy("imageIds", imageIds.size()));
    }
    if (!includeAllResourceTypes && resourceTypes.isEmpty()) {
      broken.add(MissingAttributesException.absent(
          "resourceTypes", "IncludeAllResourceTypes/ResourceType"));
    }
    for (int i = 0; i < resourceTypes.size(); i++) {
      for (Violation violation : malformed(resourceTypes.get(i))) {
        broken.add(violation.within("resourceTypes[" + i + "]"));
      }
    }
    return broken.addAll(PageRules.ofImageReferences(page.maxResults())).build();
  }

  private static ImmutableList<Violation> malformed(ResourceTypeRequest request) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!request.resourceType().isKnown()) {
      broken.add(TYPE_KNOWN.brokenBy("resourceType", request.resourceType()));
    }
    for (int i = 0; i < request.resourceTypeOptions().size(); i++) {
      ResourceTypeOption option = request.resourceTypeOptions().get(i);
      for (Violation violation : malformed(request.resourceType(), option)) {
        broken.add(violation.within("resourceTypeOptions[" + i + "]"));
      }
    }
    return broken.build();
  }

  private static ImmutableList<Violation> malformed(
      ImageReferenceResourceType type, ResourceTypeOption option) {
    boolean isOfType =
        type.equals(ImageReferenceResourceType.INSTANCE) && option.optionName().equals(STATE_NAME)
            || type.equals(ImageReferenceResourceType.LAUNCH_TEMPLATE)
                && option.optionName().equals(VERSION_DEPTH);
    if (!isOfType) {
      return ImmutableList.of(
          OPTION_OF_TYPE.brokenBy("optionName", option.optionName()).with("type", type));
    }
    if (option.optionValues().isEmpty()) {
      return ImmutableList.of(MissingAttributesException.absent("optionValues", "OptionValue"));
    }
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    for (int i = 0; i < option.optionValues().size(); i++) {
      String value = option.optionValues().get(i);
      boolean isOfDepth = option.optionName().equals(VERSION_DEPTH);
      if (!(isOfDepth ? isDepth(value) : state(value).isPresent())) {
        Violation violation = OPTION_VALUE.brokenBy("optionValues[" + i + "]", value);
        broken.add(isOfDepth ? violation.saying(NO_DEPTH) : violation);
      }
    }
    return broken.build();
  }

  private static boolean isDepth(String value) {
    return Optional.ofNullable(Ints.tryParse(value))
        .filter(depth -> depth >= 1 && depth <= DEEPEST)
        .isPresent();
  }

  private static Optional<InstanceState> state(String word) {
    return Arrays.stream(InstanceState.values())
        .filter(state -> state.toString().equals(word))
        .findFirst();
  }

  @Override
  public String request() {
    return "references to " + ImmutableSortedSet.copyOf(imageIds) + " by "
        + (includeAllResourceTypes ? "all and " : "") + resourceTypes;
  }

  @Override
  public Outcome<Result<ResourceReference>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableSet<InstanceState> states = states();
      ImmutableList<ResourceReference> found = plan.here()
          .instances()
          .ownedBy(plan.caller())
          .filter(instance ->
              imageIds.contains(instance.image().imageId()) && states.contains(instance.state()))
          .map(instance -> reference(plan, instance))
          .collect(toImmutableList());
      return Result.of(
          found,
          reference -> reference.imageId() + "/" + reference.arn(),
          () -> asked(situation),
          plan.now());
    });
  }

  /** The states of instances that are looked at. */
  private ImmutableSet<InstanceState> states() {
    ImmutableList<ResourceTypeRequest> ofInstances = resourceTypes.stream()
        .filter(request -> request.resourceType().equals(ImageReferenceResourceType.INSTANCE))
        .collect(toImmutableList());
    boolean areAll = ofInstances.isEmpty()
        ? includeAllResourceTypes
        : ofInstances.stream().anyMatch(request -> request.resourceTypeOptions().isEmpty());
    return areAll
        ? ImmutableSet.copyOf(InstanceState.values())
        : ofInstances.stream()
            .flatMap(request -> request.resourceTypeOptions().stream())
            .flatMap(option -> option.optionValues().stream())
            .flatMap(word -> state(word).stream())
            .collect(toImmutableSet());
  }

  private static ResourceReference reference(Plan plan, Instance instance) {
    return new ResourceReference(
        instance.image().imageId(),
        ImageReferenceResourceType.INSTANCE,
        new Arn(
            plan.region().partition(),
            "ec2",
            plan.region().code(),
            plan.caller().value(),
            "instance/" + instance.instanceId()));
  }
}
