package io.pharos.platform.sandbox.participants;

import io.pharos.cluster.message.CommandReply;
import io.pharos.platform.instrument.Instrument;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.ArrayDeque;
import java.util.List;
import java.util.random.RandomGenerator;

/** The momentum trader and the noise trader of one instrument. They take what is there, immediately or not at all. */
final class Takers {
    private static final int MEMORY_TURNS = 12;
    private static final int NOISE_IN_TEN = 5;

    private final Instrument instrument;
    private final Desk desk;
    private final RandomGenerator random;
    private final ArrayDeque<Long> mids = new ArrayDeque<>();

    Takers(Instrument instrument, Desk desk, RandomGenerator random) {
        this.instrument = instrument;
        this.desk = desk;
        this.random = random;
    }

    /** One turn; tells the maker what was taken. Returns how many orders were sent. */
    int trade(PublicBook book, Maker maker) {
        if (book.bids().isEmpty() || book.asks().isEmpty()) {
            return 0;
        }
        long mid = (book.bids().getFirst() + book.asks().getFirst()) / 2;
        mids.addLast(mid);
        if (mids.size() > MEMORY_TURNS) {
            mids.removeFirst();
        }
        int sent = 0;
        if (random.nextInt(10) < NOISE_IN_TEN) {
            take(Participant.NOISE, random.nextBoolean() ? Side.BUY : Side.SELL, book, maker, 4);
            sent++;
        }
        long trend = mid - mids.getFirst();
        long threshold = Math.max(2, mid / 1_500);
        if (Math.abs(trend) > threshold && random.nextInt(10) < 2) {
            take(Participant.MOMENTUM, trend > 0 ? Side.BUY : Side.SELL, book, maker, 8);
            sent++;
        }
        return sent;
    }

    /** Sends an order that reaches up to three levels deep. */
    private void take(Participant who, Side side, PublicBook book, Maker maker, int boardLotsMax) {
        List<Long> opposite = side == Side.BUY ? book.asks() : book.bids();
        long price = opposite.get(Math.min(opposite.size() - 1, random.nextInt(3)));
        long lots = instrument.boardLotLots() * (1 + random.nextLong(boardLotsMax));
        CommandReply reply = desk.place(who, instrument, side, TimeInForce.IOC, price, lots);
        if (reply.isAccepted() && reply.filledLots() > 0) {
            maker.feel(side == Side.BUY ? 1 : -1);
        }
    }
}
