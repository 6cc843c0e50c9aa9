package io.pharos.platform.stream;

import org.jspecify.annotations.Nullable;

/** Something that changes and can be followed. */
public sealed interface Channel {
    /**
     * A channel of which only the latest state matters: a reader is given the present state when it has time, at most ten
     * times a second, so it is never behind by more than one message.
     */
    non-sealed interface Conflated extends Channel {
        /**
         * The state, if it changed.
         *
         * @param after the sequence that the reader has; 0 = nothing yet, and then the answer is a snapshot
         * @return null when nothing changed since
         */
        @Nullable
        State next(long after);
    }

    /** A channel of which every change matters: frames are pushed, in order, without a gap. */
    non-sealed interface Ordered extends Channel {
        /**
         * Starts pushing: first a snapshot, or, when the reader has one, everything after it.
         *
         * @param after the sequence that the reader has; 0 = nothing yet
         * @return stops pushing
         */
        Runnable attach(long after, Sink sink);

        /**
         * Whether a snapshot tells all that the changes before it told. A slow reader is then given a new snapshot
         * instead of the changes that it has no time for.
         */
        default boolean isWholeInSnapshot() {
            return false;
        }
    }

    /**
     * A channel of a role that runs in another process: what that process says of it is passed on as it is.
     *
     * @param role the role's name
     */
    record Forwarded(String role) implements Channel {}

    /**
     * What a conflated channel shows.
     *
     * @param data JSON
     */
    record State(long sequence, String data) {}

    /** Where an ordered channel pushes to. It never blocks. */
    interface Sink {
        /** Every change since the sequence that the reader said it has cannot be told: it must ask anew. */
        void resyncRequired();

        /** The whole state, as JSON. */
        void snapshot(long sequence, String data);

        /** The change from the state at {@code previous} to the one at {@code sequence}, as JSON. */
        void delta(long sequence, long previous, String data);
    }
}
