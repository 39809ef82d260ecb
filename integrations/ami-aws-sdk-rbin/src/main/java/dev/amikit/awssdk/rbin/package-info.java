/**
 * The Recycle Bin's own service, with its retention rules, over a registry in the same process.
 *
 * <ul>
 *   <li>Start at {@link dev.amikit.awssdk.rbin.RecycleBinHttp}, which is what the client of the SDK
 *       for the Recycle Bin is built with.
 *   <li>{@link dev.amikit.awssdk.rbin.RecycleBinProtocol} answers requests of the service, whoever
 *       sends them.
 * </ul>
 *
 * <p>What lies in the Recycle Bin is EC2's to tell: {@link dev.amikit.awssdk.Ec2Clients}.
 */
@NullMarked
package dev.amikit.awssdk.rbin;

import org.jspecify.annotations.NullMarked;
