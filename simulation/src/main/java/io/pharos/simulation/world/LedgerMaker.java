package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.PostingCode;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Seeded;
import java.util.ArrayList;
import java.util.List;

/** Makes the commands of the ledger and of the core's own affairs. */
final class LedgerMaker {
    private static final List<Balancing> BALANCINGS = List.of(Balancing.values());

    private final Seeded random;
    private final OrderMaker orders;

    /** Which transfer was to be reversed last, to be asked for again. */
    private long lastReversed;

    LedgerMaker(Seeded random, OrderMaker orders) {
        this.random = random;
        this.orders = orders;
    }

    CoreCommand.Transfer transfer() {
        return transfer(orders.nextKey());
    }

    private CoreCommand.Transfer transfer(long key) {
        long debit = random.percent(15) ? Workload.ISSUANCE : orders.account();
        int asset = asset();
        boolean isHuge = asset == Workload.HUGE;
        long amount = isHuge ? random.between(1L << 59, (1L << 62) + 5) : random.between(1, 6_000);
        PostingCode[] codes = {PostingCode.INTERNAL, PostingCode.DEPOSIT, PostingCode.WITHDRAWAL, PostingCode.ADJUSTMENT
        };
        Balancing balancing = random.percent(15) ? random.oneOf(BALANCINGS) : Balancing.NONE;
        boolean back = balancing == Balancing.CREDIT && random.percent(70);
        return new CoreCommand.Transfer(
                isHuge && random.percent(70) ? Workload.ISSUANCE : debit,
                back ? Workload.ISSUANCE : orders.account(),
                asset,
                orders.odd(balancing == Balancing.DEBIT ? amount << random.below(12) : amount),
                random.percent(98) ? codes[random.below(codes.length)] : PostingCode.NONE,
                key,
                balancing);
    }

    CoreCommand linked() {
        int count = random.percent(5) ? random.oneOf(0, 64, 65) : 1 + random.below(5);
        long key = orders.nextKey();
        List<CoreCommand.Transfer> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            legs.add(transfer(key));
        }
        return new CoreCommand.LinkedTransfers(legs);
    }

    CoreCommand hold(Known known) {
        long deadline = random.percent(45) ? 0 : known.timeNanos() + random.between(0, 600) * Weather.MILLI;
        return new CoreCommand.Hold(
                orders.account(),
                asset(),
                orders.odd(random.between(1, 5_000)),
                random.percent(2) ? 5 : deadline,
                random.percent(98) ? PostingCode.WITHDRAWAL : PostingCode.NONE,
                orders.nextKey());
    }

    CoreCommand reverse(Known known) {
        List<Long> ids = known.transfers();
        boolean misses = ids.isEmpty() || random.percent(10);
        if (lastReversed == 0 || random.percent(75)) {
            lastReversed = misses ? random.between(-1, 900) : random.oneOf(ids);
        }
        return new CoreCommand.ReverseTransfer(lastReversed, orders.nextKey());
    }

    CoreCommand endHold(Known known) {
        List<Known.OpenHold> open = known.holds();
        boolean misses = open.isEmpty() || random.percent(10);
        Known.OpenHold hold =
                misses ? new Known.OpenHold(random.between(-1, 90), 0, 0, 500) : open.get(random.below(open.size()));
        if (random.percent(35)) {
            return new CoreCommand.ReleaseHold(hold.holdId());
        }
        long amount = random.percent(88) ? random.between(1, hold.amountMinor()) : hold.amountMinor() + 1;
        long credit = random.percent(50) ? Workload.ISSUANCE : orders.account();
        return new CoreCommand.CaptureHold(hold.holdId(), credit, orders.odd(amount));
    }

    /** Registrations: again, with other fields, beyond the limits, and not well formed. */
    CoreCommand register() {
        return switch (random.below(3)) {
            case 0 ->
                new CoreCommand.RegisterAsset(
                        random.below(10),
                        random.percent(20) ? "CNY" : random.percent(10) ? "bad" : "A" + random.below(10),
                        random.percent(90) ? 2 : 9,
                        random.percent(95) ? AssetKind.COIN : AssetKind.NONE);
            case 1 ->
                new CoreCommand.RegisterAccount(
                        random.percent(5) ? 0 : Workload.FIRST_CUSTOMER + random.below(25),
                        random.percent(85)
                                ? AccountKind.CUSTOMER
                                : random.percent(50) ? AccountKind.HOUSE : AccountKind.NONE);
            default -> instrument();
        };
    }

    private CoreCommand instrument() {
        CoreCommand.RegisterInstrument good = orders.terms(random.between(0, 9) == 0 ? 0 : 3 + random.below(5));
        int broken = random.below(16);
        return new CoreCommand.RegisterInstrument(
                good.instrumentId(),
                broken == 0 ? "not good" : broken == 1 ? "I1" : good.symbol(),
                broken == 2 ? 55 : good.baseAssetId(),
                broken == 3 ? good.baseAssetId() : good.quoteAssetId(),
                broken == 4 ? 0 : good.lotMinor(),
                good.boardLotLots(),
                broken == 5 ? 0 : good.tickValueMinor(),
                broken == 6 ? 1_000_000 : broken == 15 ? 100_000 : good.bandPpm(),
                broken == 7 ? -1 : broken == 8 ? 1L << 50 : broken == 15 ? 0 : good.referencePriceTicks(),
                broken == 9 ? -1 : good.makerFeePpm(),
                good.takerFeePpm(),
                good.sellTaxPpm(),
                broken == 10 ? 999 : good.feeAccountId(),
                good.taxAccountId(),
                good.maxOrderLots(),
                good.marketCollarPpm());
    }

    CoreCommand ask() {
        return new CoreCommand.AskOutcome(random.between(0, 5), random.between(0, 300), random.percent(4));
    }

    private int asset() {
        int dice = random.below(100);
        if (dice < 96) {
            return 1 + random.below(Workload.COIN);
        }
        return dice < 99 ? Workload.HUGE : 55;
    }
}
