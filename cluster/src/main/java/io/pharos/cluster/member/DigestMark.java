package io.pharos.cluster.member;

/**
 * The digest of all state of the core at a position of the log: equal on every member.
 *
 * @param logPosition in the log of commands
 * @param sequence    of the last event before it
 * @param digest      of the state
 */
public record DigestMark(long logPosition, long sequence, long digest) {}
