package io.pharos.platform.core;

/**
 * A command of an account's holder was committed in this process. Published as an application event, so that what the
 * holder reads next can wait for it.
 *
 * @param sequence of the command's last event
 */
public record AccountWritten(long accountId, long sequence) {}
