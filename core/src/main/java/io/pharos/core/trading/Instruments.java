package io.pharos.core.trading;

import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.InstrumentPhaseChanged;
import io.pharos.core.event.InstrumentRegistered;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The registered instruments, in the order of their registration, and their phases. Instruments are never removed. */
final class Instruments {
    private static final int SYMBOL_LENGTH_MAX = 16;
    private static final int PPM_MAX = 1_000_000;

    private final Ledger ledger;
    private final Settlement settlement;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final int instrumentsMax;
    private final OrderPool pool;
    private final List<Instrument> instruments = new ArrayList<>();
    private final Int2ObjectHashMap<Instrument> byId = new Int2ObjectHashMap<>();
    private final InstrumentRegistered registered = new InstrumentRegistered();
    private final InstrumentPhaseChanged phaseChanged = new InstrumentPhaseChanged();
    private long digest;

    Instruments(
            int instrumentsMax,
            OrderPool pool,
            Ledger ledger,
            Settlement settlement,
            Sequencer sequencer,
            EventSink sink) {
        this.settlement = settlement;
        this.instrumentsMax = instrumentsMax;
        this.pool = pool;
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    @Nullable
    Instrument find(int instrumentId) {
        return byId.get(instrumentId);
    }

    Instrument at(int index) {
        return instruments.get(index);
    }

    int size() {
        return instruments.size();
    }

    Outcome register(RegisterInstrument terms) {
        Outcome outcome = check(terms);
        if (outcome == Outcome.ACCEPTED && find(terms.instrumentId) == null) {
            add(terms);
            emitRegistered(terms);
        }
        return outcome;
    }

    private Outcome check(RegisterInstrument terms) {
        if (terms.instrumentId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        if (!isSymbol(terms.symbol)) {
            return Outcome.SYMBOL_INVALID;
        }
        Instrument existing = find(terms.instrumentId);
        if (existing != null) {
            return existing.hasTerms(terms) ? Outcome.ACCEPTED : Outcome.EXISTS_WITH_OTHER_FIELDS;
        }
        if (ledger.assets().find(terms.baseAssetId) == null || ledger.assets().find(terms.quoteAssetId) == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        if (terms.baseAssetId == terms.quoteAssetId) {
            return Outcome.SAME_ASSET;
        }
        Outcome outcome = checkNumbers(terms);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (ledger.accounts().find(terms.feeAccountId) == Accounts.NOT_FOUND
                || ledger.accounts().find(terms.taxAccountId) == Accounts.NOT_FOUND) {
            return Outcome.FEE_ACCOUNT_NOT_FOUND;
        }
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).symbol.equals(terms.symbol)) {
                return Outcome.SYMBOL_TAKEN;
            }
        }
        return instruments.size() < instrumentsMax ? Outcome.ACCEPTED : Outcome.INSTRUMENTS_LIMIT;
    }

    private static Outcome checkNumbers(RegisterInstrument terms) {
        if (terms.lotMinor < 1
                || terms.boardLotLots < 1
                || terms.maxOrderLots < 0
                || terms.lotMinor > Balances.OUTSTANDING_MAX_MINOR
                || Exact.product(terms.maxOrderLots, terms.lotMinor) == Exact.OVERFLOW) {
            return Outcome.LOT_INVALID;
        }
        if (terms.tickValueMinor < 1 || terms.tickValueMinor > Balances.OUTSTANDING_MAX_MINOR) {
            return Outcome.TICK_VALUE_INVALID;
        }
        if (terms.referencePriceTicks < 0) {
            return Outcome.PRICE_NOT_POSITIVE;
        }
        if (terms.referencePriceTicks > Instrument.PRICE_MAX_TICKS) {
            return Outcome.PRICE_TOO_LARGE;
        }
        if (terms.bandPpm < 0
                || terms.bandPpm >= PPM_MAX
                || terms.marketCollarPpm < 0
                || terms.marketCollarPpm >= PPM_MAX) {
            return Outcome.BAND_OUT_OF_RANGE;
        }
        boolean feesInRange = terms.makerFeePpm >= 0
                && terms.makerFeePpm <= PPM_MAX
                && terms.takerFeePpm >= 0
                && terms.takerFeePpm <= PPM_MAX
                && terms.sellTaxPpm >= 0
                && terms.sellTaxPpm <= PPM_MAX - Math.max(terms.makerFeePpm, terms.takerFeePpm);
        return feesInRange ? Outcome.ACCEPTED : Outcome.FEE_OUT_OF_RANGE;
    }

    /** The outcome for an order entered in this phase. */
    static Outcome checkOpen(Instrument instrument) {
        return switch (instrument.phase()) {
            case OPEN, PRE_OPEN, OPENING_AUCTION, VOLATILITY_INTERRUPTION, CLOSING_AUCTION -> Outcome.ACCEPTED;
            case HALTED -> Outcome.INSTRUMENT_HALTED;
            case CLOSED, POST_CLOSE -> Outcome.INSTRUMENT_CLOSED;
            case PENDING, NONE -> Outcome.INSTRUMENT_PENDING;
        };
    }

    /** Changes the reference price, and with it the limits. */
    void reference(Instrument instrument, long referencePriceTicks) {
        digest -= instrument.hash();
        instrument.reference(referencePriceTicks);
        digest += instrument.hash();
    }

    /** Changes the phase; the caller has checked it. */
    void change(Instrument instrument, Phase phase, long endsNanos, PhaseReason reason) {
        Phase previous = instrument.phase();
        digest -= instrument.hash();
        instrument.phase(phase);
        digest += instrument.hash();

        InstrumentPhaseChanged event = phaseChanged;
        event.instrumentId = instrument.instrumentId;
        event.previousPhase = previous;
        event.phase = phase;
        event.reason = reason;
        event.endsNanos = endsNanos;
        event.referencePriceTicks = instrument.referencePriceTicks();
        event.lowerLimitTicks = instrument.lowerLimitTicks();
        event.upperLimitTicks = instrument.upperLimitTicks();
        sequencer.stamp(event);
        sink.onInstrumentPhaseChanged(event);
    }

    long digest() {
        long traded = 0;
        for (int i = 0; i < instruments.size(); i++) {
            traded += instruments.get(i).tradedHash();
        }
        return digest + traded;
    }

    void save(StateWriter out) {
        out.writeInt(instruments.size());
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.get(i);
            saveTerms(instrument.terms(), out);
            out.writeInt(instrument.phase().code());
            out.writeLong(instrument.referencePriceTicks());
            out.writeLong(instrument.lastPriceTicks);
        }
    }

    void load(StateReader in) {
        int count = in.readCount(instrumentsMax);
        for (int i = 0; i < count; i++) {
            RegisterInstrument terms = loadTerms(in);
            Invariant.check(
                    check(terms) == Outcome.ACCEPTED && find(terms.instrumentId) == null,
                    "an instrument in the snapshot could be registered");
            Instrument instrument = add(terms);
            digest -= instrument.hash();
            instrument.phase(Phase.ofCode(in.readInt()));
            instrument.reference(in.readLong());
            instrument.lastPriceTicks = in.readLong();
            digest += instrument.hash();
        }
    }

    private Instrument add(RegisterInstrument terms) {
        Asset base = ledger.assets().find(terms.baseAssetId);
        Asset quote = ledger.assets().find(terms.quoteAssetId);
        if (base == null || quote == null) {
            throw new IllegalStateException("the assets of an instrument have been checked");
        }
        int feeAccountIndex = ledger.accounts().find(terms.feeAccountId);
        int taxAccountIndex = ledger.accounts().find(terms.taxAccountId);
        Instrument instrument = new Instrument(
                terms,
                base.index(),
                quote.index(),
                ledger.balances().findOrAdd(feeAccountIndex, quote.index()),
                ledger.balances().findOrAdd(taxAccountIndex, quote.index()),
                settlement.register(terms.instrumentId, base.index(), quote.index()),
                pool);
        instruments.add(instrument);
        byId.put(instrument.instrumentId, instrument);
        digest += instrument.hash();
        return instrument;
    }

    private void emitRegistered(RegisterInstrument terms) {
        InstrumentRegistered event = registered;
        event.instrumentId = terms.instrumentId;
        event.baseAssetId = terms.baseAssetId;
        event.quoteAssetId = terms.quoteAssetId;
        event.lotMinor = terms.lotMinor;
        event.boardLotLots = terms.boardLotLots;
        event.tickValueMinor = terms.tickValueMinor;
        event.referencePriceTicks = terms.referencePriceTicks;
        event.maxOrderLots = terms.maxOrderLots;
        event.feeAccountId = terms.feeAccountId;
        event.taxAccountId = terms.taxAccountId;
        event.bandPpm = terms.bandPpm;
        event.makerFeePpm = terms.makerFeePpm;
        event.takerFeePpm = terms.takerFeePpm;
        event.sellTaxPpm = terms.sellTaxPpm;
        event.marketCollarPpm = terms.marketCollarPpm;
        event.symbol = terms.symbol;
        sequencer.stamp(event);
        sink.onInstrumentRegistered(event);
    }

    private static void saveTerms(RegisterInstrument terms, StateWriter out) {
        out.writeInt(terms.instrumentId);
        out.writeInt(terms.baseAssetId);
        out.writeInt(terms.quoteAssetId);
        out.writeLong(terms.lotMinor);
        out.writeLong(terms.boardLotLots);
        out.writeLong(terms.tickValueMinor);
        out.writeLong(terms.referencePriceTicks);
        out.writeLong(terms.maxOrderLots);
        out.writeLong(terms.feeAccountId);
        out.writeLong(terms.taxAccountId);
        out.writeInt(terms.bandPpm);
        out.writeInt(terms.makerFeePpm);
        out.writeInt(terms.takerFeePpm);
        out.writeInt(terms.sellTaxPpm);
        out.writeInt(terms.marketCollarPpm);
        out.writeText(terms.symbol);
    }

    private static RegisterInstrument loadTerms(StateReader in) {
        RegisterInstrument terms = new RegisterInstrument();
        terms.instrumentId = in.readInt();
        terms.baseAssetId = in.readInt();
        terms.quoteAssetId = in.readInt();
        terms.lotMinor = in.readLong();
        terms.boardLotLots = in.readLong();
        terms.tickValueMinor = in.readLong();
        terms.referencePriceTicks = in.readLong();
        terms.maxOrderLots = in.readLong();
        terms.feeAccountId = in.readLong();
        terms.taxAccountId = in.readLong();
        terms.bandPpm = in.readInt();
        terms.makerFeePpm = in.readInt();
        terms.takerFeePpm = in.readInt();
        terms.sellTaxPpm = in.readInt();
        terms.marketCollarPpm = in.readInt();
        terms.symbol = in.readText();
        return terms;
    }

    private static boolean isSymbol(String symbol) {
        if (symbol.isEmpty() || symbol.length() > SYMBOL_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            boolean allowed = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
