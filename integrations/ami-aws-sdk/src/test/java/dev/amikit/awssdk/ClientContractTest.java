package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Table;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.testkit.contract.CallSequence;
import dev.amikit.testkit.contract.Ec2Contract;
import java.time.Clock;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * EC2 that is reached through the SDK's own client keeps the contract of every EC2: a request that
 * becomes the SDK's, and a response that becomes an answer again, lose nothing on the way. What the
 * SDK has no operation for, those of the Recycle Bin's own service, is called directly.
 *
 * <p>Each call takes the whole way over XML, so that fewer sequences are tried than in memory.
 */
@Tag("long")
class ClientContractTest implements Ec2Contract {
  /** EC2 answers these with less than the library does; all that it answers with is compared. */
  private static final ImmutableSet<String> OF_MORE_THAN_EC2_TELLS = ImmutableSet.of(
      "CreateStoreImageTask", // the key alone, without the bucket, which the request named
      "DisableAllowedImagesSettings", // the state alone, without the criteria
      "EnableAllowedImagesSettings", // the state alone, without the criteria
      "ReplaceImageCriteriaInAllowedImagesSettings"); // that it is done

  /**
   * The library writes these and reads them nowhere: the response is compared with what the answer
   * is written as.
   */
  private static final ImmutableSet<String> WRITTEN_ONLY = ImmutableSet.of(
      "AttachVolume",
      "CreateSnapshot",
      "CreateSnapshots",
      "CreateVolume",
      "DescribeFastLaunchImages",
      "DescribeImageReferences",
      "DescribeImageUsageReportEntries",
      "DescribeImageUsageReports",
      "DescribeInstances",
      "DescribeLockedSnapshots",
      "DescribeStoreImageTasks",
      "DescribeVolumes",
      "DetachVolume",
      "DisableFastLaunch",
      "DisableImageDeregistrationProtection",
      "EnableFastLaunch",
      "EnableImageDeregistrationProtection",
      "LockSnapshot",
      "ModifySnapshotTier",
      "RestoreSnapshotFromRecycleBin",
      "RestoreSnapshotTier",
      "RunInstances",
      "StartInstances",
      "StopInstances",
      "TerminateInstances");

  /** Their answer is that they are carried out. */
  private static final ImmutableSet<String> DONE = ImmutableSet.of(
      "CancelImageLaunchPermission",
      "CreateTags",
      "DeleteImageUsageReport",
      "DeleteSnapshot",
      "DeleteTags",
      "DeleteVolume",
      "DetachImageWatermark",
      "DisableImage",
      "DisableImageDeprecation",
      "EnableImage",
      "EnableImageDeprecation",
      "ModifyImageAttribute",
      "ModifySnapshotAttribute",
      "ResetImageAttribute",
      "ResetSnapshotAttribute",
      "RestoreImageFromRecycleBin");

  @Override
  public Registry create(Clock clock, RegistrySettings settings) {
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock, settings);
    Table<AccountId, Region, Ec2> clients = HashBasedTable.create();
    return (account, region) -> clients
        .row(account)
        .computeIfAbsent(
            region, any -> new ThroughClient(registry.account(account).in(region)));
  }

  @Override
  @Property(tries = 6)
  public void what_is_carried_out_must_be_answered_as_by_the_model(
      @ForAll("callSequences") CallSequence calls) {
    Ec2Contract.super.what_is_carried_out_must_be_answered_as_by_the_model(calls);
  }

  @Override
  @Property(tries = 6)
  public void what_is_refused_must_be_refused_with_the_code_and_the_words_of_the_model(
      @ForAll("callSequences") CallSequence calls) {
    Ec2Contract.super.what_is_refused_must_be_refused_with_the_code_and_the_words_of_the_model(
        calls);
  }

  @Override
  @Property(tries = 2)
  public void what_is_there_afterwards_must_be_what_the_model_has(
      @ForAll("callSequences") CallSequence calls) {
    Ec2Contract.super.what_is_there_afterwards_must_be_what_the_model_has(calls);
  }

  @Override
  @Property(tries = 1)
  public void a_refused_call_must_change_nothing(@ForAll("callSequences") CallSequence calls) {
    Ec2Contract.super.a_refused_call_must_change_nothing(calls);
  }

  @Override
  @Property(tries = 1)
  public void a_read_must_change_nothing(@ForAll("callSequences") CallSequence calls) {
    Ec2Contract.super.a_read_must_change_nothing(calls);
  }

  @Example
  void how_each_answer_comes_back_is_known() {
    assertThat(Sets.union(
            Sets.union(Responses.readable(), DONE),
            Sets.union(WRITTEN_ONLY, OF_MORE_THAN_EC2_TELLS)))
        .isEqualTo(QueryProtocol.actions());
    assertThat(Responses.readable().size()
            + DONE.size()
            + WRITTEN_ONLY.size()
            + OF_MORE_THAN_EC2_TELLS.size())
        .as("each is named once")
        .isEqualTo(QueryProtocol.actions().size());
  }
}
