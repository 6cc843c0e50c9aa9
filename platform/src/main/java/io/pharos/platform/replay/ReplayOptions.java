package io.pharos.platform.replay;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for; {@code ./pharos replay --help} says it to users.
 *
 * @param speed times the recorded speed; 0 = as fast as it goes
 * @param seed the file whose first row seeds the book; the deepest book if null
 * @param user who signs in; if null, the environment or the data directory says
 * @param differencesShown how many differing rows the printed report names
 */
record ReplayOptions(
        Path messages,
        List<Path> books,
        @Nullable Path seed,
        String instrument,
        double speed,
        URI url,
        @Nullable Path json,
        Path data,
        @Nullable String user,
        int inFlight,
        int differencesShown) {
    private static final int IN_FLIGHT_MAX = 10_000;

    /** A command line that cannot be understood; the message is one line. */
    static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }

    static ReplayOptions parse(String... args) {
        Parser parser = new Parser(args);
        Builder options = new Builder();
        while (parser.hasNext()) {
            options.take(parser);
        }
        return options.build();
    }

    private static final class Parser {
        private final String[] args;
        private int next;
        private String name = "";
        private @Nullable String inlineValue;

        Parser(String[] args) {
            this.args = args;
        }

        boolean hasNext() {
            return next < args.length;
        }

        String name() {
            String arg = args[next++];
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            name = equals < 0 ? arg : arg.substring(0, equals);
            inlineValue = equals < 0 ? null : arg.substring(equals + 1);
            return name;
        }

        String value() {
            if (inlineValue != null) {
                return inlineValue;
            }
            if (!hasNext()) {
                throw new UsageException(name + " needs a value");
            }
            return args[next++];
        }

        int number(int min, int max) {
            String value = value();
            try {
                int number = Integer.parseInt(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new UsageException(name + " is not a whole number: " + value);
            }
            throw new UsageException(name + " is outside " + min + " to " + max + ": " + value);
        }
    }

    private static final class Builder {
        private @Nullable Path messages;
        private final List<Path> books = new ArrayList<>();
        private @Nullable Path seed;
        private @Nullable String instrument;
        private double speed;
        private URI url = URI.create("http://localhost:8080");
        private @Nullable Path json;
        private Path data = Path.of("data");
        private @Nullable String user;
        private int inFlight = 256;
        private int differencesShown = 20;

        void take(Parser parser) {
            String name = parser.name();
            switch (name) {
                case "--lobster" -> messages = Path.of(parser.value());
                case "--book" -> books.add(Path.of(parser.value()));
                case "--seed" -> seed = Path.of(parser.value());
                case "--instrument" -> instrument = parser.value();
                case "--speed" -> speed = speed(parser.value());
                case "--url" -> url = url(parser.value());
                case "--json" -> json = Path.of(parser.value());
                case "--data" -> data = Path.of(parser.value());
                case "--user" -> user = parser.value();
                case "--in-flight" -> inFlight = parser.number(1, IN_FLIGHT_MAX);
                case "--show" -> differencesShown = parser.number(0, Integer.MAX_VALUE);
                default -> throw new UsageException("unknown option " + name);
            }
        }

        ReplayOptions build() {
            if (messages == null) {
                throw new UsageException("--lobster is missing: the file of messages");
            }
            if (books.isEmpty()) {
                throw new UsageException("--book is missing: the file of the book after each message");
            }
            if (instrument == null || instrument.isBlank()) {
                throw new UsageException("--instrument is missing: the symbol to play into");
            }
            return new ReplayOptions(
                    messages,
                    List.copyOf(books),
                    seed,
                    instrument,
                    speed,
                    url,
                    json,
                    data,
                    user,
                    inFlight,
                    differencesShown);
        }

        private static double speed(String value) {
            if (value.equals("max")) {
                return 0;
            }
            try {
                double speed = Double.parseDouble(value);
                if (speed > 0 && Double.isFinite(speed)) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                throw new UsageException("--speed is neither max nor a number: " + value);
            }
            throw new UsageException("--speed is neither max nor a positive number: " + value);
        }

        private static URI url(String value) {
            try {
                URI url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
                if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                    return url;
                }
            } catch (IllegalArgumentException e) {
                throw new UsageException("--url is not an address: " + value);
            }
            throw new UsageException("--url is not an address like http://localhost:8080: " + value);
        }
    }
}
