package io.pharos.cluster.client;

/** How a client stands with the cluster. */
public enum ClientState {
    /** Looking for a leader; commands wait. */
    CONNECTING,
    /** In a session with the leader. */
    CONNECTED,
    /** Closed by its owner. */
    CLOSED
}
