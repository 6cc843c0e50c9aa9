package io.pharos.platform.sandbox.participants;

import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.Parsed;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.platform.market.MarketQuotes.Quote;
import io.pharos.platform.peer.RoleUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the participants trade, one instrument after the other, within the allowed rate.
 *
 * <p>At the start everything that an earlier run left in the books is taken off. An instrument that was handed over is
 * left alone until it is given back, or until nothing has happened in it for {@link #ABANDONED}.
 */
public final class Participants implements AutoCloseable {
    static final Duration ABANDONED = Duration.ofMinutes(5);

    /** For how long the market calls an instrument replayed after it was last told so; told anew in a third of it. */
    private static final Duration REPLAY_TOLD = Duration.ofSeconds(30);

    private static final int TURN_ACTIONS_MAX = 3;
    private static final int FIRST_ACTIONS_MAX = 2 * Maker.LEVELS;
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Participants.class);

    private final List<Instrument> instruments;
    private final MarketQuotes market;
    private final Desk desk;
    private final ParticipantSettings settings;
    private final RandomGenerator random;
    private final Map<String, Instant> handedOver = new ConcurrentHashMap<>();
    private final Map<String, Instant> toldAt = new ConcurrentHashMap<>();
    private final Map<String, Maker> makers = new ConcurrentHashMap<>();
    private final Map<String, Takers> takers = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread trader =
            Thread.ofVirtual().name("sandbox-participants").unstarted(this::run);
    private volatile boolean running;

    public Participants(List<Instrument> instruments, MarketQuotes market, Desk desk, ParticipantSettings settings) {
        this.instruments = List.copyOf(instruments);
        this.market = market;
        this.desk = desk;
        this.settings = settings;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed());
        this.running = settings.enabled();
    }

    /** Starts trading in the background. */
    public void start() {
        trader.start();
    }

    public boolean isRunning() {
        return running;
    }

    /** Pauses everybody everywhere, or lets them go on. Their orders stay. */
    public void setRunning(boolean goOn) {
        running = goOn;
    }

    /** Leaves an instrument: takes all orders off its book and sends no more. When this returns, nothing is under way. */
    public void leave(Instrument instrument) {
        handedOver.put(instrument.symbol(), Instant.now());
        turn.lock();
        try {
            tellReplayed(instrument);
            withdraw(instrument);
        } finally {
            turn.unlock();
        }
    }

    /** Comes back to an instrument, at the price that it has now. */
    public void comeBack(Instrument instrument) {
        makers.remove(instrument.symbol());
        handedOver.remove(instrument.symbol());
        toldAt.remove(instrument.symbol());
        tell(instrument, Instant.EPOCH);
    }

    /** While a replay has the instrument, the market says so to whoever looks at its prices. */
    private void tellReplayed(Instrument instrument) {
        Instant now = Instant.now();
        Instant before = toldAt.getOrDefault(instrument.symbol(), Instant.EPOCH);
        if (now.isAfter(before.plus(REPLAY_TOLD.dividedBy(3)))) {
            toldAt.put(instrument.symbol(), now);
            tell(instrument, now.plus(REPLAY_TOLD));
        }
    }

    private void tell(Instrument instrument, Instant until) {
        try {
            market.replayed(instrument.symbol(), until);
        } catch (RoleUnavailable absent) {
            LOG.debug("The market is not told who moves {}: {}", instrument.symbol(), absent.getMessage());
        }
    }

    /** The instruments that are left alone. */
    public Set<String> handedOver() {
        return Set.copyOf(handedOver.keySet());
    }

    @Override
    public void close() {
        trader.interrupt();
        try {
            trader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            prepare();
            while (true) {
                for (Instrument instrument : instruments) {
                    int sent = turn(instrument);
                    TimeUnit.MILLISECONDS.sleep(Math.max(20, sent * 1_000L / settings.ordersPerSecond()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepare() throws InterruptedException {
        while (true) {
            try {
                for (Participant who : Participant.values()) {
                    desk.register(who.accountId());
                }
                instruments.forEach(this::withdraw);
                return;
            } catch (RuntimeException e) {
                LOG.warn("The sandbox's participants cannot begin yet: {}", e.getMessage());
                TimeUnit.NANOSECONDS.sleep(PAUSE_AFTER_TROUBLE.toNanos());
            }
        }
    }

    private void withdraw(Instrument instrument) {
        for (Participant who : Participant.values()) {
            desk.cancelAll(who.accountId(), instrument);
        }
        Maker maker = makers.get(instrument.symbol());
        if (maker != null) {
            maker.forget();
        }
    }

    private int turn(Instrument instrument) throws InterruptedException {
        turn.lock();
        try {
            if (handedOver.containsKey(instrument.symbol())) {
                tellReplayed(instrument);
            }
            Quote quote = quotes().get(instrument.symbol());
            if (!running
                    || quote == null
                    || isLeft(instrument, quote)
                    || !quote.phase().equals("OPEN")) {
                return 0;
            }
            boolean first = !makers.containsKey(instrument.symbol());
            Maker maker = makers.computeIfAbsent(
                    instrument.symbol(), symbol -> new Maker(instrument, desk, random, priceTicks(instrument, quote)));
            Takers others = takers.computeIfAbsent(instrument.symbol(), symbol -> new Takers(instrument, desk, random));
            PublicBook book = PublicBook.of(instrument, market.depth(instrument.symbol(), PublicBook.LEVELS));
            maker.wander();
            maker.quote(first ? FIRST_ACTIONS_MAX : TURN_ACTIONS_MAX, book);
            return first ? 1 : TURN_ACTIONS_MAX + others.trade(book, maker);
        } catch (RoleUnavailable absent) {
            TimeUnit.NANOSECONDS.sleep(PAUSE_AFTER_TROUBLE.toNanos());
            return 0;
        } catch (RuntimeException e) {
            LOG.warn("The participants missed a turn in {}", instrument.symbol(), e);
            TimeUnit.NANOSECONDS.sleep(PAUSE_AFTER_TROUBLE.toNanos());
            return 0;
        } finally {
            turn.unlock();
        }
    }

    private boolean isLeft(Instrument instrument, Quote quote) {
        Instant since = handedOver.get(instrument.symbol());
        if (since == null) {
            return false;
        }
        Instant quietSince = quote.asOf().isAfter(since) ? quote.asOf() : since;
        if (Instant.now().isBefore(quietSince.plus(ABANDONED))) {
            return true;
        }
        LOG.info("Nothing happened in {} for {}: the participants come back", instrument.symbol(), ABANDONED);
        comeBack(instrument);
        return false;
    }

    private Map<String, Quote> quotes() {
        return market.quotes().items().stream().collect(Collectors.toMap(Quote::symbol, Function.identity()));
    }

    private static long priceTicks(Instrument instrument, Quote quote) {
        String price = quote.last() == null ? quote.previousClose() : quote.last();
        if (price != null && instrument.parsePrice(price) instanceof Parsed.Exact exact) {
            return exact.value();
        }
        return instrument.referencePriceTicks();
    }
}
