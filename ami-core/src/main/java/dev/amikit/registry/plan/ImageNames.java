package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.recorded;

import com.google.common.collect.ImmutableSortedSet;
import dev.amikit.id.ImageId;
import dev.amikit.image.ImageName;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/** The names of an account's images in a Region. */
public final class ImageNames {
  public static final Rule FREE = Rule.rule(
          "image-name.free",
          "no other image of the account in the Region has the name: pending, available,"
              + " disabled or"
              + " failed",
          ErrorCode.INVALID_AMI_NAME_DUPLICATE,
          "error codes, InvalidAMIName.Duplicate",
          "COM-05",
          "COM-06",
          "COM-07",
          "COM-08",
          "COM-09",
          "NAME-04",
          "INV-06",
          "BIN-20")
      .saying(recorded("AMI name {name} is already in use by AMI {imageId}"));

  private ImageNames() {}

  /** Refuses, naming the first holder by ID, if another image of the caller has the name. */
  public static void requireFree(Plan plan, ImageName name) {
    ImmutableSortedSet<ImageId> holders = plan.here().images().nameHolders(plan.caller(), name);
    if (!holders.isEmpty()) {
      throw Plan.refused(FREE.brokenBy("name", name).with("imageId", holders.first()));
    }
  }
}
