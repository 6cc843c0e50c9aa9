package io.pharos.platform.sandbox.venue;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes the sandbox venue fail in the ways of a real one. For staff only. */
@RestController
@RequestMapping("/api/v1/sandbox/venue")
@Tag(name = "sandbox", description = "Drills with the sandbox's counterparties; staff only")
final class SandboxVenueController {
    private final VenueAcceptor acceptor;

    SandboxVenueController(VenueAcceptor acceptor) {
        this.acceptor = acceptor;
    }

    /** What the venue does once. */
    public enum VenueDrill {
        /** Breaks the connection. */
        DROP,
        /** Takes the last trade back. */
        BUST,
        /** Tells the last trade anew, a cent cheaper. */
        CORRECT,
        /** Cancels the oldest open order unasked. */
        CANCEL
    }

    /** How the venue shall behave from now on. */
    public record VenueModeForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            VenueMode mode) {}

    /** What the venue shall do once. */
    public record VenueDrillForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            VenueDrill drill) {}

    /** How the venue behaves, and how many orders are open there. */
    public record SandboxVenueView(VenueMode mode, long openOrders) {}

    /** Whether there was anything to do it with. */
    public record VenueDrillResult(boolean done) {}

    @GetMapping
    @Operation(summary = "How the sandbox venue behaves; staff only")
    SandboxVenueView view(Caller caller) {
        requireStaff(caller);
        return new SandboxVenueView(acceptor.venue().mode(), acceptor.venue().openOrders());
    }

    @PostMapping
    @Operation(summary = "Make the sandbox venue work, stall, reject, duplicate or reorder; staff only")
    SandboxVenueView change(Caller caller, @RequestBody VenueModeForm form) {
        requireStaff(caller);
        VenueMode mode = form.mode();
        if (mode == null) {
            throw ProblemException.at("/mode", EdgeProblem.VALUE_MISSING);
        }
        acceptor.venue().mode(mode);
        return view(caller);
    }

    @PostMapping("/drills")
    @Operation(summary = "Drop the connection, bust or correct the last trade, cancel an order unasked; staff only")
    VenueDrillResult drill(Caller caller, @RequestBody VenueDrillForm form) {
        requireStaff(caller);
        VenueDrill drill = form.drill();
        if (drill == null) {
            throw ProblemException.at("/drill", EdgeProblem.VALUE_MISSING);
        }
        return new VenueDrillResult(
                switch (drill) {
                    case DROP -> {
                        acceptor.drop();
                        yield true;
                    }
                    case BUST -> acceptor.venue().bustLast();
                    case CORRECT -> acceptor.venue().correctLast();
                    case CANCEL -> acceptor.venue().cancelOldest();
                });
    }

    private static void requireStaff(Caller caller) {
        if (caller.role() != CallerRole.STAFF) {
            throw new ProblemException(EdgeProblem.FORBIDDEN);
        }
    }
}
