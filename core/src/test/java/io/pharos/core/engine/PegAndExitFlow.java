package io.pharos.core.engine;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.Command;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceBracket;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.Transfer;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** Rounds in which best prices move under pegged orders, and a purchase is filled and sold by its exits. */
final class PegAndExitFlow {
    private static final long HOUSE = 1;
    private static final long BUYER = 2;
    private static final long SELLER = 3;
    private static final int PEGS = 20;

    private final Engine engine;
    private final PlaceOrder place = new PlaceOrder();
    private final CancelOrder cancel = new CancelOrder();
    private final PlaceBracket bracket = new PlaceBracket();
    private long lastCommandId;
    private long timeNanos = 1;

    PegAndExitFlow(Engine engine) {
        this.engine = engine;
        engine.advanceTo(timeNanos);
        register();
        place(Side.BUY, 90, 1_000_000, BUYER);
        place(Side.SELL, 110, 1_000_000, SELLER);
        for (int i = 0; i < PEGS; i++) {
            peg(i % 2 == 0 ? PegReference.PRIMARY : PegReference.MARKET, 1L + i);
        }
    }

    void run(int rounds) {
        for (int i = 0; i < rounds; i++) {
            engine.advanceTo(timeNanos += 1_000);
            cancel.orderId = place(Side.BUY, 95, 5, BUYER);
            cancel.accountId = BUYER;
            engine.apply(identify(cancel));
            enter();
            place(Side.SELL, 100, 3, SELLER);
            place(Side.SELL, 100, 4, SELLER);
            place(Side.BUY, 105, 7, SELLER);
        }
    }

    private void enter() {
        bracket.accountId = BUYER;
        bracket.instrumentId = 1;
        bracket.side = Side.BUY;
        bracket.orderType = OrderType.LIMIT;
        bracket.timeInForce = TimeInForce.GTC;
        bracket.priceTicks = 100;
        bracket.quantityLots = 7;
        bracket.takeProfitTicks = 105;
        bracket.stopType = OrderType.STOP;
        bracket.stopTriggerTicks = 80;
        engine.apply(identify(bracket));
    }

    private long place(Side side, long priceTicks, long lots, long accountId) {
        place.accountId = accountId;
        place.instrumentId = 1;
        place.side = side;
        place.orderType = OrderType.LIMIT;
        place.timeInForce = TimeInForce.GTC;
        place.pegReference = PegReference.NONE;
        place.pegOffsetTicks = 0;
        place.priceTicks = priceTicks;
        place.quantityLots = lots;
        return engine.apply(identify(place)).entityId;
    }

    private void peg(PegReference reference, long offsetTicks) {
        place.accountId = BUYER;
        place.side = Side.BUY;
        place.orderType = OrderType.PEGGED;
        place.pegReference = reference;
        place.pegOffsetTicks = 20 + offsetTicks;
        place.priceTicks = 99;
        place.quantityLots = 1;
        engine.apply(identify(place));
    }

    private <C extends Command> C identify(C command) {
        command.clientId = 1;
        command.commandId = ++lastCommandId;
        return command;
    }

    private void register() {
        for (int assetId = 1; assetId <= 2; assetId++) {
            RegisterAsset asset = identify(new RegisterAsset());
            asset.assetId = assetId;
            asset.code = "A" + assetId;
            asset.kind = assetId == 1 ? AssetKind.CURRENCY : AssetKind.COIN;
            engine.apply(asset);
        }
        for (long accountId = HOUSE; accountId <= SELLER; accountId++) {
            RegisterAccount account = identify(new RegisterAccount());
            account.accountId = accountId;
            account.kind = accountId == HOUSE ? AccountKind.HOUSE : AccountKind.CUSTOMER;
            engine.apply(account);
        }
        for (long accountId = BUYER; accountId <= SELLER; accountId++) {
            for (int assetId = 1; assetId <= 2; assetId++) {
                Transfer transfer = identify(new Transfer());
                transfer.debitAccountId = HOUSE;
                transfer.creditAccountId = accountId;
                transfer.assetId = assetId;
                transfer.amountMinor = 1L << 40;
                transfer.code = PostingCode.ISSUANCE;
                engine.apply(transfer);
            }
        }
        RegisterInstrument terms = identify(new RegisterInstrument());
        terms.instrumentId = 1;
        terms.baseAssetId = 2;
        terms.quoteAssetId = 1;
        terms.lotMinor = 1;
        terms.boardLotLots = 1;
        terms.tickValueMinor = 1;
        terms.feeAccountId = HOUSE;
        terms.taxAccountId = HOUSE;
        terms.symbol = "AB";
        engine.apply(terms);
        OpenInstrument open = identify(new OpenInstrument());
        open.instrumentId = 1;
        engine.apply(open);
    }
}
