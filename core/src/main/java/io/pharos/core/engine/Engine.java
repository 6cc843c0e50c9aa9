package io.pharos.core.engine;

import io.pharos.core.command.AskOutcome;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.TakeDigest;
import io.pharos.core.command.Transfer;
import io.pharos.core.event.EventSink;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/**
 * The state machine of Pharos: the same commands at the same log times give the same events, replies and digest on every
 * member, always.
 *
 * <p>{@code apply} recognises a repeated command and answers it with the first outcome, executes a new one, and remembers
 * its reply. It never throws on what a command says; an {@link io.pharos.core.state.InvariantViolation} means that this
 * replica must stop. The reply is a flyweight, valid until the next call.
 */
public final class Engine {
    private final Reply reply = new Reply();

    /** An engine with no state. */
    public Engine(EngineSettings settings, EventSink sink) {}

    /**
     * Advances log time and expires the holds whose deadline has come. Called before each command with the time of its
     * log entry, and when {@link #nextDeadlineNanos()} has come. Time never goes back: an earlier time changes nothing.
     */
    public void advanceTo(long timeNanos) {}

    /** Log time of the earliest deadline; {@code Long.MAX_VALUE} where there is none. */
    public long nextDeadlineNanos() {
        return Long.MAX_VALUE;
    }

    /** Log time, nanoseconds since the epoch. */
    public long timeNanos() {
        return 0;
    }

    /** Sequence of the last event; 0 before the first. */
    public long sequence() {
        return 0;
    }

    public Reply apply(RegisterAsset command) {
        return reply;
    }

    public Reply apply(RegisterInstrument command) {
        return reply;
    }

    public Reply apply(RegisterAccount command) {
        return reply;
    }

    public Reply apply(Transfer command) {
        return reply;
    }

    public Reply apply(LinkedTransfers command) {
        return reply;
    }

    public Reply apply(Hold command) {
        return reply;
    }

    public Reply apply(CaptureHold command) {
        return reply;
    }

    public Reply apply(ReleaseHold command) {
        return reply;
    }

    public Reply apply(PlaceOrder command) {
        return reply;
    }

    public Reply apply(CancelOrder command) {
        return reply;
    }

    public Reply apply(ReplaceOrder command) {
        return reply;
    }

    public Reply apply(MassCancel command) {
        return reply;
    }

    public Reply apply(OpenInstrument command) {
        return reply;
    }

    public Reply apply(HaltInstrument command) {
        return reply;
    }

    public Reply apply(CloseInstrument command) {
        return reply;
    }

    public Reply apply(AskOutcome command) {
        return reply;
    }

    public Reply apply(TakeDigest command) {
        return reply;
    }

    /** Digest of the whole state, kept up to date by every change: reading it costs nothing. */
    public long digest() {
        return 0;
    }

    /** Writes the whole state, its digest last. The caller then calls {@link StateWriter#finish()}. */
    public void save(StateWriter out) {}

    /**
     * Reads a state back, recomputes its digest from what was read and checks it and every invariant.
     *
     * @throws io.pharos.core.state.InvariantViolation where the digest or an invariant does not hold, the snapshot is
     *     damaged, or it was made under other settings
     */
    public static Engine load(StateReader in, EngineSettings settings, EventSink sink) {
        return new Engine(settings, sink);
    }
}
