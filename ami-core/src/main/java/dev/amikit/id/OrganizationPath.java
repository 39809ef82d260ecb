package dev.amikit.id;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;

/**
 * Where an account stands in AWS Organizations.
 *
 * @param organization the organization that it is a member of
 * @param units the organizational unit that it is placed in, and all above that one; empty for an
 *     account right below the root
 */
public record OrganizationPath(
    OrganizationArn organization, ImmutableSet<OrganizationalUnitArn> units) {
  /**
   * Refuses null.
   *
   * @param organization the organization that it is a member of
   * @param units the organizational unit that it is placed in, and all above that one; empty for an
   *     account right below the root
   */
  public OrganizationPath {
    requireNonNull(organization, "organization");
    requireNonNull(units, "units");
  }

  /**
   * Returns a place in an organization.
   *
   * @param organization the organization
   * @param units the organizational units around the place, in any order
   * @return the place
   */
  public static OrganizationPath of(OrganizationArn organization, OrganizationalUnitArn... units) {
    requireNonNull(organization, "organization");
    requireNonNull(units, "units");
    return new OrganizationPath(organization, ImmutableSet.copyOf(units));
  }
}
