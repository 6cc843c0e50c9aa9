package io.pharos.platform.sandbox.participants;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Instrument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands instruments over to recorded replays, and pauses the participants. For staff only. */
@RestController
@RequestMapping("/api/v1/sandbox")
public final class ReplaysController {
    private final Participants participants;
    private final Desk desk;
    private final List<Instrument> instruments;
    private final Map<String, Replay> replays = new ConcurrentHashMap<>();

    public ReplaysController(Participants participants, Desk desk, List<Instrument> instruments) {
        this.participants = participants;
        this.desk = desk;
        this.instruments = List.copyOf(instruments);
    }

    /** Which instrument a replay wants. */
    public record ReplayRequest(@Nullable String symbol) {}

    /**
     * An instrument in the hands of a replay.
     *
     * @param id gives it back
     * @param accountId the caller's own account, which was given money and securities to trade with
     */
    public record Replay(String id, String symbol, String accountId) {}

    /** Whether the participants trade, and what they leave alone. */
    public record ParticipantsState(boolean running, List<String> handedOver) {}

    /** What the participants shall do. */
    public record ParticipantsRequest(@Nullable Boolean running) {}

    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.CREATED)
    Replay take(Caller caller, @RequestBody ReplayRequest request) {
        requireStaff(caller);
        Instrument instrument = instruments.stream()
                .filter(i -> i.symbol().equals(request.symbol()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(EdgeProblem.NOT_FOUND));
        // A replay that crashed never gave its instrument back: the newest one has it.
        replays.values().removeIf(other -> other.symbol().equals(instrument.symbol()));
        participants.leave(instrument);
        desk.register(caller.accountId());
        desk.issue(caller.accountId(), instrument.quote());
        desk.issue(caller.accountId(), instrument.base());
        Replay replay = new Replay("rpl_" + UUID.randomUUID(), instrument.symbol(), "acc_" + caller.accountId());
        replays.put(replay.id(), replay);
        return replay;
    }

    @DeleteMapping("/replays/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Caller caller, @PathVariable("id") String id) {
        requireStaff(caller);
        Replay replay = replays.remove(id);
        if (replay == null) {
            throw new ProblemException(EdgeProblem.NOT_FOUND);
        }
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(replay.symbol())) {
                desk.cancelAll(caller.accountId(), instrument);
                participants.comeBack(instrument);
            }
        }
    }

    @GetMapping("/participants")
    ParticipantsState participants(Caller caller) {
        requireStaff(caller);
        return state();
    }

    @PutMapping("/participants")
    ParticipantsState setParticipants(Caller caller, @RequestBody ParticipantsRequest request) {
        requireStaff(caller);
        if (request.running() == null) {
            throw ProblemException.at("/running", EdgeProblem.VALUE_MISSING);
        }
        participants.setRunning(request.running());
        return state();
    }

    private ParticipantsState state() {
        return new ParticipantsState(
                participants.isRunning(),
                participants.handedOver().stream().sorted().toList());
    }

    private static void requireStaff(Caller caller) {
        if (caller.role() != CallerRole.STAFF) {
            throw new ProblemException(EdgeProblem.FORBIDDEN);
        }
    }
}
