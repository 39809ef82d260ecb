package dev.amikit.registry;

/**
 * {@code GetSnapshotBlockPublicAccessState}: whether snapshots of the account may become, or be,
 * public in the Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetSnapshotBlockPublicAccessState.html">GetSnapshotBlockPublicAccessState</a>
 */
public record GetSnapshotBlockPublicAccessState() implements ReadOperation<BlockPublicAccessState> {
  @Override
  public Outcome<BlockPublicAccessState> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      AccountSettings settings = plan.callerSettings();
      return new BlockPublicAccessState(settings.snapshotBlockPublicAccess(), settings.managedBy());
    });
  }
}
