package dev.amikit.endpoint;

import dev.amikit.awssdk.QueryAnswer;

/** What answers requests of one kind. */
interface Service {
  /** Answers a request; what this throws otherwise is a fault. */
  QueryAnswer answer(Request request) throws Refused;

  /** Returns the answer to a request that was refused, or that failed, in its own form. */
  QueryAnswer refusal(Refused refused, String requestId);
}
