package io.pharos.platform.edge;

/**
 * The identity of a command that was recorded before the command was sent.
 *
 * @param clientId the process that recorded it
 * @param resumed whether a former attempt may already have sent it
 */
public record CommandRef(long clientId, long commandId, boolean resumed) {}
