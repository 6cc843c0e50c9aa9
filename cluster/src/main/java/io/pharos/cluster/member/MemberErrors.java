package io.pharos.cluster.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.ErrorHandler;

/** Collects the distinct errors of a member's parts, and recognises those that mean damaged recordings. */
final class MemberErrors implements ErrorHandler {

    private static final System.Logger LOG = System.getLogger(CoreMember.class.getName());

    private final Map<String, Integer> countByMessage = new LinkedHashMap<>();
    private final FailureLatch failure;

    MemberErrors(FailureLatch failure) {
        this.failure = failure;
    }

    @Override
    public void onError(Throwable error) {
        String message = error.getClass().getSimpleName() + ": " + String.valueOf(error.getMessage());
        synchronized (countByMessage) {
            if (countByMessage.merge(message, 1, Integer::sum) > 1) {
                return;
            }
            if (countByMessage.size() > Limits.ERRORS_MAX) {
                var eldest = countByMessage.keySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
        LOG.log(System.Logger.Level.WARNING, message, error);
        if (isDamage(message)) {
            failure.trip(MemberFailure.Kind.CORRUPTED, "a recording is damaged: " + message);
        }
    }

    /** The archive says so in words only. */
    private static boolean isDamage(String message) {
        return message.contains("CRC checksum mismatch") || message.contains("unexpected end of recording");
    }

    List<String> messages() {
        synchronized (countByMessage) {
            var messages = new ArrayList<String>(countByMessage.size());
            countByMessage.forEach(
                    (message, count) -> messages.add(count == 1 ? message : message + " (×" + count + ")"));
            return messages;
        }
    }
}
