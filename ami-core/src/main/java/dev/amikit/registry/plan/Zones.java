package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.quoted;

import dev.amikit.id.Region;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;

/** The Availability Zones of a Region, each of which is called by the Region and a letter. */
public final class Zones {
  /** The zone is one of the Region. */
  public static final Rule EXISTS = Rule.rule(
          "availability-zone.exists",
          "an Availability Zone that a request names is called by its Region and a letter",
          ErrorCode.INVALID_ZONE_NOT_FOUND,
          "EC2 User Guide, Regions and Zones; error codes, InvalidZone.NotFound; observed: answers"
              + " of CreateVolume that users quote",
          "ID-17")
      .saying(quoted("The zone '{value}' does not exist."));

  private Zones() {}

  /** The zone of what is placed in none by name. */
  public static String first(Region region) {
    return region + "a";
  }

  /** Refuses a zone that the Region does not have. */
  public static void requireExisting(Plan plan, Optional<String> zone, String path) {
    zone.ifPresent(named -> plan.require(isOf(plan.region(), named), EXISTS, path, named));
  }

  private static boolean isOf(Region region, String zone) {
    int letter = region.code().length();
    return zone.length() == letter + 1
        && zone.startsWith(region.code())
        && zone.charAt(letter) >= 'a'
        && zone.charAt(letter) <= 'z';
  }
}
