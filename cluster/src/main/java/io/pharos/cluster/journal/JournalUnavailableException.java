package io.pharos.cluster.journal;

/** A member's journal cannot be read now; another member's may be. */
final class JournalUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JournalUnavailableException(String message) {
        super(message);
    }
}
