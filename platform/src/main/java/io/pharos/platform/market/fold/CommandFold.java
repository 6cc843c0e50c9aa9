package io.pharos.platform.market.fold;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.CoreEvent.AssetRegistered;
import io.pharos.cluster.message.CoreEvent.AuctionIndicated;
import io.pharos.cluster.message.CoreEvent.InstrumentPhaseChanged;
import io.pharos.cluster.message.CoreEvent.InstrumentRegistered;
import io.pharos.cluster.message.CoreEvent.OrderAccepted;
import io.pharos.cluster.message.CoreEvent.OrderCancelled;
import io.pharos.cluster.message.CoreEvent.OrderReduced;
import io.pharos.cluster.message.CoreEvent.OrderRefreshed;
import io.pharos.cluster.message.CoreEvent.OrderReplaced;
import io.pharos.cluster.message.CoreEvent.OrderTriggered;
import io.pharos.cluster.message.CoreEvent.Traded;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.market.book.BookSide;
import io.pharos.platform.market.book.RestingOrder;
import io.pharos.platform.market.book.RestingOrder.Place;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of one command do to the market. */
final class CommandFold {
    private final MarketState state;
    private final Map<InstrumentMarket, List<TapeTrade>> touched = new LinkedHashMap<>();

    CommandFold(MarketState state) {
        this.state = state;
    }

    void fold(List<CoreEvent> command, List<MarketListener> listeners) {
        touched.clear();
        command.forEach(this::fold);
        CoreEvent last = command.getLast();
        touched.forEach((market, trades) -> {
            BookDelta delta =
                    market.endCommand(last.sequence(), last.timeNanos()).orElse(null);
            for (MarketListener listener : listeners) {
                listener.onCommand(market, delta, trades);
            }
        });
    }

    private void fold(CoreEvent event) {
        switch (event) {
            case AssetRegistered e -> state.directory().put(new Asset(e.assetId(), e.code(), e.scale(), e.kind()));
            case InstrumentRegistered e -> register(e);
            case InstrumentPhaseChanged e -> changePhase(e);
            case OrderAccepted e -> accept(e);
            case OrderTriggered e -> {
                if (e.outcome().isAccepted()) {
                    boolean rests = e.orderType() == OrderType.LIMIT;
                    touch(e.instrumentId()).book().activate(e.orderId(), e.effectivePriceTicks(), rests);
                }
            }
            case OrderRefreshed e -> touch(e.instrumentId()).book().remaining(e.orderId(), e.shownLots());
            case OrderReduced e -> {
                if (isHere(e.instrumentId(), e.orderId())) {
                    touch(e.instrumentId()).book().reduced(e.orderId(), e.quantityLots() - e.filledLots());
                }
            }
            case OrderReplaced e -> {
                if (isHere(e.instrumentId(), e.orderId())) {
                    touch(e.instrumentId())
                            .book()
                            .replace(e.orderId(), e.priceTicks(), e.quantityLots() - e.filledLots());
                }
            }
            // What is matched elsewhere stands in no book here.
            case CoreEvent.OrderRouted e -> touch(e.instrumentId()).book().remove(e.orderId());
            case CoreEvent.OrderRepriced e -> touch(e.instrumentId()).book().reprice(e.orderId(), e.priceTicks());
            case OrderCancelled e -> touch(e.instrumentId()).book().remove(e.orderId());
            case Traded e -> trade(e);
            case AuctionIndicated e -> indicate(e);
            default -> {}
        }
    }

    private void register(InstrumentRegistered e) {
        Instrument instrument = new Instrument(
                e.instrumentId(),
                e.symbol(),
                state.directory().asset(e.baseAssetId()),
                state.directory().asset(e.quoteAssetId()),
                e.lotMinor(),
                e.boardLotLots(),
                e.tickValueMinor(),
                e.bandPpm(),
                e.referencePriceTicks(),
                0,
                0,
                e.makerFeePpm(),
                e.takerFeePpm(),
                e.sellTaxPpm(),
                e.marketCollarPpm(),
                e.maxOrderLots(),
                Phase.PENDING);
        state.directory().put(instrument);
        touched.put(state.put(new InstrumentMarket(instrument)), new ArrayList<>());
    }

    private void changePhase(InstrumentPhaseChanged e) {
        InstrumentMarket market = touch(e.instrumentId());
        Instrument next = market.instrument()
                .inPhase(e.phase(), e.referencePriceTicks(), e.lowerLimitTicks(), e.upperLimitTicks());
        state.directory().put(next);
        market.instrument(next);
        market.session(new SessionState(e.endsNanos(), 0, 0, 0));
        if (e.phase() == Phase.CLOSING_AUCTION) {
            market.book().unpark();
        } else if (e.phase() == Phase.OPEN) {
            market.book().park();
        }
    }

    private void indicate(AuctionIndicated e) {
        InstrumentMarket market = touch(e.instrumentId());
        market.session(
                new SessionState(market.session().endsNanos(), e.priceTicks(), e.quantityLots(), e.surplusLots()));
    }

    private void accept(OrderAccepted e) {
        InstrumentMarket market = touch(e.instrumentId());
        Phase phase = market.instrument().phase();
        Place place = place(e.orderType(), e.timeInForce(), phase);
        market.book().add(new RestingOrder(e.orderId(), side(e.side()), e.priceTicks(), e.quantityLots(), place));
    }

    private static Place place(OrderType type, TimeInForce timeInForce, Phase phase) {
        if (timeInForce == TimeInForce.AT_CLOSE) {
            return phase == Phase.CLOSING_AUCTION ? Place.CLOSING : Place.PARKED;
        }
        boolean isForAuction = timeInForce == TimeInForce.AT_OPEN;
        boolean hasLimit = type == OrderType.LIMIT || type == OrderType.MARKET_TO_LIMIT;
        return isForAuction || (hasLimit && !timeInForce.isImmediate()) ? Place.BOOK : Place.NONE;
    }

    private void trade(Traded e) {
        InstrumentMarket market = touch(e.instrumentId());
        boolean atVenue = e.makerOrderId() == 0;
        if (!atVenue) {
            takeOff(market, e);
        }
        TapeTrade trade = new TapeTrade(
                e.tradeId(), e.sequence(), e.timeNanos(), e.priceTicks(), e.quantityLots(), e.takerSide());
        market.trade(trade, e.notionalMinor());
        touched.computeIfAbsent(market, m -> new ArrayList<>()).add(trade);
    }

    private static void takeOff(InstrumentMarket market, Traded e) {
        market.book().traded(e.makerOrderId(), e.quantityLots(), e.makerRemainingLots() == 0);
        if (e.auction()) {
            market.book().traded(e.takerOrderId(), e.quantityLots(), e.takerRemainingLots() == 0);
        } else {
            market.book().remaining(e.takerOrderId(), e.takerRemainingLots());
        }
    }

    /** Whether an order stands in the book here, and not at a venue. */
    private boolean isHere(int instrumentId, long orderId) {
        return state.market(instrumentId).book().knows(orderId);
    }

    private InstrumentMarket touch(int instrumentId) {
        InstrumentMarket market = state.market(instrumentId);
        touched.computeIfAbsent(market, m -> new ArrayList<>());
        return market;
    }

    private static BookSide side(Side side) {
        return side == Side.BUY ? BookSide.BID : BookSide.ASK;
    }
}
