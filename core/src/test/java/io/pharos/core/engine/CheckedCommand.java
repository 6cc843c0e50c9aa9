package io.pharos.core.engine;

import io.pharos.core.command.Command;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A command that breaks no rule, and for each of its rules, in the order of the checks, a way to break it. */
final class CheckedCommand<C extends Command> {
    /** A rule; rules of one rank exclude each other, so that their order cannot be told. */
    record Rule<C>(int rank, Outcome outcome, BiConsumer<TestMarket, C> breaker) {}

    private final String name;
    private final Function<TestMarket, C> valid;
    private final List<Rule<C>> rules = new ArrayList<>();
    private int rank;

    CheckedCommand(String name, Function<TestMarket, C> valid) {
        this.name = name;
        this.valid = valid;
    }

    /** Adds a rule that is checked after those before. */
    CheckedCommand<C> then(Outcome outcome, BiConsumer<TestMarket, C> breaker) {
        rank++;
        return or(outcome, breaker);
    }

    /** Adds a rule that excludes the one before. */
    CheckedCommand<C> or(Outcome outcome, BiConsumer<TestMarket, C> breaker) {
        rules.add(new Rule<>(rank, outcome, breaker));
        return this;
    }

    String name() {
        return name;
    }

    Function<TestMarket, C> valid() {
        return valid;
    }

    List<Rule<C>> rules() {
        return rules;
    }

    List<List<String>> outcomesByRank() {
        List<List<String>> ranks = new ArrayList<>();
        for (Rule<C> rule : rules) {
            if (ranks.size() < rule.rank()) {
                ranks.add(new ArrayList<>());
            }
            ranks.getLast().add(rule.outcome().name());
        }
        return ranks;
    }
}
