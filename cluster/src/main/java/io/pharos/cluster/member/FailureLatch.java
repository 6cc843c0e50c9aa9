package io.pharos.cluster.member;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The first failure that ends a member. Any thread may trip it. */
final class FailureLatch {

    private final CompletableFuture<MemberFailure> failure = new CompletableFuture<>();

    void trip(MemberFailure.Kind kind, String reason) {
        failure.complete(new MemberFailure(kind, reason));
    }

    boolean isTripped() {
        return failure.isDone();
    }

    @Nullable
    MemberFailure failure() {
        return failure.getNow(null);
    }

    CompletionStage<MemberFailure> whenTripped() {
        return failure;
    }
}
