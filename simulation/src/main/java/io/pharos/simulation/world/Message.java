package io.pharos.simulation.world;

import java.util.List;

/** What travels in the simulated network. Commands, replies and events travel as the bytes of the production codecs. */
sealed interface Message {
    /** From a client: a command. */
    record Submit(int client, Bytes command) implements Message {}

    /** To a client: a reply. */
    record Answer(Bytes reply) implements Message {}

    /** To a client: ask that member instead; -1 where nobody is known to lead. */
    record NotLeader(int leader) implements Message {}

    /** From the leader: entries behind {@code previousIndex}, and how far is committed. */
    record Append(long term, int leader, long previousIndex, long previousTerm, List<LogEntry> entries, long committed)
            implements Message {}

    /** To the leader: has, synced, all up to {@code index}; or refuses, and has at most so much. */
    record Appended(long term, int member, boolean accepted, long index) implements Message {}

    /** From a candidate. */
    record AskVote(long term, int candidate, long lastIndex, long lastTerm) implements Message {}

    /** To a candidate. */
    record Vote(long term, int member, boolean granted) implements Message {}

    /** From a projection: events behind a sequence. */
    record ReadJournal(int projection, long sequence) implements Message {}

    /** To a projection. */
    record JournalPage(long afterSequence, List<Bytes> events) implements Message {}
}
