package dev.amikit.jackson;

import com.fasterxml.jackson.databind.module.SimpleModule;

/** Teaches an {@code ObjectMapper} the JSON that the AWS CLI prints. */
public final class AmiModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Makes the module, to be handed to {@code ObjectMapper.registerModule}. */
  public AmiModule() {
    super("amikit");
  }
}
