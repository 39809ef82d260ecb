/**
 * The EC2 clients of the AWS SDK for Java over a registry in the same process, for tests of code
 * that calls EC2.
 *
 * <ul>
 *   <li>Start at {@link dev.amikit.awssdk.Ec2Clients}, which makes them.
 *   <li>{@link dev.amikit.awssdk.QueryProtocol} answers requests of EC2's query protocol, whoever
 *       speaks it; each answer is a {@link dev.amikit.awssdk.QueryAnswer}.
 *   <li>{@link dev.amikit.awssdk.InProcessHttpClient} takes requests of any client of the SDK to
 *       what answers them.
 *   <li>{@link dev.amikit.awssdk.AmiSdk} turns the SDK's images, snapshots, requests and answers
 *       into values of the library, and back.
 * </ul>
 */
@NullMarked
package dev.amikit.awssdk;

import org.jspecify.annotations.NullMarked;
