package io.pharos.benchmarks.core;

import io.pharos.core.command.Command;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.Transfer;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.event.EventSink;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;

/** An engine with open instruments and rich customers. */
public final class CoreMarket {
    public static final int FIRST_INSTRUMENT = 1;
    public static final long FIRST_CUSTOMER = 1000;

    private static final int CASH = 1;
    private static final int SHARE = 10;
    private static final long FEES = 2;
    private static final long TAX = 3;
    private static final long ISSUANCE = 5;
    private static final int FEE_PPM = 100;

    private static final long STEP_NANOS = 1_000;
    private static final long CLIENT = 1;

    private final Engine engine;
    private long timeNanos = 1;
    private long commandId;

    /** Prepares the market that a workload of this shape begins with. */
    public CoreMarket(WorkloadShape shape, EventSink sink) {
        this(shape, sink, WorkloadGenerator.CASH_MINOR, WorkloadGenerator.SHARES);
    }

    /** Prepares a market with other means. */
    public CoreMarket(WorkloadShape shape, EventSink sink, long cashMinor, long shares) {
        engine = new Engine(EngineSettings.defaults(), sink);
        asset(CASH, "USD", AssetKind.CURRENCY, 2);
        asset(SHARE, "SHR", AssetKind.SECURITY, 0);
        account(FEES, AccountKind.HOUSE);
        account(TAX, AccountKind.HOUSE);
        account(ISSUANCE, AccountKind.HOUSE);
        for (int i = 0; i < shape.instruments(); i++) {
            instrument(FIRST_INSTRUMENT + i);
        }
        for (int i = 0; i < shape.customers(); i++) {
            account(FIRST_CUSTOMER + i, AccountKind.CUSTOMER);
            issue(FIRST_CUSTOMER + i, CASH, cashMinor);
            issue(FIRST_CUSTOMER + i, SHARE, shares);
        }
    }

    public Engine engine() {
        return engine;
    }

    /** Gives a command the next id, and moves log time on. */
    public <C extends Command> C identify(C command) {
        command.clientId = CLIENT;
        command.commandId = ++commandId;
        timeNanos += STEP_NANOS;
        engine.advanceTo(timeNanos);
        return command;
    }

    private void instrument(int instrumentId) {
        RegisterInstrument instrument = identify(new RegisterInstrument());
        instrument.instrumentId = instrumentId;
        instrument.baseAssetId = SHARE;
        instrument.quoteAssetId = CASH;
        instrument.lotMinor = 1;
        instrument.boardLotLots = 1;
        instrument.tickValueMinor = 1;
        instrument.makerFeePpm = FEE_PPM;
        instrument.takerFeePpm = FEE_PPM;
        instrument.feeAccountId = FEES;
        instrument.taxAccountId = TAX;
        instrument.symbol = "SHR" + instrumentId;
        require(engine.apply(instrument));
        OpenInstrument open = identify(new OpenInstrument());
        open.instrumentId = instrumentId;
        require(engine.apply(open));
    }

    private void asset(int assetId, String code, AssetKind kind, int scale) {
        RegisterAsset asset = identify(new RegisterAsset());
        asset.assetId = assetId;
        asset.code = code;
        asset.kind = kind;
        asset.scale = scale;
        require(engine.apply(asset));
    }

    private void account(long accountId, AccountKind kind) {
        RegisterAccount account = identify(new RegisterAccount());
        account.accountId = accountId;
        account.kind = kind;
        require(engine.apply(account));
    }

    private void issue(long accountId, int assetId, long amountMinor) {
        Transfer transfer = identify(new Transfer());
        transfer.debitAccountId = ISSUANCE;
        transfer.creditAccountId = accountId;
        transfer.assetId = assetId;
        transfer.amountMinor = amountMinor;
        transfer.code = PostingCode.ISSUANCE;
        require(engine.apply(transfer));
    }

    private static void require(Reply reply) {
        if (reply.outcome != Outcome.ACCEPTED) {
            throw new IllegalStateException("the market cannot be prepared: " + reply.outcome);
        }
    }
}
