package io.pharos.cluster.member;

/** What a member is in its cluster, at the moment. */
public enum MemberRole {
    /** Starting, replaying or electing: serves nobody. */
    STARTING,
    FOLLOWER,
    LEADER,
    /** Stopped by its owner or by an error; it will not come back by itself. */
    STOPPED
}
