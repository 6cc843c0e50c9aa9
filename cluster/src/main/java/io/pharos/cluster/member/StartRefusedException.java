package io.pharos.cluster.member;

/** The member did not start, and its message says why in one line. Its directory is as it was. */
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. The exit status of a process that runs one member is {@link #exitStatus()}. */
    public enum Reason {
        /** Another process uses the directory. */
        DIRECTORY_IN_USE(10),
        /** A port of the member is taken. */
        PORT_TAKEN(11),
        /** The directory is empty, and neither was bootstrapping asked for nor is a non-empty quorum up. */
        EMPTY_WITHOUT_QUORUM(12),
        /** The directory belongs to another cluster than its peers. */
        OTHER_CLUSTER(13),
        /** The recordings fail their checksums, or contradict one another. */
        CORRUPTED(14),
        /** The directory cannot be read or written. */
        DIRECTORY_UNUSABLE(15);

        private final int exitStatus;

        Reason(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        public int exitStatus() {
            return exitStatus;
        }
    }

    private final Reason reason;

    public StartRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public StartRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
