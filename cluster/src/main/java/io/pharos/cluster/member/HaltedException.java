package io.pharos.cluster.member;

/** Thrown through the service when its member must stop; the reason is in the failure latch. */
final class HaltedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    final MemberFailure.Kind kind;

    HaltedException(MemberFailure.Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }
}
