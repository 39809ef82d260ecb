package dev.amikit.registry.s3;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations that store images in S3 and restore them. */
public final class S3Operations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CreateRestoreImageTask.OBJECT_EXISTS,
      CreateRestoreImageTask.WORK_LIMIT,
      CreateStoreImageTask.STORABLE,
      CreateStoreImageTask.AVAILABLE,
      CreateStoreImageTask.SHARED_DIRECTLY,
      CreateStoreImageTask.BUCKET_HERE,
      CreateStoreImageTask.ONCE,
      CreateStoreImageTask.SIZE,
      CreateStoreImageTask.WORK_LIMIT,
      CreateStoreImageTask.OBJECT_TAG,
      DescribeStoreImageTasks.FEW_IDS);

  private S3Operations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
