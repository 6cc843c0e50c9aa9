package io.pharos.platform.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a request comes from, as its sender says it: for people to recognise, never to decide by.
 *
 * @param address of the connection
 * @param device browser and system, such as {@code Firefox, Windows}; at most {@value #DEVICE_LENGTH_MAX} characters
 */
public record Origin(String address, String device) {
    static final int DEVICE_LENGTH_MAX = 60;

    // The first that matches: others call themselves Chrome and Safari, too.
    private static final Pattern BROWSER =
            Pattern.compile("(Edg|OPR|MicroMessenger|Firefox|Chrome|Safari|curl|Java-http-client)(?:iOS|A)?/");
    private static final Pattern SYSTEM =
            Pattern.compile("(iPhone|iPad|Android|HarmonyOS|Windows|Mac OS X|CrOS|Linux)");

    /** The origin of a request. */
    public static Origin of(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), device(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    static String device(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "unknown";
        }
        String browser = browser(userAgent);
        Matcher system = SYSTEM.matcher(userAgent);
        return system.find() ? browser + ", " + system.group(1) : browser;
    }

    private static String browser(String userAgent) {
        String found = "";
        Matcher matcher = BROWSER.matcher(userAgent);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean derived = name.equals("Edg") || name.equals("OPR") || name.equals("MicroMessenger");
            if (found.isEmpty() || derived) {
                found = name;
            }
        }
        return switch (found) {
            case "" -> "another program";
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "MicroMessenger" -> "WeChat";
            default -> found;
        };
    }
}
