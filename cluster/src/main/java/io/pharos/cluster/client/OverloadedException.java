package io.pharos.cluster.client;

/** Too many commands wait for an answer. This one was not sent; it may be submitted again later. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OverloadedException(int pendingMax) {
        super("more than " + pendingMax + " commands wait for the core");
    }
}
