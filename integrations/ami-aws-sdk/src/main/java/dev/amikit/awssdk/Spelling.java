package dev.amikit.awssdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.amikit.rule.RuleViolationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the query protocol has several spellings for, and what it has that changes nothing here: a
 * request as it came becomes one as the library reads it.
 */
final class Spelling {
  /** Members that are taken and change nothing. */
  private static final ImmutableSetMultimap<String, String> WITHOUT_EFFECT =
      ImmutableSetMultimap.<String, String>builder()
          // They say whose request it is, which is known already.
          .putAll("CopySnapshot", "DestinationRegion", "PresignedUrl")
          // Which zone has an ID differs from account to account.
          .putAll("CreateVolume", "AvailabilityZoneId")
          // AWS manages nothing here.
          .putAll("DescribeInstances", "IncludeManagedResources")
          .putAll("DescribeVolumes", "IncludeManagedResources")
          // Nothing here needs force.
          .putAll("DetachVolume", "Force")
          .putAll("StopInstances", "Force", "SkipOsShutdown")
          .putAll("TerminateInstances", "Force", "SkipOsShutdown")
          .build();

  private static final ImmutableMap<String, String> OF_IMAGE = ImmutableMap.of(
      "UserIds", "UserId",
      "UserGroups", "Group",
      "OrganizationArns", "OrganizationArn",
      "OrganizationalUnitArns", "OrganizationalUnitArn");

  private static final ImmutableMap<String, String> OF_SNAPSHOT =
      ImmutableMap.of("UserIds", "UserId", "GroupNames", "Group");

  /** Attributes whose change has a structure of its own. */
  private static final ImmutableSet<String> STRUCTURES =
      ImmutableSet.of("Description", "ImdsSupport", "LaunchPermission");

  private Spelling() {}

  /** The members of an operation that are taken and change nothing. */
  static ImmutableSet<String> withoutEffect(String action) {
    return WITHOUT_EFFECT.get(action);
  }

  /** Returns a request as the library reads it. */
  static ObjectNode normal(String action, ObjectNode request) {
    request.remove(WITHOUT_EFFECT.get(action));
    switch (action) {
      case "ModifyImageAttribute" -> imageAttribute(request);
      case "ModifySnapshotAttribute" -> snapshotAttribute(request);
      case "CreateVolume" -> volumeType(request);
      case "RegisterImage" -> {
        if ("".equals(text(request, "ImageLocation"))) {
          request.remove("ImageLocation");
        }
      }
      case "RunInstances" -> {
        if (!request.has("InstanceType")) {
          request.put("InstanceType", "m1.small");
        }
      }
      default -> {}
    }
    request.path("BlockDeviceMappings").forEach(mapping -> {
      if (mapping.get("Ebs") instanceof ObjectNode ebs) {
        volumeType(ebs);
      }
    });
    return request;
  }

  /** A volume type may be in capitals, or empty for the default. */
  private static void volumeType(ObjectNode ebs) {
    String type = text(ebs, "VolumeType");
    if (type != null) {
      ebs.put("VolumeType", type.isEmpty() ? "gp2" : Ascii.toLowerCase(type));
    }
  }

  private static void imageAttribute(ObjectNode request) {
    // Beside its structure, EC2 takes the name of an attribute in any case and with spaces.
    String named = text(request, "Attribute");
    if (named != null
        && STRUCTURES.stream()
            .filter(request::has)
            .anyMatch(structure -> Ascii.equalsIgnoreCase(structure, named.trim()))) {
      request.remove("Attribute");
    }
    String attribute = text(request, "Attribute");
    String operation = take(request, "OperationType");
    String value = take(request, "Value");
    Optional<String> flat = operation == null
        ? OF_IMAGE.keySet().stream().filter(request::has).findFirst()
        : Optional.of("OperationType");
    if (flat.isPresent()) {
      if (attribute == null) {
        throw noAttribute("The request must contain the parameter LaunchPermission");
      }
      if (!attribute.equals("launchPermission")) {
        throw notTogether(flat.get(), attribute);
      }
      permissions(request, "LaunchPermission", attribute, operation, OF_IMAGE);
    }
    if (value != null) {
      switch (attribute == null ? "" : attribute) {
        case "" -> throw noAttribute("The request must contain the parameter Attribute");
        case "description" -> request.putObject("Description").put("Value", value);
        case "imdsSupport" -> request.putObject("ImdsSupport").put("Value", value);
        case "launchPermission" -> throw notTogether("Value", "launchPermission");
        // Which attributes can be modified, the library tells.
        default -> {}
      }
    }
    oneGranteeEach(request.path("LaunchPermission"));
  }

  private static void snapshotAttribute(ObjectNode request) {
    String attribute = text(request, "Attribute");
    boolean isFlat =
        request.has("OperationType") || OF_SNAPSHOT.keySet().stream().anyMatch(request::has);
    if (attribute == null && (isFlat || !request.has("CreateVolumePermission"))) {
      throw noAttribute(
          "Value for parameter attribute is invalid. Parameter may not be null or empty.");
    }
    if (isFlat) {
      String operation = take(request, "OperationType");
      permissions(request, "CreateVolumePermission", attribute, operation, OF_SNAPSHOT);
    }
    oneGranteeEach(request.path("CreateVolumePermission"));
  }

  /** The flat form of permissions becomes the structured one. */
  private static void permissions(
      ObjectNode request,
      String structure,
      @Nullable String attribute,
      @Nullable String operation,
      ImmutableMap<String, String> lists) {
    if (operation == null) {
      throw FlatForm.refuse(
          FlatForm.COMBINATION,
          "OperationType",
          "absent",
          "No operation specified for %s attribute.".formatted(attribute));
    }
    ArrayNode grantees = JsonNodeFactory.instance.arrayNode();
    lists.forEach((list, grantee) -> {
      JsonNode named = request.remove(list);
      if (named != null) {
        named.forEach(each -> grantees.addObject().set(grantee, each));
      }
    });
    switch (operation) {
      case "add" -> request.withObject("/" + structure).withArray("Add").addAll(grantees);
      case "remove" -> request.withObject("/" + structure).withArray("Remove").addAll(grantees);
      default -> throw FlatForm.OPERATION_TYPE.refuse("OperationType", operation);
    }
  }

  private static RuleViolationException noAttribute(String words) {
    return FlatForm.refuse(FlatForm.ATTRIBUTE, "Attribute", "absent", words);
  }

  private static RuleViolationException notTogether(String parameter, String attribute) {
    return FlatForm.refuse(
        FlatForm.COMBINATION,
        parameter,
        attribute,
        "The parameter %s cannot be used with the attribute %s".formatted(parameter, attribute));
  }

  /** An entry that names several grantees stands for one each. */
  private static void oneGranteeEach(JsonNode changes) {
    for (JsonNode change : changes) {
      if (change instanceof ArrayNode grantees) {
        ImmutableList<JsonNode> entries = ImmutableList.copyOf(grantees);
        grantees.removeAll();
        for (JsonNode entry : entries) {
          if (entry.size() < 2) {
            grantees.add(entry);
          } else {
            entry
                .properties()
                .forEach(grantee -> grantees.addObject().set(grantee.getKey(), grantee.getValue()));
          }
        }
      }
    }
  }

  private static @Nullable String take(ObjectNode request, String name) {
    String text = text(request, name);
    request.remove(name);
    return text;
  }

  /** The text of a member that has one; null if it is absent. */
  private static @Nullable String text(ObjectNode tree, String name) {
    return tree.get(name) instanceof TextNode text ? text.textValue() : null;
  }
}
