package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CommandReply;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.trading.entry.OrderEntry.Result;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the core on a request thread, and turns a refusal into the problem that ends the request. */
final class Replies {
    /** Longer than the core's client needs to say that it does not know. */
    private static final long WAIT_MAX_SECONDS = 30;

    private Replies() {}

    static CommandReply await(CompletionStage<Result> stage) {
        Result result;
        try {
            result = stage.toCompletableFuture().get(WAIT_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ProblemException(EdgeProblem.EXECUTION_UNKNOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(EdgeProblem.EXECUTION_UNKNOWN);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the command could not be prepared", e.getCause());
        }
        if (result instanceof Result.Done done) {
            return done.reply();
        }
        throw problem(((Result.Refused) result).problem());
    }

    static ProblemException problem(FieldProblem refusal) {
        Object[] arguments = refusal.arguments().toArray();
        return refusal.pointer().isEmpty()
                ? new ProblemException(refusal.code(), List.of(), arguments)
                : ProblemException.at(refusal.pointer(), refusal.code(), arguments);
    }
}
