package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;

/**
 * What an event says, as one line without ids that only the core gives out: the reference predicts lines, and they must be
 * those of the events.
 */
final class Lines {
    private Lines() {}

    static String of(CoreEvent event) {
        return switch (event) {
            case CoreEvent.AssetRegistered e -> "asset " + e.assetId() + " " + e.code();
            case CoreEvent.AccountRegistered e -> "account " + e.accountId() + " " + e.kind();
            case CoreEvent.InstrumentRegistered e -> "instrument " + e.instrumentId() + " " + e.symbol();
            case CoreEvent.InstrumentPhaseChanged e ->
                phase(
                        e.instrumentId(),
                        e.previousPhase() + "->" + e.phase() + " by " + e.reason(),
                        e.referencePriceTicks(),
                        e.lowerLimitTicks(),
                        e.upperLimitTicks(),
                        e.endsNanos());
            case CoreEvent.AuctionUncrossed e ->
                uncrossed(
                        e.instrumentId(), new RefAuction(e.priceTicks(), e.quantityLots(), e.surplusLots()), e.phase());
            case CoreEvent.AuctionIndicated e ->
                indicated(e.instrumentId(), new RefAuction(e.priceTicks(), e.quantityLots(), e.surplusLots()));
            case CoreEvent.TriggerMoved e -> triggerMoved(e.orderId(), e.triggerPriceTicks());
            case CoreEvent.SessionRulesSet e -> rules(e.instrumentId(), e.dynamicCollarPpm(), e.staticCollarPpm());
            case CoreEvent.Posted e ->
                posted(
                        e.debitAccountId(),
                        e.debitBucket().name(),
                        e.creditAccountId(),
                        e.creditBucket().name(),
                        e.assetId(),
                        e.amountMinor(),
                        e.code(),
                        e.tradeId());
            case CoreEvent.HoldPlaced e -> "hold placed " + e.accountId() + " " + e.assetId() + " " + e.amountMinor();
            case CoreEvent.HoldReleased e -> "hold " + e.holdId() + " released " + e.amountMinor();
            case CoreEvent.HoldExpired e -> "hold " + e.holdId() + " expired " + e.amountMinor();
            case CoreEvent.HoldCaptured e ->
                "hold " + e.holdId() + " captured " + e.capturedMinor() + " released " + e.releasedMinor();
            case CoreEvent.BalanceChanged e -> released(e.orderId(), e.releasedMinor());
            case CoreEvent.OrderAccepted e ->
                accepted(
                        e.orderId(),
                        e.side() + " " + e.orderType() + " " + e.timeInForce() + " " + e.pegReference() + " "
                                + e.pegOffsetTicks(),
                        e.priceTicks(),
                        e.effectivePriceTicks(),
                        e.quantityLots(),
                        e.triggerPriceTicks(),
                        e.holdMinor());
            case CoreEvent.OrderRejected e -> "order rejected " + e.outcome() + " of " + e.accountId();
            case CoreEvent.OrderReplaced e ->
                replaced(
                        e.orderId(),
                        e.priceTicks(),
                        e.quantityLots(),
                        e.triggerPriceTicks(),
                        e.filledLots(),
                        e.holdMinor(),
                        e.keptPriority());
            case CoreEvent.OrderCancelled e -> cancelled(e.orderId(), e.remainingLots(), e.releasedMinor(), e.reason());
            case CoreEvent.OrderTriggered e ->
                triggered(
                        e.orderId(),
                        e.triggerPriceTicks(),
                        e.lastPriceTicks(),
                        e.effectivePriceTicks(),
                        e.holdMinor(),
                        e.outcome());
            case CoreEvent.OrdersLinked e -> linked(e.orderId(), e.linkedOrderId());
            case CoreEvent.OrderRefreshed e -> refreshed(e.orderId(), e.priceTicks(), e.shownLots(), e.remainingLots());
            case CoreEvent.OrderRepriced e ->
                repriced(e.orderId(), e.oldPriceTicks(), e.priceTicks(), e.remainingLots());
            case CoreEvent.BracketPlaced e ->
                bracket(
                        e.orderId(),
                        e.takeProfitTicks(),
                        e.stopType() + " " + e.stopTriggerTicks() + " " + e.stopPriceTicks() + " " + e.stopTrailTicks()
                                + " " + e.stopTrailPpm());
            case CoreEvent.ExitsPlaced e -> exits(e.orderId(), e.takeProfitOrderId(), e.stopOrderId());
            case CoreEvent.OrderReduced e -> reduced(e.orderId(), e.reducedLots(), e.quantityLots(), e.releasedMinor());
            case CoreEvent.Traded e ->
                traded(
                        e.tradeId(),
                        e.makerOrderId(),
                        e.takerOrderId(),
                        e.quantityLots() + "@" + e.priceTicks() + "=" + e.notionalMinor(),
                        "left " + e.makerRemainingLots() + "/" + e.takerRemainingLots(),
                        "fees " + e.makerFeeMinor() + "/" + e.takerFeeMinor(),
                        "tax " + e.makerTaxMinor() + "/" + e.takerTaxMinor());
            case CoreEvent.CommandRejected e -> rejected(e.kind(), e.outcome(), e.legIndex());
            case CoreEvent.LimitChanged e ->
                limit(
                        new CoreCommand.SetLimit(
                                e.scope(), e.subjectId(), e.limitKind(), e.value(), e.staffId(), e.reasonCode()),
                        e.previousValue());
            case CoreEvent.KillSwitchChanged e ->
                killSwitch(
                        new CoreCommand.SetKillSwitch(
                                e.scope(), e.subjectId(), e.engaged(), e.staffId(), e.reasonCode()),
                        e.openOrders());
            case CoreEvent.TransitionPlanned e -> planned(e.calendarId(), e.phase(), e.startNanos(), e.replaces());
            case CoreEvent.MarketBreakerSet e ->
                breaker(new CoreCommand.SetMarketBreaker(
                        e.calendarId(), e.haltMovePpm(), e.haltNanos(), e.closeMovePpm()));
            case CoreEvent.MarketBreakerTripped e -> tripped(e.calendarId(), e.movePpm(), e.endsNanos());
            case CoreEvent.DigestTaken e -> "digest";
            case CoreEvent.SettlementRulesSet e ->
                "settlement of " + e.instrumentId() + " by " + e.clearingAccountId() + " lag " + e.lagDays();
            case CoreEvent.BusinessDayBegan e -> "business day " + e.day() + " of " + e.calendarId();
            case CoreEvent.ObligationChanged e ->
                obligation(
                        new RefSettlement.Key(e.accountId(), e.instrumentId(), e.dueDay()),
                        e.baseInMinor() + "-" + e.baseOutMinor() + "+" + e.baseCreditedMinor(),
                        e.quoteInMinor() + "-" + e.quoteOutMinor() + "+" + e.quoteCreditedMinor());
            case CoreEvent.ObligationSettled e ->
                "settled " + e.accountId() + " " + e.instrumentId() + " of day " + e.dueDay();
            case CoreEvent.SettlementFailed e ->
                "failed " + e.accountId() + " " + e.instrumentId() + " of day " + e.dueDay() + " " + e.reason();
            case CoreEvent.BuyInRecorded e -> "buy-in " + e.accountId() + " " + e.instrumentId();
            case CoreEvent.SettlementCompleted e -> "day " + e.day() + " of " + e.calendarId() + " is settled";
            case CoreEvent.FeeScheduleSet e -> fees(e.scheduleId(), e.version(), e.inForce());
            case CoreEvent.FeeScheduleAssigned e -> feesOf(e.instrumentId(), e.scheduleId());
            default -> {
                String line = ServicingLines.of(event);
                yield line == null ? "not predicted: " + event : line;
            }
        };
    }

    static String rejected(CommandKind kind, Outcome outcome, long legIndex) {
        return "rejected " + kind + " " + outcome + " leg " + legIndex;
    }

    static String rejected(CoreCommand.PlaceOrder order, Outcome outcome) {
        return "order rejected " + outcome + " of " + order.accountId();
    }

    static String phase(int instrumentId, String change, long reference, long lower, long upper, long endsNanos) {
        return "phase of " + instrumentId + " " + change + " reference " + reference + " limits " + lower + ".." + upper
                + " ends " + endsNanos;
    }

    static String fees(int scheduleId, int version, boolean inForce) {
        return "fees " + scheduleId + " version " + version + " " + inForce;
    }

    static String feesOf(int instrumentId, int scheduleId) {
        return "fees of " + instrumentId + " by " + scheduleId;
    }

    static String limit(CoreCommand.SetLimit to, long before) {
        return to + " instead of " + before;
    }

    static String killSwitch(CoreCommand.SetKillSwitch to, long openOrders) {
        return to + " over " + openOrders + " open orders";
    }

    static String planned(int calendarId, Phase phase, long startNanos, boolean replaces) {
        return "calendar " + calendarId + " has " + phase + " at " + startNanos + (replaces ? " instead" : " then");
    }

    static String breaker(CoreCommand.SetMarketBreaker breaker) {
        return breaker.toString();
    }

    static String tripped(int calendarId, long movePpm, long endsNanos) {
        return "breaker of " + calendarId + " tripped at " + movePpm + " until " + endsNanos;
    }

    static String uncrossed(int instrumentId, RefAuction auction, Phase phase) {
        return "call of " + instrumentId + " uncrossed " + auction + " at the end of " + phase;
    }

    static String triggerMoved(long orderId, long triggerTicks) {
        return "order " + orderId + " waits for " + triggerTicks;
    }

    static String indicated(int instrumentId, RefAuction auction) {
        return "call of " + instrumentId + " would uncross " + auction;
    }

    static String rules(int instrumentId, int dynamicPpm, int staticPpm) {
        return "rules of " + instrumentId + " collars " + dynamicPpm + " " + staticPpm;
    }

    static String posted(
            long debit,
            String bucket,
            long credit,
            String creditBucket,
            int assetId,
            long amount,
            PostingCode code,
            long tradeId) {
        return "posted " + amount + " of " + assetId + " from " + debit + " " + bucket + " to " + credit + " "
                + creditBucket + " " + code + " trade " + tradeId;
    }

    static String obligation(RefSettlement.Key key, String base, String quote) {
        return "due of " + key + " base " + base + " quote " + quote;
    }

    static String settlementRules(CoreCommand.SetSettlementRules rules) {
        return "settlement of " + rules.instrumentId() + " by " + rules.clearingAccountId() + " lag " + rules.lagDays();
    }

    static String released(long orderId, long amount) {
        return "order " + orderId + " needs " + amount + " less";
    }

    static String accepted(
            long orderId, String what, long price, long effective, long quantity, long trigger, long hold) {
        return "order " + orderId + " accepted " + what + " " + quantity + "@" + price + " effective " + effective
                + " trigger " + trigger + " holds " + hold;
    }

    static String replaced(
            long orderId, long price, long quantity, long trigger, long filled, long hold, boolean kept) {
        return "order " + orderId + " replaced " + quantity + "@" + price + " trigger " + trigger + " filled " + filled
                + " holds " + hold + (kept ? " keeps its place" : " loses its place");
    }

    static String cancelled(long orderId, long remaining, long released, CancelReason reason) {
        return "order " + orderId + " cancelled " + remaining + " releases " + released + " " + reason;
    }

    static String triggered(long orderId, long trigger, long last, long effective, long hold, Outcome outcome) {
        return "order " + orderId + " set off at " + trigger + " by " + last + " effective " + effective + " holds "
                + hold + " " + outcome;
    }

    static String linked(long orderId, long linkedOrderId) {
        return "order " + orderId + " linked to " + linkedOrderId;
    }

    static String refreshed(long orderId, long price, long shown, long remaining) {
        return "order " + orderId + " shows " + shown + " of " + remaining + "@" + price;
    }

    static String repriced(long orderId, long from, long to, long remaining) {
        return "order " + orderId + " stood at " + from + ", stands at " + to + " with " + remaining;
    }

    static String bracket(CoreCommand.PlaceBracket c, long orderId) {
        return bracket(
                orderId,
                c.takeProfitTicks(),
                c.stopType() + " " + c.stopTriggerTicks() + " " + c.stopPriceTicks() + " " + c.stopTrailTicks() + " "
                        + c.stopTrailPpm());
    }

    private static String bracket(long orderId, long takeProfit, String stop) {
        return "order " + orderId + " exits at " + takeProfit + " or " + stop;
    }

    static String exits(long orderId, long takeProfitId, long stopId) {
        return "order " + orderId + " has exits " + takeProfitId + " and " + stopId;
    }

    static String reduced(long orderId, long by, long quantity, long released) {
        return "order " + orderId + " reduced by " + by + " to " + quantity + " releases " + released;
    }

    static String traded(long tradeId, long maker, long taker, String quantity, String left, String fees, String tax) {
        return "trade " + tradeId + ": " + taker + " takes " + quantity + " of " + maker + " " + left + " " + fees + " "
                + tax;
    }
}
