package io.pharos.cluster.member;

/**
 * Why a member stopped by itself.
 *
 * @param reason in words, one line
 */
public record MemberFailure(Kind kind, String reason) {

    /** What can be done about it. */
    public enum Kind {
        /** Its recordings are damaged or contradict one another: quarantine the directory and rebuild from the peers. */
        CORRUPTED,
        /** Its state differs from its peers', or breaks an invariant: quarantine, rebuild, and find out why. */
        DIVERGED,
        /** Its threads or its driver stopped, its disk failed or is full: start it again. */
        STOPPED
    }
}
