/**
 * EC2 on loopback: a registry behind an HTTP server, for the AWS CLI, boto3, Packer and whatever
 * else speaks to EC2.
 *
 * <ul>
 *   <li>Start at {@link dev.amikit.endpoint.AmiEndpoint}, the server.
 *   <li>{@link dev.amikit.endpoint.MovableClock} is a clock that goes with the system's and can be
 *       told to pass time.
 *   <li>{@link dev.amikit.endpoint.EndpointProgram} starts a server from the command line.
 * </ul>
 */
@NullMarked
package dev.amikit.endpoint;

import org.jspecify.annotations.NullMarked;
