package io.pharos.core.engine;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.Command;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.SetListing;
import io.pharos.core.command.SetVenueState;
import io.pharos.core.command.Transfer;
import io.pharos.core.command.VenueReport;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueReportKind;

/** Rounds in which an order is filled at a venue in two parts, and another is changed, cancelled and ended there. */
final class VenueFlow {
    private static final long CLEARING = 1;
    private static final long ERROR = 2;
    private static final long CUSTOMER = 3;
    private static final int VENUE = 9;

    private final Engine engine;
    private final PlaceOrder place = new PlaceOrder();
    private final ReplaceOrder replace = new ReplaceOrder();
    private final CancelOrder cancel = new CancelOrder();
    private final VenueReport report = new VenueReport();
    private long lastCommandId;
    private long lastExecutionId;
    private long timeNanos = 1;

    VenueFlow(Engine engine) {
        this.engine = engine;
        engine.advanceTo(timeNanos);
        register();
    }

    void run(int rounds) {
        for (int i = 0; i < rounds; i++) {
            engine.advanceTo(timeNanos += 1_000);
            Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
            long filled = place(side);
            report(VenueReportKind.NEW, filled, side, 0, 1);
            report(VenueReportKind.FILL, filled, side, 4, 0);
            long cancelled = place(side);
            report(VenueReportKind.NEW, cancelled, side, 0, 1);
            replace.accountId = CUSTOMER;
            replace.orderId = cancelled;
            replace.priceTicks = 100;
            replace.quantityLots = 12;
            engine.apply(identify(replace));
            report(VenueReportKind.REPLACED, cancelled, side, 12, 2);
            cancel.accountId = CUSTOMER;
            cancel.orderId = cancelled;
            engine.apply(identify(cancel));
            report(VenueReportKind.CANCELLED, cancelled, side, 0, 3);
            report(VenueReportKind.FILL, filled, side, 6, 0);
        }
    }

    private long place(Side side) {
        place.accountId = CUSTOMER;
        place.instrumentId = 1;
        place.side = side;
        place.orderType = OrderType.LIMIT;
        place.timeInForce = TimeInForce.GTC;
        place.priceTicks = 100;
        place.quantityLots = 10;
        return engine.apply(identify(place)).entityId;
    }

    private void report(VenueReportKind kind, long orderId, Side side, long lots, int requestNumber) {
        report.kind = kind;
        report.executionId = ++lastExecutionId;
        report.orderId = orderId;
        report.lots = lots;
        report.priceTicks = 100;
        report.instrumentId = 1;
        report.venueId = VENUE;
        report.requestNumber = requestNumber;
        report.side = side;
        engine.apply(identify(report));
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
            asset.kind = assetId == 1 ? AssetKind.CURRENCY : AssetKind.SECURITY;
            engine.apply(asset);
        }
        for (long accountId = CLEARING; accountId <= CUSTOMER; accountId++) {
            RegisterAccount account = identify(new RegisterAccount());
            account.accountId = accountId;
            account.kind = accountId == CUSTOMER ? AccountKind.CUSTOMER : AccountKind.HOUSE;
            engine.apply(account);
        }
        for (int assetId = 1; assetId <= 2; assetId++) {
            Transfer transfer = identify(new Transfer());
            transfer.debitAccountId = CLEARING;
            transfer.creditAccountId = CUSTOMER;
            transfer.assetId = assetId;
            transfer.amountMinor = 1L << 40;
            transfer.code = PostingCode.ISSUANCE;
            engine.apply(transfer);
        }
        RegisterAccount fees = identify(new RegisterAccount());
        fees.accountId = 4;
        fees.kind = AccountKind.HOUSE;
        engine.apply(fees);
        RegisterInstrument terms = identify(new RegisterInstrument());
        terms.instrumentId = 1;
        terms.baseAssetId = 2;
        terms.quoteAssetId = 1;
        terms.lotMinor = 1;
        terms.boardLotLots = 1;
        terms.tickValueMinor = 1;
        terms.takerFeePpm = 3_000;
        terms.feeAccountId = fees.accountId;
        terms.taxAccountId = fees.accountId;
        terms.symbol = "AB";
        engine.apply(terms);
        OpenInstrument open = identify(new OpenInstrument());
        open.instrumentId = 1;
        engine.apply(open);
        SetListing listing = identify(new SetListing());
        listing.instrumentId = 1;
        listing.venueId = VENUE;
        listing.clearingAccountId = CLEARING;
        listing.errorAccountId = ERROR;
        engine.apply(listing);
        SetVenueState state = identify(new SetVenueState());
        state.venueId = VENUE;
        state.up = true;
        engine.apply(state);
    }

    /** What the clearing account got of the customer's cash: shows that the rounds traded. */
    long tradedMinor() {
        return engine.view().availableMinor(CLEARING, 1) + (1L << 40);
    }
}
