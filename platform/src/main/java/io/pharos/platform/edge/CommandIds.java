package io.pharos.platform.edge;

/** Where ids of core commands come from: the client of the core, which numbers its commands. */
public interface CommandIds {
    /** The id of this process at the core; the same after a restart. */
    long clientId();

    /** A new command id, greater than any before. */
    long next();

    /**
     * Whether the core has executed or refused a command of any process. If it has not, it never will.
     *
     * @throws io.pharos.platform.peer.RoleUnavailable when the core cannot be asked
     */
    boolean seen(long clientId, long commandId);
}
